package org.baya.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlasticityBenchmarkTest {
  @Test
  void shouldRunTheEventsItCountsAndChangeItsWeights() {
    PlasticityBenchmark benchmark = new PlasticityBenchmark();
    benchmark.model = "stdp_synapse";
    benchmark.prepare();
    double before = benchmark.weights();
    benchmark.run();
    benchmark.run();
    assertThat(benchmark.events())
        .isBetween((long) (1.9 * PlasticityBenchmark.EVENTS), 2L * PlasticityBenchmark.EVENTS);
    assertThat(benchmark.spikes()).isBetween(2000L, 20_000L);
    assertThat(benchmark.weights()).isNotEqualTo(before);
  }
}
