package org.baya.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildBenchmarkTest {
  @ParameterizedTest
  @CsvSource({"sorted, columns, 1", "shuffled, formulas, 2"})
  void shouldStoreEveryEdge(String order, String values, int threads) {
    BuildBenchmark benchmark = new BuildBenchmark();
    benchmark.order = order;
    benchmark.values = values;
    benchmark.threads = threads;
    benchmark.prepare();

    assertThat(benchmark.build().synapses()).isEqualTo(BuildBenchmark.EDGES);
  }
}
