package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.baya.compiled.SpikeList;
import org.baya.network.Network;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  @ParameterizedTest
  @MethodSource("networks")
  void shouldDependOnTheSeedAlone(Network network) {
    Run reference = run(network, 2, 1, DURATION_MS);
    assertSame(run(network, 2, 1, DURATION_MS), reference, "the same seed");
    assertThat(run(network.withSeed(6), 2, 1, DURATION_MS).keys()).isNotEqualTo(reference.keys());
  }
}
