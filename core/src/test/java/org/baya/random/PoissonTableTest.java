package org.baya.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.baya.allocation.Allocation;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTableTest {

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.01, 0.5, 1.6, 7, 15.999})
  void shouldStepAtTheCumulativeProbabilitiesWhenBitsGrow(double mean) {
    PoissonTable table = new PoissonTable(mean);
    double probability = Math.exp(-mean);
    double cumulative = probability;
    for (int k = 0; cumulative < 1 - 1e-12 && k < table.largest(); k++) {
      long threshold = firstAbove(table, k);
      assertThat((threshold >>> 11) * 0x1p-53).isCloseTo(cumulative, within(1e-14));
      probability *= mean / (k + 1);
      cumulative += probability;
    }
  }

  /** All 65,536 numbers; the comparison ties exactly where it must. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.01, 1.6, 15.999})
  void shouldAgreeWithTheFullComparisonWhenShortBitsDecide(double mean) {
    PoissonTable table = new PoissonTable(mean);
    int[] numbers = new int[1 << 16];
    Arrays.setAll(numbers, i -> i);
    int[] counts = new int[numbers.length];
    table.upperBits().count(numbers.length, numbers, counts);
    int undecided = 0;
    for (int number : numbers) {
      undecided += check(table, number, counts[number]);
    }
    assertThat(undecided).isLessThanOrEqualTo(table.largest());
  }

  /** 1 if the count is undecided, which it may be where the other 48 bits matter. */
  private static int check(PoissonTable table, int number, int count) {
    int least = table.count((long) number << 48);
    int most = table.count((long) number << 48 | -1L >>> 16);
    if (count >= ThresholdCount.TIE) {
      assertThat(least).isLessThan(most);
      return 1;
    }
    assertThat(count).isEqualTo(least).isEqualTo(most);
    return 0;
  }

  @Test
  void shouldGiveNothingButZeroWhenTheMeanIsZero() {
    PoissonTable table = new PoissonTable(0);

    assertThat(table.largest()).isZero();
    assertThat(table.count(-1L)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 16, Double.NaN})
  void shouldRefuseWhenTheMeanIsOutOfRange(double mean) {
    assertThatThrownBy(() -> new PoissonTable(mean))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("mean is " + mean)
        .hasMessageContaining("below 16");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1.6, 9.5, 40})
  void shouldFollowThePoissonLawWhenDrawnAsTrains(double mean) {
    int n = 5000;
    int[][] counts = new int[PoissonTrains.STEPS][n];
    PoissonTrains trains = new PoissonTrains(mean, 5, Purpose.POISSON);
    long[] observed = new long[200];
    for (int group = 0; group < 5; group++) {
      trains.fill(0, n, group, counts, 0);
      for (int[] row : counts) {
        for (int count : row) {
          observed[count]++;
        }
      }
    }
    double[] expected = new double[observed.length];
    double probability = Math.exp(-mean);
    for (int k = 0; k < expected.length; k++) {
      expected[k] = probability * 5 * PoissonTrains.STEPS * n;
      probability *= mean / (k + 1);
    }
    assertThat(Statistics.chiSquareScore(observed, expected)).isLessThan(Statistics.LIMIT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1.6, 20})
  void shouldEqualSingleCountsWhenFilledInBulk(double mean) {
    PoissonTrains trains = new PoissonTrains(mean, 3, Purpose.POISSON.at(1));
    int n = 1100;
    long[] ids = new long[n + 1];
    for (int i = 0; i < n; i++) {
      ids[i + 1] = 50_000_000_000L - i * 7L;
    }
    int[][] range = new int[PoissonTrains.STEPS][n + 2];
    int[][] list = new int[PoissonTrains.STEPS][n + 2];

    trains.fill(100, n, 6, range, 2);
    trains.fill(ids, 1, n, 6, list, 2);

    for (int k = 0; k < PoissonTrains.STEPS; k++) {
      for (int i = 0; i < n; i++) {
        assertThat(range[k][2 + i]).isEqualTo(trains.count(100 + i, 48 + k));
        assertThat(list[k][2 + i]).isEqualTo(trains.count(ids[1 + i], 48 + k));
      }
    }
  }

  @Test
  void shouldAllocateNothingWhenFilling() {
    PoissonTrains trains = new PoissonTrains(1.6, 3, Purpose.POISSON);
    int[][] counts = new int[PoissonTrains.STEPS][1000];
    Runnable work =
        () -> {
          for (int group = 0; group < 200; group++) {
            trains.fill(0, 1000, group, counts, 0);
          }
        };
    assertThat(Allocation.least(work)).isZero();
  }

  /** The least 64-bit value whose count is above k. */
  private static long firstAbove(PoissonTable table, int k) {
    long value = 0;
    for (int bit = 63; bit >= 0; bit--) {
      long candidate = value | 1L << bit;
      long below = candidate - 1;
      if (table.count(below) <= k) {
        value = candidate;
      }
    }
    return value;
  }
}
