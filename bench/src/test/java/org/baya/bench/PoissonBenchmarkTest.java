package org.baya.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.baya.random.PoissonTrains;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonBenchmarkTest {
  /** The seed is fixed; for another one each case fails with probability 6e-7. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1.6, 8, 30})
  void shouldDrawCountsOfTheMeanWithoutAllocating(double mean) {
    PoissonBenchmark benchmark = new PoissonBenchmark();
    benchmark.mean = mean;
    benchmark.prepare();

    benchmark.draw();

    long[] totals = new long[PoissonTrains.STEPS];
    benchmark.counts().totals(totals);
    double sum = LongStream.of(totals).sum();
    assertThat(sum / PoissonBenchmark.COUNTS)
        .isCloseTo(mean, within(5 * Math.sqrt(mean / PoissonBenchmark.COUNTS)));
    assertThat(AllocationMeter.bytesOnceCompiled(benchmark::draw)).isZero();
  }
}
