package org.baya.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LowerBoundTest {

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
        "max(delay, 1.0) - 0.5 | -Infinity",
        "min(delay, 1.0) | -Infinity"
      })
  void shouldTellWhatAnExpressionIsNeverBelow(String text, double bound) {
    assertThat(Expression.parse(text, "test").lowerBound()).isEqualTo(bound);
  }
}
