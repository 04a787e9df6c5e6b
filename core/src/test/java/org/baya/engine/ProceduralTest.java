package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.baya.build.NetworkBuilder;
import org.baya.build.NetworkPlan;
import org.baya.compiled.CompiledNetwork;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Store;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks give the same spikes, bit for bit, whether their synapses are stored or drawn again. */
class ProceduralTest {
  private static final int EXCITATORY = 800;
  private static final int INHIBITORY = 200;

  /** Weight and delay of the excitatory synapses; the inhibitory ones have others. */
  private static Network network(
      String rule, String weight, String delay, UnaryOperator<Projection> change) {
    Network network =
        Network.of("balanced", 0.1)
            .with(
                Population.of("e", "iaf_psc_exp", EXCITATORY)
                    .with("V_m", Value.formula("uniform(-70, -50)")))
            .with(
                Population.of("i", "iaf_psc_exp", INHIBITORY)
                    .with("V_m", Value.formula("uniform(-70, -50)")))
            .with(Population.of("drive", "poisson_generator", 1).with("rate", 9000.0))
            .with(
                Projection.of("drive_e", "drive", "e", Connectivity.rule("all_to_all"))
                    .with("weight", 90.0))
            .with(
                Projection.of("drive_i", "drive", "i", Connectivity.rule("all_to_all"))
                    .with("weight", 90.0));
    for (String to : List.of("e", "i")) {
      network =
          network
              .with(
                  change.apply(
                      Projection.of("e_" + to, "e", to, rule(rule, 80))
                          .with("weight", weight)
                          .with("delay", delay)))
              .with(
                  change.apply(
                      Projection.of("i_" + to, "i", to, rule(rule, 20))
                          .with("weight", "-5 * (" + weight + ")")
                          .with("delay", 0.8)));
    }
    return network;
  }

  private static Connectivity rule(String name, int degree) {
    Map<String, Value> options =
        switch (name) {
          case "fixed_outdegree" -> Map.of("outdegree", Value.of(degree));
          case "pairwise_bernoulli" -> Map.of("p", Value.of(0.1));
          case "pairwise_poisson" -> Map.of("pairwise_avg_num_conns", Value.of(0.1));
          case "fixed_total_number" -> Map.of("N", Value.of(300.0 * degree));
          default -> Map.of();
        };
    return new Connectivity.Rule(name, options);
  }

  private static List<Long> spikes(Network network, int threads, double... runsMs) {
    CompiledNetwork built = NetworkBuilder.build(network, threads).network();
    List<Long> spikes = new ArrayList<>();
    try (Simulation simulation = new Simulation(built, threads)) {
      simulation.listen((keys, n) -> {
        for (int i = 0; i < n; i++) {
          spikes.add(keys[i]);
        }
      });
      for (double ms : runsMs) {
        simulation.run(ms);
      }
      spikes.add(simulation.synapticEvents());
    }
    return spikes;
  }

  @ParameterizedTest
  @CsvSource({
    "fixed_outdegree, 20.0, 1.5",
    "fixed_outdegree, 'normal(20, 2)', 'redrawn(normal(1.5, 0.75), 0.1, 10)'",
    "pairwise_bernoulli, '20 + 0.01 * V_th[target]', 'uniform(0.3, 60)'",
    "pairwise_poisson, 'lognormal(3, 0.1)', 1.5",
    "fixed_total_number, 'normal(20, 2)', 'uniform(1, 2)'"
  })
  void shouldGiveTheSpikesOfStoredSynapses(String rule, String weight, String delay) {
    List<Long> stored = spikes(network(rule, weight, delay, p -> p), 2, 40);
    Network procedural = network(rule, weight, delay, p -> p.storedIn(Store.PROCEDURAL));
    CompiledNetwork built = NetworkBuilder.build(procedural, 2).network();

    assertThat(stored).hasSizeGreaterThan(500);
    assertThat(built.synapses()).isZero();
    assertThat(built.synapseBytes()).isZero();
    for (int threads : new int[] {1, 2, 3}) {
      assertThat(spikes(procedural, threads, 40)).isEqualTo(stored);
    }
  }

  @Test
  void shouldNotDependOnHowARunIsCut() {
    Network network =
        network(
            "fixed_outdegree",
            "normal(20, 2)",
            "uniform(0.3, 5)",
            p -> p.storedIn(Store.PROCEDURAL));
    assertThat(spikes(network, 2, 30.3, 0.1, 19.6)).isEqualTo(spikes(network, 2, 50));
  }

  /** Planning looks at no synapse that will not be stored: there may be billions. */
  @Test
  void shouldPlanWithoutLookingAtEverySynapse() {
    Network network =
        Network.of("large", 0.1)
            .with(Population.of("e", "iaf_psc_exp", 1_000_000))
            .with(
                Projection.of("p", "e", "e", Connectivity.rule("all_to_all"))
                    .storedIn(Store.PROCEDURAL));
    NetworkPlan plan = NetworkPlan.of(network, 1000, 2);
    assertThat(plan.synapses()).isEqualTo(1_000_000_000_000L);
    assertThat(plan.memory().synapseBytes()).isZero();
  }

  /** Forms of weights are kept apart, so each may be stored or not. */
  @Test
  void shouldMixWithStoredSynapsesOfOtherForms() {
    UnaryOperator<Projection> some = p -> p.from().equals("e") ? p.storedIn(Store.PROCEDURAL) : p;
    UnaryOperator<Projection> others = p -> p.from().equals("i") ? p.storedIn(Store.PROCEDURAL) : p;
    List<UnaryOperator<Projection>> forms = List.of(p -> p, some, others);
    List<List<Long>> results =
        forms.stream()
            .map(form ->
                spikes(
                    network(
                        "fixed_outdegree",
                        "20.0",
                        "1.5",
                        // Inhibitory weights are one number too, but another.
                        p -> form.apply(p.from().equals("i") ? p.with("weight", -100.0) : p)),
                    2,
                    40))
            .toList();
    assertThat(results.get(1)).isEqualTo(results.get(0));
    assertThat(results.get(2)).isEqualTo(results.get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"fixed_indegree", "pairwise_bernoulli with drop", "a plastic model", "poisson"})
  void shouldRefuseWhatCannotBeDrawnRowByRow(String wrong) {
    Projection projection =
        switch (wrong) {
          case "fixed_indegree" ->
              Projection.of(
                  "p",
                  "e",
                  "e",
                  new Connectivity.Rule("fixed_indegree", Map.of("indegree", Value.of(2.0))));
          case "a plastic model" ->
              Projection.of("p", "e", "e", Connectivity.rule("all_to_all"))
                  .withSynapseModel("stdp_synapse");
          case "poisson" -> Projection.of("p", "drive", "e", Connectivity.rule("all_to_all"));
          default ->
              Projection.of("p", "e", "e", rule("pairwise_bernoulli", 1)).dropping("weight > 2");
        };
    Network network =
        Network.of("n", 0.1)
            .with(Population.of("e", "iaf_psc_exp", 4))
            .with(Population.of("drive", "poisson_generator", 1))
            .with(projection.storedIn(Store.PROCEDURAL));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> NetworkBuilder.build(network, 1))
        .withMessageContaining("projections.p.store: procedural");
  }

  /** The first row is made while the network is built, so this is told before the run. */
  @Test
  void shouldTellAWrongDelayBeforeTheRun() {
    Network network =
        Network.of("n", 0.1)
            .with(Population.of("e", "iaf_psc_exp", 4))
            .with(
                new Projection(
                        "p",
                        "e",
                        "e",
                        Connectivity.rule("all_to_all"),
                        Map.of("delay", Value.of(0.01)),
                        Projection.STATIC_SYNAPSE,
                        Optional.empty())
                    .storedIn(Store.PROCEDURAL));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> NetworkBuilder.build(network, 1))
        .withMessageContaining("delay is 0.01 ms; allowed is one step");
  }
}
