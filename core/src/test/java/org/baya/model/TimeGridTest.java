package org.baya.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeGridTest {

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1, 1",
    "0.1, 0.3, 3",
    "0.1, 0.25, 3",
    "0.1, 0.2004, 2",
    "0.1, 0.2005, 3",
    "0.1, 0.2006, 3",
    "0.1, 3.75, 38",
    "1.0, 3.75, 4",
    "1.0, 4.0, 4",
    "0.1, 0, 0",
    "0.1, -0.05, 0",
    "0.1, -0.25, -2",
    "0.001, 0.0014, 1",
    "0.125, 1.0, 8"
  })
  void shouldCoverTimesWithWholeStepsAfterRoundingToTics(
      double resolutionMs, double ms, long steps) {
    assertThat(new TimeGrid(resolutionMs).stepsUp(ms)).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1, 1",
    "0.1, 0.14, 1",
    "0.1, 0.15, 2",
    "0.1, 0.16, 2",
    "0.1, 0.25, 2",
    "0.1, 0.35, 4",
    "0.1, 0.04, 0",
    "0.1, 0.05, 0",
    "1.0, 1.5, 2",
    "1.0, 2.5, 2",
    "1.0, 1.49999, 1",
    "0.1, 6553.5, 65535",
    "0.2, 0.3, 2"
  })
  void shouldRoundDelaysToTheNearestStepAndHalvesToTheEvenOne(
      double resolutionMs, double ms, long steps) {
    assertThat(new TimeGrid(resolutionMs).stepsNearest(ms)).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.3, 3",
    "0.1, 0.25, -1",
    "0.1, 1000, 10000",
    "1.0, 0.5, -1",
    "0.1, 0, 0",
    "0.1, 0.30001, -1",
    "0.125, 0.375, 3",
    "0.1, 1e9, 10000000000"
  })
  void shouldTellMultiplesFromOtherTimes(double resolutionMs, double ms, long steps) {
    assertThat(new TimeGrid(resolutionMs).stepsExact(ms)).isEqualTo(steps);
  }

  @Test
  void shouldGiveTimesWithoutAccumulatedError() {
    TimeGrid grid = new TimeGrid(0.1);
    assertThat(grid.timeMs(3)).isEqualTo(0.3);
    assertThat(grid.timeMs(12_345_678_901L)).isEqualTo(1234567890.1);
    for (int step = 0; step < 20_000; step++) {
      assertThat(grid.stepsExact(grid.timeMs(step))).isEqualTo(step);
      assertThat(grid.stepsNearest(grid.timeMs(step))).isEqualTo(step);
      assertThat(grid.stepsUp(grid.timeMs(step))).isEqualTo(step);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 0.0005, 0.10005, Double.NaN, Double.POSITIVE_INFINITY, 2e6})
  void shouldRefuseResolutionsOffTheTics(double resolutionMs) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new TimeGrid(resolutionMs))
        .withMessage(
            "resolution: " + resolutionMs + " ms; allowed is a positive multiple of 0.001 ms");
  }
}
