package org.baya.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.baya.allocation.Allocation;
import org.baya.random.ThresholdCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts spikes of stimulators and adds them gives the same bits with and without vectors. */
class CountContractTest {
  private static final SplittableRandom RANDOM = new SplittableRandom(1);
  private static final ThresholdCount FAST_COUNT = new ThresholdKernel();

  private static CountDelivery fast(char[] slots) {
    return CountDelivery.areBlocks(slots) ? new CountKernel() : CountDelivery.PLAIN;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 512, 1001})
  void shouldCountThresholdsAsThePlainFormDoes(int n) {
    for (int size : new int[] {0, 1, 2, 11, 60, 127}) {
      short[] thresholds = new short[size];
      for (int k = 0; k < size; k++) {
        thresholds[k] = (short) RANDOM.nextInt(-32768, 32768);
      }
      Arrays.sort(thresholds);
      int[] words = RANDOM.ints(n).toArray();
      for (int i = 0; i < n && size > 0; i += 3) {
        // ties in one half or the other
        int tied = thresholds[i % size] ^ Short.MIN_VALUE;
        words[i] =
            i % 2 == 0 ? words[i] & 0xFFFF0000 | tied & 0xFFFF : words[i] & 0xFFFF | tied << 16;
      }
      int[] plain = new int[n + 1];
      int[] fast = new int[n + 1];
      ThresholdCount.PLAIN.count(thresholds, n, words, plain);
      FAST_COUNT.count(thresholds, n, words, fast);
      assertThat(fast).isEqualTo(plain);
      for (int i = 0; i < n; i++) {
        assertThat(plain[i] >>> 16)
            .isEqualTo(expected(thresholds, (short) ((words[i] >>> 16) - 32768)));
        assertThat(plain[i] & 0xFFFF).isEqualTo(expected(thresholds, (short) (words[i] - 32768)));
      }
    }
  }

  private static int expected(short[] thresholds, short number) {
    int count = 0;
    for (short threshold : thresholds) {
      count += number == threshold ? 1 + ThresholdCount.TIE : number > threshold ? 1 : 0;
    }
    return count;
  }

  /** Slots in blocks of eight with gaps, with and without an incomplete block, and in any order. */
  @ParameterizedTest
  @ValueSource(strings = {"blocks", "rest", "any", "none"})
  void shouldAddCountsAsThePlainFormDoes(String order) {
    int n = order.equals("none") ? 0 : order.equals("rest") ? 83 : 80;
    char[] slots = new char[n];
    for (int i = 0; i < n; i++) {
      slots[i] = (char) (order.equals("any") ? i * 31 % n : i / 8 * 24 + i % 8 + 3);
    }
    int[] counts = RANDOM.ints(n, 0, 100_000).toArray();
    double[] weights = RANDOM.doubles(n, -100, 100).toArray();
    double[] plain = RANDOM.doubles(300).toArray();
    double[] fast = plain.clone();
    CountDelivery.PLAIN.add(n, counts, slots, weights, plain, 5);
    fast(slots).add(n, counts, slots, weights, fast, 5);
    assertThat(fast).isEqualTo(plain);
    assertThat(CountDelivery.areBlocks(slots)).isEqualTo(!order.equals("any"));
  }

  @Test
  void shouldAllocateNothingOnceCompiled() {
    int n = 512;
    int[] words = RANDOM.ints(n).toArray();
    int[] counts = new int[n];
    char[] slots = new char[n];
    Arrays.setAll(words, i -> i * 77_777_777);
    for (int i = 0; i < n; i++) {
      slots[i] = (char) i;
    }
    double[] weights = new double[n];
    double[] sum = new double[n];
    short[] thresholds = {-20_000, -3, 2, 4_000, 30_000};
    CountDelivery delivery = fast(slots);
    Runnable work =
        () -> {
          for (int i = 0; i < 2000; i++) {
            FAST_COUNT.count(thresholds, n, words, counts);
            delivery.add(n, counts, slots, weights, sum, 0);
          }
        };
    assertThat(Allocation.least(work)).isZero();
  }

  @Test
  void shouldTakeVectorsOnlyWhereTheyPay() {
    char[] many = new char[400];
    for (int i = 0; i < many.length; i++) {
      many[i] = (char) i;
    }
    assertThat(Kernels.thresholds(400)).isInstanceOf(ThresholdKernel.class);
    assertThat(Kernels.counts(many)).isInstanceOf(CountKernel.class);
    many[5] = 1000;
    assertThat(Kernels.counts(many)).isSameAs(CountDelivery.PLAIN);
    assertThat(Kernels.thresholds(5)).isSameAs(ThresholdCount.PLAIN);
    assertThat(Kernels.counts(new char[] {0, 1, 2})).isSameAs(CountDelivery.PLAIN);
  }
}
