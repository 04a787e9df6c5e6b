package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.compiled.Slab;
import org.baya.model.Dynamics;
import org.baya.model.neuron.GlifPscDynamics;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ports of glif_psc that no synapse reaches keep no state, and nobody can tell. */
class SilentPortsTest {
  private static final int NEURONS = 600;
  private static final int PORTS = 4;
  private static final String[] VARIABLES = {"V_m", "I_syn", "ASCurrents_sum", "threshold"};

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1.0})
  void shouldGiveTheSameBitsAsWithSynapsesOfNoWeightOnAllPorts(double resolutionMs) {
    Run sparse = Run.of(halves(resolutionMs), 2, 2);
    Run dense = Run.of(everywhere(halves(resolutionMs), 0), 1, 1);
    for (Run run : List.of(sparse, dense)) {
      run.sampling("n", 1, VARIABLES).run(300);
    }

    assertThat(sparse.keys()).hasSizeGreaterThan(NEURONS).isEqualTo(dense.keys());
    assertThat(sparse.samples()).isDeepEqualTo(dense.samples());
    assertThat(heard(sparse)).containsOnly(2);
    assertThat(heard(dense)).containsOnly(PORTS);
  }

  @Test
  void shouldKeepStateForPortsThatStimulatorsReach() {
    Network network =
        halves(1.0)
            .with(Population.of("noise", "poisson_generator", 1).with("rate", 100))
            .with(to("noise", 4, 20, node -> node < 304));

    assertThat(heard(Run.of(network))).contains(2, PORTS);
  }

  @Test
  void shouldLeaveNeuronsTogetherWhereEveryBlockHearsSomethingElse() {
    Network network =
        Network.of("n", 1.0)
            .with(neurons())
            .with(source())
            .with(to("source", 1, 1, node -> node / Dynamics.LANES % 2 == 0))
            .with(to("source", 3, 1, node -> node / Dynamics.LANES % 2 == 1));

    List<Slab> slabs = Run.of(network).compiled().shards().getFirst().slabs();

    assertThat(slabs).hasSize(1);
    assertThat(slabs.getFirst().blocks()).isEqualTo(NEURONS / Dynamics.LANES);
  }

  /** The ports with state of each slab. */
  private static List<Integer> heard(Run run) {
    return run.compiled().shards().stream()
        .flatMap(shard -> shard.slabs().stream())
        .map(slab -> ((GlifPscDynamics) slab.dynamics()).heard())
        .toList();
  }

  /** Half of the neurons hear ports 1 and 2, the other half port 3. */
  private static Network halves(double resolutionMs) {
    return Network.of("n", resolutionMs)
        .with(neurons())
        .with(source())
        .with(to("source", 1, 900, node -> node < 304))
        .with(to("source", 2, -100, node -> node < 304))
        .with(to("source", 3, 700, node -> node >= 304));
  }

  private static Network everywhere(Network network, double weight) {
    Network all = network;
    for (int port = 1; port <= PORTS; port++) {
      all =
          all.with(
              Projection.of("all_" + port, "source", "n", Connectivity.rule("all_to_all"))
                  .with("weight", weight)
                  .with("receptor", port)
                  .with("delay", 1.0));
    }
    return all;
  }

  private static Population neurons() {
    return Population.of("n", "glif_psc", NEURONS)
        .with("tau_syn", Value.of(5.5, 8.5, 2.8, 5.8))
        .with("after_spike_currents", Value.of(1));
  }

  private static Population source() {
    return Population.of("source", "spike_train_injector", 1)
        .with(
            "spike_times",
            new Value.Vector(DoubleStream.iterate(5, t -> t < 300, t -> t + 3).toArray()));
  }

  private static Projection to(String from, int port, double weight, IntPredicate target) {
    int[] targets = IntStream.range(0, NEURONS).filter(target).toArray();
    return Projection.of(
            from + "_to_" + port,
            from,
            "n",
            new Connectivity.Edges(
                Map.of(
                    "source", ColumnSource.of(SegmentColumn.of("s", new int[targets.length])),
                    "target", ColumnSource.of(SegmentColumn.of("t", targets)))))
        .with("weight", weight)
        .with("receptor", port)
        .with("delay", 1.0);
  }
}
