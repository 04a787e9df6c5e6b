package org.baya.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.baya.allocation.Allocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What adds counted spikes gives the same bits with and without vectors. */
class CountContractTest {
  private static final SplittableRandom RANDOM = new SplittableRandom(1);

  private static CountDelivery fast(char[] slots) {
    return CountDelivery.areBlocks(slots) ? new CountKernel() : CountDelivery.PLAIN;
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
    int[] counts = new int[n];
    char[] slots = new char[n];
    for (int i = 0; i < n; i++) {
      slots[i] = (char) i;
    }
    double[] weights = new double[n];
    double[] sum = new double[n];
    CountDelivery delivery = fast(slots);
    Runnable work =
        () -> {
          for (int i = 0; i < 2000; i++) {
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
    assertThat(Kernels.counts(many)).isInstanceOf(CountKernel.class);
    many[5] = 1000;
    assertThat(Kernels.counts(many)).isSameAs(CountDelivery.PLAIN);
    assertThat(Kernels.counts(new char[] {0, 1, 2})).isSameAs(CountDelivery.PLAIN);
  }
}
