package org.baya.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StimulatorBenchmarkTest {

  /** 100 spikes a second for each of 1,000 synapses: independent trains, or one of 10 for all. */
  @ParameterizedTest
  @CsvSource({
    "none, 0, 0",
    "poisson_generator, 9_500, 10_500",
    "gamma_sup_generator, 9_500, 10_500",
    "mip_generator, 2_500, 17_500",
    "spike_generator, 9_000, 10_000",
  })
  void shouldSendTheSameNumberOfSpikesWhateverTheStimulator(String model, String low, String high) {
    StimulatorBenchmark benchmark = new StimulatorBenchmark();
    benchmark.model = model;
    benchmark.prepare();
    benchmark.run();
    assertThat(benchmark.events())
        .isBetween(Long.valueOf(low.replace("_", "")), Long.valueOf(high.replace("_", "")));
  }
}
