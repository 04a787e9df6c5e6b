package org.baya.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.baya.allocation.Allocation;
import org.baya.compiled.Arrivals;
import org.baya.random.PoissonTrains;
import org.baya.random.Purpose;
import org.baya.random.TrainCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What adds counted spikes gives the same bits with and without vectors. */
class CountContractTest {
  private static final SplittableRandom RANDOM = new SplittableRandom(1);

  /** Slots in blocks of eight with gaps, with and without an incomplete block, and in any order. */
  @ParameterizedTest
  @CsvSource({
    "blocks, 1.6, false",
    "blocks, 1.6, true",
    "blocks, 1000, false",
    "rest, 1.6, false",
    "rest, 1.6, true",
    "any, 1.6, false"
  })
  void shouldAddCountsAsOneByOne(String order, double mean, boolean oneWeight) {
    int n = order.equals("rest") ? 403 : 400;
    char[] slots = new char[n];
    for (int i = 0; i < n; i++) {
      slots[i] = (char) (order.equals("any") ? i * 31 % n : i / 8 * 24 + i % 8 + 3);
    }
    double[] weights = RANDOM.doubles(n, -100, 100).toArray();
    if (oneWeight) {
      Arrays.fill(weights, 87.8);
    }
    Arrivals arrivals = new Arrivals(slots, RANDOM.longs(n, 0, 1000).toArray(), weights);
    PoissonTrains trains = new PoissonTrains(mean, 1, Purpose.POISSON);
    TrainCounts counts = trains.counts(n);
    trains.fill(arrivals.entities(), n, 0, counts);
    double[] expected = RANDOM.doubles(1300).toArray();
    double[] plain = expected.clone();
    double[] fast = expected.clone();
    for (int step = 0; step < PoissonTrains.STEPS; step++) {
      new ListedCounts(arrivals, 0).add(counts, step, plain, 5);
      Kernels.counts(arrivals).add(counts, step, fast, 5);
      for (int i = 0; i < n; i++) {
        expected[5 + slots[i]] += trains.count(arrivals.entities()[i], step) * weights[i];
      }
    }
    assertThat(plain).isEqualTo(expected);
    assertThat(fast).isEqualTo(expected);
    assertThat(Kernels.counts(arrivals) instanceof BlockCounts).isEqualTo(!order.equals("any"));
  }

  @Test
  void shouldAllocateNothingOnceCompiled() {
    CountDelivery delivery = Kernels.counts(neighbours(512));
    TrainCounts counts = new PoissonTrains(1.6, 1, Purpose.POISSON).counts(512);
    double[] sum = new double[512];
    Runnable work =
        () -> {
          for (int i = 0; i < 2000; i++) {
            delivery.add(counts, 3, sum, 0);
          }
        };
    assertThat(Allocation.least(work)).isZero();
  }

  @Test
  void shouldTakeVectorsOnlyWhereTheyPay() {
    assertThat(Kernels.counts(neighbours(400))).isInstanceOf(BlockCounts.class);
    assertThat(Kernels.counts(neighbours(3))).isInstanceOf(ListedCounts.class);
    assertThat(Kernels.counts(neighbours(0))).isInstanceOf(ListedCounts.class);
  }

  private static Arrivals neighbours(int n) {
    char[] slots = new char[n];
    for (int i = 0; i < n; i++) {
      slots[i] = (char) i;
    }
    return new Arrivals(slots, new long[n], new double[n]);
  }
}
