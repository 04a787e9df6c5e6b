package org.baya.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpikeSortBenchmarkTest {
  @ParameterizedTest
  @ValueSource(ints = {25, 500, 10_000})
  void shouldLeaveTheListSortedAndAllocateNothing(int spikes) {
    SpikeSortBenchmark benchmark = new SpikeSortBenchmark();
    benchmark.spikes = spikes;
    benchmark.prepare();

    benchmark.sort();

    assertThat(Arrays.copyOf(benchmark.keys(), spikes)).isSorted().doesNotContain(0L);
    assertThat(SpikeSortBenchmark.SPIKES % spikes).isZero();
    assertThat(AllocationMeter.bytesOnceCompiled(benchmark::sort)).isZero();
  }
}
