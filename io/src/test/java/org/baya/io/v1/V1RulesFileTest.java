package org.baya.io.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.baya.build.NetworkPlan;
import org.baya.expression.Bindings;
import org.baya.expression.Expression;
import org.baya.expression.Symbol;
import org.baya.io.experiment.ExperimentFile;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.baya.random.Purpose;
import org.junit.jupiter.api.Test;

/** {@code examples/v1/rules.yaml} against the published tables and the expected edges. */
class V1RulesFileTest {
  private static final V1Parameters TABLES = V1Parameters.load();
  private static final Network NETWORK =
      ExperimentFile.load(
              Path.of(System.getProperty("basedir", ".")).resolve("../examples/v1/rules.yaml"),
              List.of())
          .network();

  @Test
  void shouldHaveThePopulationsOfTheModel() {
    assertThat(NETWORK.populations()).hasSize(TABLES.populationList().size());
    for (int i = 0; i < NETWORK.populations().size(); i++) {
      V1Population population = TABLES.populationList().get(i);
      assertThat(NETWORK.populations().get(i).name()).isEqualTo(population.name());
      assertThat(NETWORK.populations().get(i).size()).contains((long) population.coreCount());
    }
  }

  @Test
  void shouldHaveTheProbabilityOfThePublishedRuleForEveryPair() {
    Set<String> expected = new HashSet<>();
    ResourceTable table = ResourceTable.load("expected_core_edges.csv");
    for (int row = 0; row < table.rows(); row++) {
      expected.add(table.text(row, "src") + "_" + table.text(row, "trg"));
    }
    assertThat(NETWORK.projections()).extracting(Projection::name).containsAll(expected);
    assertThat(NETWORK.projections()).hasSameSizeAs(expected);
    Random random = new Random(4);
    for (Projection projection : NETWORK.projections()) {
      V1Connection rule =
          TABLES
              .connection(
                  V1ParametersTest.population(projection.from()),
                  V1ParametersTest.population(projection.to()))
              .orElseThrow();
      String p = formula(((Connectivity.Rule) projection.connectivity()).options().get("p"));
      for (int i = 0; i < 5; i++) {
        double distance = 300 * random.nextDouble();
        double source = 360 * random.nextDouble();
        double target = 360 * random.nextDouble();
        double scaled = distance / rule.sigmaUm();
        assertThat(value(p, distance, source, target))
            .as(projection.name())
            .isCloseTo(
                rule.probability(scaled * scaled, V1Cells.orientationDifference(source, target)),
                within(1e-5));
      }
    }
  }

  /**
   * Each number of edges is a sum over positions too, which vary by more than the draws: cells near
   * the rim have fewer partners. 2% is over five standard deviations for these pairs.
   */
  @Test
  void shouldHaveTheExpectedNumbersOfEdges() {
    List<String> some =
        List.of("e23Cux2_i23Pvalb", "i23Pvalb_e23Cux2", "e5Rbp4_e5Rbp4", "i1Htr3a_e23Cux2");
    Map<String, Double> expected = new HashMap<>();
    ResourceTable table = ResourceTable.load("expected_core_edges.csv");
    for (int row = 0; row < table.rows(); row++) {
      expected.put(
          table.text(row, "src") + "_" + table.text(row, "trg"),
          table.number(row, "expected_edges"));
    }
    List<Projection> chosen =
        NETWORK.projections().stream().filter(p -> some.contains(p.name())).toList();
    Network few = new Network("few", 0.1, NETWORK.seed(), NETWORK.populations(), chosen, List.of());
    List<NetworkPlan.ProjectionPlan> plans = NetworkPlan.of(few, 1, 1).projections();
    assertThat(plans).hasSize(some.size());
    for (NetworkPlan.ProjectionPlan plan : plans) {
      double edges = expected.get(plan.name());
      assertThat((double) plan.edges()).as(plan.name()).isCloseTo(edges, within(0.02 * edges));
    }
  }

  private static String formula(Value value) {
    return ((Value.Formula) value).text();
  }

  private static double value(String text, double distance, double source, double target) {
    Map<Symbol, Double> values =
        Map.of(
            Symbol.DISTANCE,
            distance,
            Symbol.source("tuning"),
            source,
            Symbol.target("tuning"),
            target);
    double[] out = new double[1];
    Expression.parse(text, "p")
        .compile(1, Purpose.CONNECT, values.keySet())
        .evaluate(
            new Bindings() {
              @Override
              public void load(Symbol symbol, int n, double[] column) {
                column[0] = values.get(symbol);
              }

              @Override
              public void entities(int n, long[] numbers) {
                throw new AssertionError("no draws");
              }
            },
            1,
            out);
    return out[0];
  }
}
