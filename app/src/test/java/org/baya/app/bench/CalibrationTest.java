package org.baya.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void shouldMakeEveryAddition() {
    Calibration.Accumulation accumulation = new Calibration.Accumulation(4096);
    accumulation.run();
    assertThat(accumulation.total())
        .isEqualTo(accumulation.totalWeight())
        .isGreaterThan(Calibration.Accumulation.ADDITIONS);
  }

  @Test
  void shouldGivePositiveFiguresWithinReason() {
    Calibration.Figures figures = Calibration.measure();
    assertThat(figures.accumulateSmallNs()).isBetween(0.05, 1000.0);
    assertThat(figures.accumulateLargeNs()).isBetween(0.05, 1000.0);
    assertThat(figures.copyGbPerS()).isBetween(0.01, 10_000.0);
  }

  @Test
  void shouldTakeTheMiddle() {
    assertThat(Medians.of(3, 1, 100)).isEqualTo(3);
    assertThat(Medians.of(4, 1)).isEqualTo(2.5);
    assertThat(Medians.of()).isNaN();
  }
}
