package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.SpikeList;
import org.baya.network.Network;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bits for any number of threads and shards, and however a run is cut. */
class DeterminismTest {
  private static final double DURATION_MS = 40;

  static Stream<Named<Network>> networks() {
    return Stream.of(
        Named.of("random delays", Mixed.randomDelays()),
        Named.of("fixed delays", Mixed.fixedDelays()));
  }

  private static Run run(Network network, int buildThreads, int threads, double... durationsMs) {
    return Run.of(network, buildThreads, threads)
        .sampling("glif", 0.7, "V_m", "I_syn", "ASCurrents_sum")
        .sampling("alpha", 0.9, "V_m", "I_syn_ex", "I_syn_in")
        .run(durationsMs);
  }

  private static void assertSame(Run run, Run reference, String what) {
    assertThat(run.keys()).as("spikes with %s", what).isEqualTo(reference.keys());
    assertThat(run.sampleTimes()).isEqualTo(reference.sampleTimes());
    assertThat(Arrays.deepEquals(run.samples(), reference.samples()))
        .as("same bits of all samples with %s", what)
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void shouldGiveTheSameBitsForAnyThreadsAndShards(Network network) {
    Run reference = run(network, 1, 1, DURATION_MS);
    assertThat(reference.keys().stream().filter(key -> SpikeList.node(key) < 251).count())
        .as("spikes of glif")
        .isGreaterThan(250);
    assertThat(
            reference.keys().stream()
                .filter(key -> SpikeList.node(key) >= 251 && SpikeList.node(key) < 381)
                .count())
        .isGreaterThan(100);
    assertThat(
            reference.keys().stream()
                .filter(key -> SpikeList.node(key) >= 381 && SpikeList.node(key) < 480)
                .count())
        .isGreaterThan(50);
    assertThat(reference.compiled().shards()).hasSize(1);
    int[][] threads = {{1, 8}, {2, 2}, {8, 1}, {5, 4}, {30, 3}};
    for (int[] pair : threads) {
      Run other = run(network, pair[0], pair[1], DURATION_MS);
      assertThat(other.compiled().shards()).hasSize(pair[0]);
      assertThat(other.simulation().synapticEvents())
          .isEqualTo(reference.simulation().synapticEvents());
      assertSame(other, reference, pair[0] + " shards and " + pair[1] + " threads");
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void shouldGiveTheSameBitsWhenTheRunIsCut(Network network) {
    Run reference = run(network, 2, 1, DURATION_MS);
    assertSame(run(network, 2, 1, 0.7, 13.3, 0.1, 0, 1.6, 10.9, 13.4), reference, "odd pieces");
    assertSame(run(network, 2, 2, 20, 20), reference, "two halves");
  }

  /** Whoever builds chooses by the machine's cache, see {@code build.DeliverySteps}. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7})
  void shouldGiveTheSameBitsHoweverManyStepsOfOneTableAreDeliveredAtOnce(int steps) {
    Network network = Mixed.oneTable();
    Run reference = Run.of(network, 2, 2).run(DURATION_MS);
    assertThat(reference.compiled().deliverySteps()).isGreaterThan(1);
    assertThat(reference.compiled().shards().getFirst().synapses()).hasSize(1);
    assertThat(reference.keys()).hasSizeGreaterThan(500);
    Run other = Run.of(delivering(NetworkBuilder.build(network, 3).network(), steps), 2);
    assertThat(other.run(13.3, 26.7).keys()).isEqualTo(reference.keys());
  }

  private static CompiledNetwork delivering(CompiledNetwork network, int steps) {
    return new CompiledNetwork(
        network.name(),
        network.seed(),
        network.grid(),
        network.populations(),
        network.windowSteps(),
        steps,
        network.maxDelaySteps(),
        network.shards(),
        network.slotOf(),
        network.given(),
        network.weighted(),
        network.plastic(),
        network.procedural(),
        network.volumes());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void shouldDependOnTheSeedAlone(Network network) {
    Run reference = run(network, 2, 1, DURATION_MS);
    assertSame(run(network, 2, 1, DURATION_MS), reference, "the same seed");
    assertThat(run(network.withSeed(6), 2, 1, DURATION_MS).keys()).isNotEqualTo(reference.keys());
  }
}
