package org.baya.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateBinsTest {
  @Test
  void shouldGiveASpikeToTheBinThatItsStepEndsIn() {
    RateBins bins = new RateBins(1, 10, 1.0);
    assertThat(bins.binMs()).isEqualTo(1);
    assertThat(bins.bins()).isEqualTo(10);
    bins.add(0, 1.0);
    bins.add(0, 10.0);
    bins.add(0, 10.4);
    bins.add(0, 0.0);
    assertThat(bins.count(0, 0)).isEqualTo(2);
    assertThat(bins.count(0, 9)).isEqualTo(2);
  }

  @Test
  void shouldNotMoveSpikesByRoundingOfTimes() {
    RateBins bins = new RateBins(1, 1000, 0.1);
    assertThat(bins.binMs()).isEqualTo(5);
    for (int step = 1; step <= 10_000; step++) {
      bins.add(0, step * 0.1);
    }
    for (int b = 0; b < bins.bins(); b++) {
      assertThat(bins.count(0, b)).isEqualTo(50);
    }
  }

  @Test
  void shouldGiveRatesInHertz() {
    RateBins bins = new RateBins(2, 1000, 0.1);
    bins.add(0, 2.0);
    bins.add(1, 2.0);
    bins.add(1, 3.0);
    assertThat(bins.ratesHz(1, 10)[0])
        .isCloseTo(40, within(1e-9)); // 2 spikes of 10 neurons in 5 ms
    assertThat(bins.totalRatesHz(30)[0]).isCloseTo(20, within(1e-9));
    assertThat(bins.ratesHz(0, 0)[0]).isNaN();
  }

  @Test
  void shouldAccountForAShortLastBin() {
    RateBins bins = new RateBins(1, 2.5, 1.0);
    bins.add(0, 2.5);
    assertThat(bins.bins()).isEqualTo(3);
    assertThat(bins.ratesHz(0, 1)[2]).isCloseTo(2000, within(1e-9));
  }

  @Test
  void shouldKeepTheNumberOfBinsSmallWhateverTheDuration() {
    for (double duration : new double[] {0, 0.1, 1, 399, 401, 12_345, 1e7, 3.6e9}) {
      for (double resolution : new double[] {0.01, 0.1, 0.3, 1, 2}) {
        RateBins bins = new RateBins(1, duration, resolution);
        assertThat(bins.bins()).as("%s ms in steps of %s", duration, resolution).isBetween(1, 400);
        double steps = bins.binMs() / resolution;
        assertThat(steps).isCloseTo(Math.rint(steps), within(1e-6 * steps));
      }
    }
  }
}
