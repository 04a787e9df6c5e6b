package org.baya.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.baya.build.NetworkBuilder;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every entry of the catalogue says about itself: models of neurons and of devices, recorders,
 * rules.
 */
class ModelContractTest {
  /** Parameters without a unit; every other has one, so that none is forgotten. */
  private static final Set<String> PURE_NUMBERS =
      Set.of(
          // neurons
          "Act_m",
          "Act_n",
          "Inact_h",
          "amp_slow",
          "asc_r",
          "dead_time_shape",
          "gsl_error_tol",
          "izhikevich.a",
          "izhikevich.b",
          "ignore_and_fire.phase",
          "voltage_reset_fraction",
          // synapses
          "A_minus",
          "A_plus",
          "Kplus",
          "Kplus_triplet",
          "U",
          "alpha",
          "lambda",
          "mu",
          "mu_minus",
          "mu_plus",
          "p_transmit",
          "quantal_stp_synapse.a",
          "quantal_stp_synapse.n",
          "stdp_dopamine_synapse.c",
          "u",
          "x",
          "y",
          // devices
          "activity",
          "gamma_shape",
          "n_proc",
          "p_copy",
          "spike_multiplicities",
          "spike_weights",
          // rules
          "N",
          "indegree",
          "outdegree",
          "p",
          "pairwise_avg_num_conns");

  static Stream<Named<Model>> all() {
    Catalog catalog = Catalog.standard();
    Stream<Model> others = Stream.concat(catalog.recorders().stream(), catalog.rules().stream());
    return Stream.concat(models(), others.map(model -> Named.of(model.name(), model)));
  }

  static Stream<Named<Model>> models() {
    return Catalog.standard().models().stream().map(model -> Named.of(model.name(), model));
  }

  @ParameterizedTest
  @MethodSource("all")
  void shouldHaveANameAndASummary(Model model) {
    assertThat(model.name()).matches("[a-z][a-z0-9_]*");
    assertThat(model.summary()).isNotBlank().doesNotContain("\n").hasSizeLessThan(120);
  }

  @ParameterizedTest
  @MethodSource("all")
  void shouldDescribeEveryParameterOnce(Model model) {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : model.parameters()) {
      assertThat(names.add(parameter.name())).as("%s is listed once", parameter.name()).isTrue();
      assertThat(parameter.name()).matches("[A-Za-z][A-Za-z0-9_]*");
      boolean pure =
          parameter.kind() == Parameter.Kind.FLAG
              || PURE_NUMBERS.contains(parameter.name())
              || PURE_NUMBERS.contains(model.name() + "." + parameter.name());
      assertThat(parameter.unit().isEmpty())
          .as("%s is a pure number: its unit is '%s'", parameter.name(), parameter.unit())
          .isEqualTo(pure);
      assertThat(parameter.unit()).isEqualTo(parameter.unit().strip());
      assertThat(parameter.meaning())
          .as("meaning of %s", parameter.name())
          .isNotBlank()
          .doesNotContain("\n");
      assertThat(parameter.standard())
          .as("default of %s", parameter.name())
          .allMatch(parameter.range()::contains);
      assertThat(parameter.isVector() || parameter.isRequired() || parameter.standard().size() == 1)
          .as("default of %s", parameter.name())
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldRefuseValuesOutsideTheirRangeInOneLine(Model model) {
    for (Parameter parameter : model.allParameters()) {
      List<Double> wrong = outside(parameter.range());
      assertThat(wrong).as("values that %s refuses", parameter.name()).isNotEmpty();
      for (double value : wrong) {
        Value given = parameter.isVector() ? new Value.Vector(value) : Value.of(value);
        Network network = network(model, parameter, given);
        InvalidInputException error =
            catchThrowableOfType(
                InvalidInputException.class, () -> NetworkBuilder.build(network, 1));
        assertThat(error).as("%s = %s", parameter.name(), value).isNotNull();
        String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
        assertThat(error.problems())
            .containsExactly(
                (model instanceof SynapseModel ? "projections.s." : "populations.p.parameters.")
                    + parameter.name()
                    + ": "
                    + value
                    + unit
                    + "; allowed is "
                    + parameter.range());
      }
    }
  }

  private static Network network(Model model, Parameter parameter, Value given) {
    Network network = Network.of("test", 0.1);
    if (model instanceof SynapseModel) {
      return network
          .with(Population.of("p", "iaf_psc_exp", 1))
          .with(
              Projection.of("s", "p", "p", Connectivity.rule("all_to_all"))
                  .withSynapseModel(model.name())
                  .with(parameter.name(), given));
    }
    return network.with(Population.of("p", model.name(), 1).with(parameter.name(), given));
  }

  private static List<Double> outside(Range range) {
    List<Double> candidates =
        new ArrayList<>(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    if (Double.isFinite(range.low())) {
      candidates.addAll(List.of(range.low(), Math.nextDown(range.low()), range.low() - 1));
    }
    if (Double.isFinite(range.high())) {
      candidates.addAll(List.of(range.high(), Math.nextUp(range.high()), range.high() + 1));
    }
    candidates.add((range.low() + range.high()) / 2);
    return candidates.stream().filter(value -> !range.contains(value)).toList();
  }
}
