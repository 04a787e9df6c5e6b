package org.baya.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.baya.allocation.Allocation;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTableTest {

  /** What count k owns of 15 bits, and what it gets of the values that nobody owns. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.01, 0.5, 1.6, 7, 15.999})
  void shouldGiveEveryCountItsProbability(double mean) {
    PoissonTable table = new PoissonTable(mean);
    int[] values = new int[256];
    for (int number = 0; number < ThresholdCount.RANGE; number++) {
      values[table.owned().count(number << 1, 0)]++;
    }
    double shared = (double) values[table.owned().size()] / ThresholdCount.RANGE;
    values[table.owned().size()] = 0;
    double probability = Math.exp(-mean);
    for (int k = 0; k < 120; k++) {
      double drawn = (double) values[k] / ThresholdCount.RANGE + shared * remainder(table, k);
      assertThat(drawn).as("count %d", k).isCloseTo(probability, within(1e-14));
      probability *= mean / (k + 1);
    }
    assertThat(shared).isLessThan(50.0 / ThresholdCount.RANGE);
  }

  /** All numbers of a lane, beside others, and every count of thresholds. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 9, 127})
  void shouldCountBothLanesAsOneByOne(int thresholds) {
    int[] numbers = new int[thresholds];
    Arrays.setAll(numbers, k -> k * ThresholdCount.RANGE / thresholds);
    numbers[thresholds - 1] = ThresholdCount.RANGE - thresholds % 2;
    ThresholdCount owned = new ThresholdCount(numbers);
    int[] words = new int[1 << 16];
    Arrays.setAll(words, i -> i << 16 | i * 40_503 & 0xFFFF);
    int[] counts = new int[words.length];
    owned.count(words.length, words, new int[words.length], counts);
    boolean any = false;
    for (int i = 0; i < words.length; i++) {
      int low = owned.count(words[i], 0);
      int high = owned.count(words[i], 1);
      assertThat(counts[i]).isEqualTo(low | high << 16);
      assertThat(high).isEqualTo(reached(numbers, i >>> 1));
      boolean all = low == thresholds || high == thresholds;
      assertThat(owned.reachesAll(counts[i])).isEqualTo(all);
      any |= all;
    }
    assertThat(owned.reachesAll(words.length, counts)).isEqualTo(any);
  }

  private static int reached(int[] thresholds, int number) {
    return (int) Arrays.stream(thresholds).filter(threshold -> number >= threshold).count();
  }

  @Test
  void shouldGiveNothingButZeroWhenTheMeanIsZero() {
    PoissonTable table = new PoissonTable(0);

    assertThat(table.owned().count(-1, 1)).isZero();
    assertThat(table.owned().size()).isOne();
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
    PoissonTrains trains = new PoissonTrains(mean, 5, Purpose.POISSON);
    TrainCounts counts = trains.counts(n);
    long[] ids = LongStream.range(0, n).toArray();
    long[] observed = new long[200];
    for (int group = 0; group < 5; group++) {
      trains.fill(ids, n, group, counts);
      for (int step = 0; step < PoissonTrains.STEPS; step++) {
        for (int i = 0; i < n; i++) {
          observed[counts.get(i, step)]++;
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

  /** Several times as many as are drawn at once, and so many that some of each step stay open. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1.6, 15.5, 20})
  void shouldEqualSingleCountsWhenFilledInBulk(double mean) {
    PoissonTrains trains = new PoissonTrains(mean, 3, Purpose.POISSON.at(1));
    int n = 30_100;
    long[] ids = LongStream.range(0, n).map(i -> 50_000_000_000L - i * 7).toArray();
    TrainCounts counts = trains.counts(n);

    trains.fill(ids, n, 6, counts);

    long[] totals = new long[PoissonTrains.STEPS];
    counts.totals(totals);
    for (int step = 48; step < 48 + PoissonTrains.STEPS; step++) {
      long total = 0;
      for (int i = 0; i < n; i++) {
        assertThat(counts.get(i, step)).isEqualTo(trains.count(ids[i], step));
        total += counts.get(i, step);
      }
      assertThat(totals[step % PoissonTrains.STEPS]).isEqualTo(total);
    }
  }

  @Test
  void shouldAllocateNothingWhenFilling() {
    PoissonTrains trains = new PoissonTrains(1.6, 3, Purpose.POISSON);
    TrainCounts counts = trains.counts(1000);
    long[] ids = new long[1000];
    Runnable work =
        () -> {
          for (int group = 0; group < 200; group++) {
            trains.fill(ids, ids.length, group, counts);
          }
        };
    assertThat(Allocation.least(work)).isZero();
  }

  /** The share of count k among the remainders. */
  private static double remainder(PoissonTable table, int k) {
    return share(firstAbove(table, k)) - (k == 0 ? 0 : share(firstAbove(table, k - 1)));
  }

  private static double share(long bits) {
    return bits == -1L ? 1 : (bits >>> 11) * 0x1p-53;
  }

  /** The least 64-bit value whose count is above k, or the largest. */
  private static long firstAbove(PoissonTable table, int k) {
    long value = 0;
    for (int bit = 63; bit >= 0; bit--) {
      long candidate = value | 1L << bit;
      if (table.remainder(candidate - 1) <= k) {
        value = candidate;
      }
    }
    return value;
  }

  @Test
  void shouldShareATableWithoutChangingCounts() {
    PoissonTables tables = new PoissonTables();
    assertThat(tables.of(1.6)).isSameAs(tables.of(1.6)).isNotSameAs(tables.of(1.7));
    PoissonTrains own = new PoissonTrains(1.6, 3, Purpose.POISSON);
    for (int user = 0; user < 2; user++) {
      PoissonTrains shared = new PoissonTrains(1.6, 3, Purpose.POISSON, tables);
      for (int entity = 0; entity < 1000; entity++) {
        assertThat(shared.count(entity, 7)).isEqualTo(own.count(entity, 7));
      }
    }
  }
}
