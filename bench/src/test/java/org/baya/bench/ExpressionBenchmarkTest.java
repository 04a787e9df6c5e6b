package org.baya.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExpressionBenchmarkTest {
  @Test
  void shouldScaleWeightsByParametersOfTheTargetWithoutAllocating() {
    ExpressionBenchmark benchmark = benchmark("weight * (V_th[target] - E_L[target])");

    benchmark.evaluate();

    for (int i = 0; i < ExpressionBenchmark.EDGES; i += 100) {
      assertThat(benchmark.values()[i]).isEqualTo(benchmark.scaled(i));
    }
    assertThat(AllocationMeter.bytesOnceCompiled(benchmark::evaluate)).isZero();
  }

  /** The seed is fixed; for another one the test fails with probability 6e-7. */
  @Test
  void shouldDrawNormalNumbersWithoutAllocating() {
    ExpressionBenchmark benchmark = benchmark("normal(2.0, 0.2)");

    benchmark.evaluate();

    double mean = Arrays.stream(benchmark.values()).average().orElseThrow();
    assertThat(mean).isCloseTo(2.0, within(5 * 0.2 / Math.sqrt(ExpressionBenchmark.EDGES)));
    assertThat(AllocationMeter.bytesOnceCompiled(benchmark::evaluate)).isZero();
  }

  private static ExpressionBenchmark benchmark(String formula) {
    ExpressionBenchmark benchmark = new ExpressionBenchmark();
    benchmark.formula = formula;
    benchmark.prepare();
    return benchmark;
  }
}
