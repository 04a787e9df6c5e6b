package org.baya.io.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class V1TrainsTest {
  private static final V1Trains TRAINS = V1Trains.draw(1);

  @Test
  void shouldDrawGammaDistributedRates() {
    double[] counts = new double[V1Input.LGN_SOURCES];
    for (int id : TRAINS.lgnIds()) {
      counts[id]++;
    }
    double mean = 0.0;
    for (double count : counts) {
      mean += count / counts.length;
    }
    double variance = 0.0;
    for (double count : counts) {
      variance += (count - mean) * (count - mean) / counts.length;
    }
    // Mean 8, variance 8 + 2 * 4^2 = 40 spikes a source; 999 ms instead of 1000 take 0.1 %. Five
    // standard errors:
    // 5 * sqrt(40 / 17400), and 5 * 40 * sqrt(4.2 / 17400) with the kurtosis of this mixture
    // (excess about 2.2).
    assertThat(mean).isCloseTo(7.992, within(0.24));
    assertThat(variance).isCloseTo(40.0, within(3.2));
  }

  @Test
  void shouldSortSpikesBySourceAndTimeAtWholeMilliseconds() {
    for (int i = 0; i < TRAINS.lgnIds().length; i++) {
      double time = TRAINS.lgnTimes()[i];
      assertThat(time).isBetween(1.0, 999.0).isEqualTo(Math.rint(time));
      if (i > 0 && TRAINS.lgnIds()[i] == TRAINS.lgnIds()[i - 1]) {
        assertThat(time).isGreaterThan(TRAINS.lgnTimes()[i - 1]);
      }
    }
    assertThat(TRAINS.lgnIds()).isSorted().hasSameSizeAs(TRAINS.lgnTimes());
    assertThat(TRAINS.lgnIds()[0]).isNotNegative();
    assertThat(TRAINS.lgnIds()[TRAINS.lgnIds().length - 1]).isLessThan(17_400);
  }

  @Test
  void shouldUseAllTimesEvenly() {
    int[] byHundred = new int[10];
    for (double time : TRAINS.lgnTimes()) {
      byHundred[(int) time / 100]++;
    }
    double perMs = TRAINS.lgnTimes().length / 999.0;
    for (int i = 0; i < 10; i++) {
      double expected = perMs * (i == 0 ? 99 : 100);
      // Ten comparisons at 5 sd: false alarm below 1e-5.
      assertThat((double) byHundred[i]).isCloseTo(expected, within(5.0 * Math.sqrt(expected)));
    }
  }

  @Test
  void shouldGiveTheBackgroundOneSpikePerMillisecondOnAverage() {
    double[] times = TRAINS.backgroundTimes();
    assertThat(times).isSorted();
    assertThat(Arrays.stream(times))
        .allMatch(time -> time >= 1.0 && time <= 999.0 && time == Math.rint(time));
    // Poisson of mean 999 at 5 sd.
    assertThat((double) times.length).isCloseTo(999.0, within(158.0));
    int repeated = 0;
    for (int i = 1; i < times.length; i++) {
      repeated += times[i] == times[i - 1] ? 1 : 0;
    }
    // 999 minus the expected number of different times, 999 (1 - 1/e); sd about 16.
    assertThat(repeated).isBetween(268, 468);
  }
}
