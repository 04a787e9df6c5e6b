package org.baya.random;

import java.util.Arrays;

/**
 * How many of some thresholds each of many 16-bit numbers has reached: the inner loop of drawing
 * Poisson counts. Two numbers share a word. The loop has no branch and no call, so that it becomes
 * vector instructions.
 */
final class ThresholdCount {
  /** Added to a count for each threshold that its number equals, which 16 bits do not decide. */
  static final int TIE = 0x100;

  /** Thresholds that are compared in one pass over the words. */
  private static final int PASS = 4;

  /** No number reaches it. */
  private static final int NEVER = 1 << 20;

  /** Takes 2^15 off both numbers of a word. */
  private static final int SIGNS = 0x80008000;

  private final int[] thresholds;

  /**
   * A comparison.
   *
   * @param numbers thresholds from 0 to 65,535, at most 127
   */
  ThresholdCount(int[] numbers) {
    thresholds = new int[(numbers.length + PASS - 1) / PASS * PASS];
    Arrays.fill(thresholds, NEVER);
    for (int k = 0; k < numbers.length; k++) {
      thresholds[k] = numbers[k] + Short.MIN_VALUE;
    }
  }

  /**
   * Counts for n words.
   *
   * @param words length at least n; two uniform numbers of 16 bits each
   * @param counts length at least n; receives in each half of a word how many thresholds that half
   *     of the input has reached, plus {@link #TIE} for each that it equals
   */
  void count(int n, int[] words, int[] counts) {
    Arrays.fill(counts, 0, n, 0);
    for (int k = 0; k < thresholds.length; k += PASS) {
      add(
          thresholds[k],
          thresholds[k + 1],
          thresholds[k + 2],
          thresholds[k + 3],
          n,
          words,
          counts);
    }
  }

  private static void add(int a, int b, int c, int d, int n, int[] words, int[] counts) {
    for (int i = 0; i < n; i++) {
      int high = (words[i] ^ SIGNS) >> Short.SIZE;
      int low = (words[i] ^ SIGNS) << Short.SIZE >> Short.SIZE;
      int above = reached(high - a) + reached(high - b) + reached(high - c) + reached(high - d);
      int below = reached(low - a) + reached(low - b) + reached(low - c) + reached(low - d);
      counts[i] += above << Short.SIZE | below;
    }
  }

  /** 0 below the threshold, 1 above it, 1 and {@link #TIE} at it. */
  private static int reached(int difference) {
    return 1 + (difference >> 31) + (1 + ((difference | -difference) >> 31)) * TIE;
  }
}
