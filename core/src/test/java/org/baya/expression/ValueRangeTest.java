package org.baya.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValueRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.5 | 1.5",
        "max(delay, 1.0) | 1.0",
        "max(0.1, normal(1.5, 0.75)) | 0.1",
        "clipped(normal(1.5, 0.75), 0.1, 5) | 0.1",
        "redrawn(normal(1.5, 0.75), 0.3, 5) | 0.3",
        "uniform(1.0, 3.0) | 1.0",
        "uniform(0.5, 1) + exponential(2) | 0.5",
        "min(uniform(1, 2), 0.7) | 0.7",
        "if(delay > 2, 1.5, uniform(0.4, 0.6)) | 0.4",
        "0.5 + lognormal(0, 1) | 0.5",
        "delay | -Infinity",
        "normal(1.5, 0.75) | -Infinity",
        "max(delay, 1.0) - 0.5 | 0.5",
        "min(delay, 1.0) | -Infinity"
      })
  void shouldTellWhatAnExpressionIsNeverBelow(String text, double bound) {
    assertThat(Expression.parse(text, "test").lowerBound()).isEqualTo(bound);
  }

  @Test
  void shouldHoldEveryValueWhenFormulasAndRangesAreRandom() {
    Random random = new Random(11);
    Symbol a = Symbol.plain("a");
    Symbol b = Symbol.plain("b");
    for (String text :
        List.of(
            "a * b - a",
            "exp(-(a / 3)^2) * (1 - 0.2 * b)",
            "90 - abs(abs(abs(a - b) - 180) - 90)",
            "if(a < b, a, b / 2) + min(a, 2) * max(b, -1)",
            "a^3 - b^2 + abs(a)^0.5",
            "a / (1 + b^2) - floor(b) + round(a) + ceil(b)",
            "clipped(a, -1, 1) + (a > 1 and b > 1) - (a == b or not (b <= 0))",
            "gaussian(a, 1, 2) + exponential_kernel(abs(b), 3)",
            "gaussian2D(a, b, 0.5, -0.5, 1, 2, 0.3) * cos(a) + sin(b)",
            "gamma_kernel(abs(a), 2.5, 1.5) + log_gamma(1 + abs(b)) * sqrt(abs(a))",
            "gabor(a, b, 30, 0.5, 2, 3, 45)",
            "(a >= b) * (a != b) - -a + log(2 + abs(b))")) {
      Expression expression = Expression.parse(text, "test");
      ValueRange range = expression.range();
      for (int i = 0; i < 200; i++) {
        double[] low = {8 * random.nextGaussian(), 8 * random.nextGaussian()};
        double[] size = {
          random.nextInt(4) * random.nextDouble(), random.nextInt(4) * random.nextDouble()
        };
        range.set(a, low[0], low[0] + size[0]);
        range.set(b, low[1], low[1] + size[1]);
        range.evaluate();
        double[] values =
            new Rows()
                .with(a, row -> low[0] + size[0] * (row % 5) / 4)
                .with(b, row -> low[1] + size[1] * Math.floor(row / 5.0) / 4)
                .evaluate(text, 25, 25);
        for (double value : values) {
          assertThat(value)
              .as(text)
              .isBetween(
                  range.low() - 1e-9 * Math.abs(range.low()) - 1e-12,
                  range.high() + 1e-9 * Math.abs(range.high()) + 1e-12);
        }
      }
    }
  }

  @Test
  void shouldBeTightWhereEachNameStandsOnce() {
    ValueRange range = Expression.parse("min(1, 2 * exp(-(distance / 50)^2))", "test").range();
    range.set(Symbol.DISTANCE, 50, 100);
    range.evaluate();
    assertThat(range.high()).isCloseTo(2 * Math.exp(-1), within(1e-12));
    assertThat(range.low()).isCloseTo(2 * Math.exp(-4), within(1e-12));
    range.set(Symbol.DISTANCE, 0, 10);
    range.evaluate();
    assertThat(range.high()).isEqualTo(1);
  }

  @Test
  void shouldSeeThatNothingIsLeftBeyondACut() {
    ValueRange range = Expression.parse("if(distance < 100, exp(-distance), 0)", "test").range();
    range.set(Symbol.DISTANCE, 100, 120);
    range.evaluate();
    assertThat(range.high()).isZero();
  }
}
