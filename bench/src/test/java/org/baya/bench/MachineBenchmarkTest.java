package org.baya.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineBenchmarkTest {
  @Test
  void shouldAccumulateWithoutAllocating() {
    MachineBenchmark benchmark = new MachineBenchmark();
    benchmark.prepare();

    assertThat(benchmark.accumulate()).isPositive();
    assertThat(AllocationMeter.bytesOnceCompiled(benchmark::accumulate)).isZero();
  }
}
