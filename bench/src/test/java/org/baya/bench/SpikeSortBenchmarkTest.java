package org.baya.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpikeSortBenchmarkTest {
  /** What the library's sort allocates for a list too long for insertion and too short for radix. */
  private static final long MOST_BYTES_PER_LIST = 400;

  @ParameterizedTest
  @CsvSource({"25, 0", "500, " + MOST_BYTES_PER_LIST, "10000, 0"})
  void shouldLeaveTheListSortedAndAllocateLittle(int spikes, long mostBytes) {
    SpikeSortBenchmark benchmark = new SpikeSortBenchmark();
    benchmark.spikes = spikes;
    benchmark.prepare();

    benchmark.sort();

    assertThat(Arrays.copyOf(benchmark.keys(), spikes)).isSorted().doesNotContain(0L);
    assertThat(SpikeSortBenchmark.SPIKES % spikes).isZero();
    long lists = SpikeSortBenchmark.SPIKES / spikes;
    assertThat(AllocationMeter.bytesOnceCompiled(benchmark::sort, mostBytes * lists)).isLessThanOrEqualTo(mostBytes * lists);
  }
}
