package org.baya.random;

import java.util.Arrays;

/**
 * How many of some thresholds each of many 16-bit numbers has reached: the inner loop of drawing
 * Poisson counts. It has no branch and takes two thresholds at a time, which C2 turns into vector
 * instructions; with four it does not.
 */
final class ThresholdCount {
  /** Added to a count for each threshold that its number equals, which 16 bits do not decide. */
  static final int TIE = 1 << 8;

  private static final int TIE_BITS = 8;

  /** Thresholds that are compared in one pass over the numbers. */
  private static final int PASS = 2;

  /** No number reaches it. */
  private static final int NEVER = 1 << 20;

  private final int[] thresholds;

  /**
   * A comparison.
   *
   * @param numbers thresholds from 0 to 65,535, at most 127
   */
  ThresholdCount(int[] numbers) {
    thresholds = Arrays.copyOf(numbers, (numbers.length + PASS - 1) / PASS * PASS);
    Arrays.fill(thresholds, numbers.length, thresholds.length, NEVER);
  }

  /**
   * Counts for n numbers.
   *
   * @param numbers length at least n, from 0 to 65,535
   * @param counts length at least n; receives how many thresholds each number has reached, plus
   *     {@link #TIE} for each that it equals
   */
  void count(int n, int[] numbers, int[] counts) {
    Arrays.fill(counts, 0, n, thresholds.length * (1 + TIE));
    for (int k = 0; k < thresholds.length; k += PASS) {
      subtract(thresholds[k], thresholds[k + 1], n, numbers, counts);
    }
  }

  /**
   * Takes off 1 for each threshold that a number is below, and a tie for each that it is not at.
   */
  private static void subtract(int a, int b, int n, int[] numbers, int[] counts) {
    for (int i = 0; i < n; i++) {
      int d = numbers[i] - a;
      int e = numbers[i] - b;
      counts[i] += (d >> 31) + (e >> 31) + (((d | -d) >> 31) + ((e | -e) >> 31) << TIE_BITS);
    }
  }
}
