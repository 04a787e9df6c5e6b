package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.error.InvalidInputException;
import org.baya.model.neuron.GlifPsc;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;

class ParameterValuesTest {
  private static final int SIZE = 6;
  private static final int[] TYPE_OF = {0, 1, 2, 2, 1, 0};

  /**
   * Values of a glif_psc population of three types, with the columns E_L, scale and pair (two
   * numbers per type).
   */
  private static Map<String, NodeColumn> values(Map<String, Value> given) {
    Map<String, NodeColumn> types = new HashMap<>();
    types.put("E_L", new NodeColumn.ByType(TYPE_OF, new double[] {-70, -71, -72}, 1));
    types.put("scale", new NodeColumn.ByType(TYPE_OF, new double[] {1, 2, 3}, 1));
    types.put("pair", new NodeColumn.ByType(TYPE_OF, new double[] {1, 2, 3, 4, 5, 6}, 2));
    return new ParameterValues("populations.v1", 7, 0, SIZE, Arena.global(), types)
        .of(new GlifPsc(), given);
  }

  private static NodeColumn value(String name, Map<String, Value> given) {
    return values(given).get(name);
  }

  private static double[] perNode(NodeColumn column) {
    return IntStream.range(0, SIZE).mapToDouble(node -> column.value(node, 0)).toArray();
  }

  @Test
  void shouldTakeGivenValuesThenTypesThenDefaults() {
    assertThat(perNode(value("g", Map.of()))).containsOnly(9.43);
    assertThat(perNode(value("E_L", Map.of()))).containsExactly(-70, -71, -72, -72, -71, -70);
    assertThat(perNode(value("E_L", Map.of("E_L", Value.of(-60))))).containsOnly(-60);
    assertThat(perNode(value("V_m", Map.of("V_m", data(1, 2, 3, 4, 5, 6)))))
        .containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void shouldEvaluateFormulasOncePerTypeWhereTheyDependOnTypesOnly() {
    NodeColumn column = value("V_m", Map.of("V_m", Value.formula("E_L + 10 * scale")));
    assertThat(column).isInstanceOf(NodeColumn.ByType.class);
    assertThat(perNode(column)).containsExactly(-60, -51, -42, -42, -51, -60);
  }

  @Test
  void shouldEvaluateFormulasOfOtherParametersInAnyOrder() {
    Map<String, Value> given =
        Map.of(
            "V_m",
            Value.formula("V_reset + 1"),
            "V_reset",
            Value.formula("E_L - g"),
            "g",
            Value.of(2));
    assertThat(perNode(value("V_m", given))).containsExactly(-71, -72, -73, -73, -72, -71);
    assertThat(value("C_m", Map.of("C_m", Value.formula("g * 5"))))
        .isInstanceOf(NodeColumn.Uniform.class);
  }

  @Test
  void shouldEvaluateFormulasOfNodeColumnsNodeByNode() {
    Map<String, Value> given =
        Map.of("V_m", Value.formula("E_L + C_m"), "C_m", data(1, 2, 3, 4, 5, 6));
    assertThat(perNode(value("V_m", given))).containsExactly(-69, -69, -69, -68, -66, -64);
  }

  @Test
  void shouldDrawOneNumberPerNodeAndUseItEverywhere() {
    Map<String, Value> given =
        Map.of(
            "E_L",
            Value.formula("normal(-70, 2)"),
            "V_m",
            Value.formula("E_L"),
            "V_reset",
            Value.formula("E_L - 1"));
    Map<String, NodeColumn> values = values(given);
    double[] rest = perNode(values.get("E_L"));
    assertThat(IntStream.range(0, SIZE).mapToDouble(i -> rest[i]).distinct().count())
        .isEqualTo(SIZE);
    assertThat(perNode(values.get("V_m"))).isEqualTo(rest);
    assertThat(perNode(values.get("V_reset")))
        .isEqualTo(IntStream.range(0, SIZE).mapToDouble(i -> rest[i] - 1).toArray());
    assertThat(perNode(value("E_L", given))).as("the same seed").isEqualTo(rest);
  }

  @Test
  void shouldReadTheTypeColumnInAFormulaOfItsOwnName() {
    assertThat(perNode(value("E_L", Map.of("E_L", Value.formula("E_L - 5")))))
        .containsExactly(-75, -76, -77, -77, -76, -75);
  }

  @Test
  void shouldTakeWideColumnsForVectors() {
    Map<String, NodeColumn> types = new HashMap<>();
    types.put("tau_syn", new NodeColumn.ByType(TYPE_OF, new double[] {1, 2, 3, 4, 5, 6}, 2));
    NodeColumn column =
        new ParameterValues("populations.v1", 7, 0, SIZE, Arena.global(), types)
            .of(new GlifPsc(), Map.of())
            .get("tau_syn");
    assertThat(column.row(1)).containsExactly(3, 4);
    assertThat(column.row(5)).containsExactly(1, 2);
  }

  @Test
  void shouldRefuseWrongFormulasInOneLine() {
    refuses("V_m", "V_m + 1", "populations.v1.parameters.V_m: depends on itself: 'V_m + 1'");
    refuses(
        "V_m",
        "tau_syn * 2 + pair",
        "populations.v1.parameters.V_m: 'pair' is a list of 2 numbers; formulas use single numbers");
    refuses("C_m", "scale - 1", "populations.v1.parameters.C_m: type 0: 0.0 pF; allowed is > 0");
    refuses("C_m", "E_L", "populations.v1.parameters.C_m: type 0: -70.0 pF; allowed is > 0");
  }

  @Test
  void shouldRefuseFormulasThatDependOnEachOther() {
    Map<String, Value> given =
        Map.of("V_m", Value.formula("V_reset"), "V_reset", Value.formula("V_m"));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> values(given))
        .withMessage("populations.v1.parameters.V_m: depends on itself: 'V_reset'");
  }

  @Test
  void shouldSuggestANameInAFormula() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> values(Map.of("V_m", Value.formula("E_l + 1"))))
        .withMessageStartingWith("populations.v1.parameters.V_m")
        .withMessageContaining("did you mean 'E_L'?");
  }

  private static void refuses(String name, String formula, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> values(Map.of(name, Value.formula(formula))))
        .withMessage(message);
  }

  private static Value data(double... values) {
    return Value.of(ColumnSource.of(SegmentColumn.of("data", values)));
  }
}
