package org.baya.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypergeometricTest {
  private static final int SAMPLE = 100_000;

  private static double logProbability(long marked, long unmarked, long drawn, long k) {
    return choose(marked, k) + choose(unmarked, drawn - k) - choose(marked + unmarked, drawn);
  }

  private static double choose(double n, double k) {
    return LogFactorial.of(n) - LogFactorial.of(k) - LogFactorial.of(n - k);
  }

  /** 13 scores, budget as stated at {@link Statistics}. */
  @ParameterizedTest
  @CsvSource({
    "3, 4, 5",
    "10, 10, 10",
    "11, 11, 11",
    "11, 3, 12",
    "30, 70, 50",
    "70, 30, 50",
    "30, 70, 95",
    "100, 1000, 12",
    "12, 1000, 500",
    "1000, 1000, 1000",
    "5000, 100000, 40000",
    "100000, 5000, 90000",
    "200, 1000000, 100000"
  })
  void shouldFollowItsLaw(long marked, long unmarked, long drawn) {
    long least = Math.max(0, drawn - unmarked);
    int size = (int) (Math.min(marked, drawn) - least) + 1;
    double[] expected = new double[size];
    for (int i = 0; i < size; i++) {
      expected[i] = SAMPLE * Math.exp(logProbability(marked, unmarked, drawn, least + i));
    }
    long[] counts = new long[size];
    RandomStream stream = new RandomStream(marked, drawn);
    for (int i = 0; i < SAMPLE; i++) {
      counts[(int) (Hypergeometric.sample(stream, marked, unmarked, drawn) - least)]++;
    }
    assertThat(Math.abs(Statistics.chiSquareScore(counts, expected))).isLessThan(Statistics.LIMIT);
  }

  /** Pairs of 52,000 x 52,000 neurons, and an urn near 2^53; 4 scores of mean and variance. */
  @ParameterizedTest
  @CsvSource({"52000, 2703948000, 270000000", "100000000, 9000000000000000, 4000000000000000"})
  void shouldHaveMeanAndVarianceInLargeUrns(long marked, long unmarked, long drawn) {
    double all = (double) marked + unmarked;
    double p = marked / all;
    double mean = drawn * p;
    double variance = mean * (1 - p) * (all - drawn) / (all - 1);
    RandomStream stream = new RandomStream(5, 6);
    int n = 20_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double z =
          (Hypergeometric.sample(stream, marked, unmarked, drawn) - mean) / Math.sqrt(variance);
      sum += z;
      squares += z * z;
    }
    assertThat(sum / Math.sqrt(n)).isCloseTo(0, within(Statistics.LIMIT));
    assertThat((squares / n - 1) * Math.sqrt(n / 2.0)).isCloseTo(0, within(Statistics.LIMIT));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0", "0, 5, 3, 0", "5, 0, 3, 3", "5, 5, 0, 0", "5, 7, 12, 5"})
  void shouldBeCertainAtTheEnds(long marked, long unmarked, long drawn, long certain) {
    assertThat(Hypergeometric.sample(new RandomStream(1, 1), marked, unmarked, drawn))
        .isEqualTo(certain);
  }
}
