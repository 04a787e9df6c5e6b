package org.baya.random;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Test statistics as standard normal scores, so that all statistical tests share one limit.
 *
 * <p>Budget: {@link #LIMIT} is exceeded by a right generator once in 500,000 scores; there are
 * below 500 scores in all tests and the seeds are fixed, so a failure is a fault, not bad luck.
 */
public final class Statistics {
  /** Two-sided probability 2e-6. */
  public static final double LIMIT = 4.75;

  private Statistics() {}

  /**
   * Wilson and Hilferty's normal score of Pearson's chi-square; cells that expect fewer than 10 are
   * merged with their successors.
   */
  public static double chiSquareScore(long[] observed, double[] expected) {
    double chiSquare = 0;
    int cells = 0;
    double o = 0;
    double e = 0;
    double leftExpected = Arrays.stream(expected).sum();
    for (int i = 0; i < observed.length; i++) {
      o += observed[i];
      e += expected[i];
      leftExpected -= expected[i];
      if (e >= 10 && (leftExpected >= 10 || i == observed.length - 1)) {
        chiSquare += (o - e) * (o - e) / e;
        cells++;
        o = 0;
        e = 0;
      }
    }
    if (e > 0) {
      chiSquare += (o - e) * (o - e) / e;
      cells++;
    }
    double freedom = cells - 1.0;
    double variance = 2 / (9 * freedom);
    return (Math.cbrt(chiSquare / freedom) - (1 - variance)) / Math.sqrt(variance);
  }

  /**
   * Normal score with the tail probability of Kolmogorov and Smirnov's distance between a sample
   * and a distribution function.
   */
  public static double kolmogorovScore(double[] sample, DoubleUnaryOperator cumulative) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double distance = 0;
    for (int i = 0; i < n; i++) {
      double p = cumulative.applyAsDouble(sorted[i]);
      distance = Math.max(distance, Math.max(p - (double) i / n, (i + 1.0) / n - p));
    }
    return score(distance, n);
  }

  /** As above for two samples of equal size. */
  public static double kolmogorovScore(double[] a, double[] b) {
    double[] x = a.clone();
    double[] y = b.clone();
    Arrays.sort(x);
    Arrays.sort(y);
    int n = x.length;
    int j = 0;
    double distance = 0;
    for (int i = 0; i < n; i++) {
      while (j < n && y[j] <= x[i]) {
        j++;
      }
      if (i == n - 1 || x[i + 1] > x[i]) {
        distance = Math.max(distance, Math.abs(i + 1.0 - j) / n);
      }
    }
    return score(distance, n / 2.0);
  }

  /** Pearson correlation times the square root of the length. */
  public static double correlationScore(double[] a, double[] b) {
    int n = a.length;
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < n; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb) * Math.sqrt(n);
  }

  /**
   * The leading term of Kolmogorov's tail, 2 exp(-2 n d^2), set equal to the normal bound 2
   * exp(-z^2 / 2).
   */
  private static double score(double distance, double n) {
    return 2 * distance * Math.sqrt(n);
  }
}
