package org.baya.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryBenchmarkTest {
  @ParameterizedTest
  @CsvSource({"128, 4, constant", "512, 16, float", "1024, 32, double", "4096, 256, float"})
  void shouldAddEveryEventOnceWithoutAllocating(
      int accumulatorKb, int groupLength, String weights) {
    DeliveryBenchmark benchmark = new DeliveryBenchmark();
    benchmark.accumulatorKb = accumulatorKb;
    benchmark.groupLength = groupLength;
    benchmark.weights = weights;
    benchmark.prepare();

    benchmark.deliver();

    assertThat(benchmark.total())
        .isEqualTo(benchmark.expectedTotal())
        .isGreaterThanOrEqualTo(DeliveryBenchmark.EVENTS);
    assertThat(AllocationMeter.bytesOnceCompiled(benchmark::deliver)).isZero();
  }
}
