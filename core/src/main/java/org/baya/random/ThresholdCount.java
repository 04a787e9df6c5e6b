package org.baya.random;

import java.util.Arrays;

/**
 * How many of some thresholds each of many 15-bit numbers has reached: the inner loop of drawing
 * Poisson counts.
 *
 * <p>Implementation overview: two numbers are compared in each 32-bit word, in lanes of 16 bits.
 * With the upper bit of a lane set, a difference never borrows from the other lane, and that bit of
 * the difference tells whether the threshold is reached. The loop has no branch and takes four
 * thresholds at a time, which C2 turns into vector instructions. It subtracts because C2 may swap
 * the operands of additions, in some places of an unrolled loop and not in others, and then it does
 * not.
 */
final class ThresholdCount {
  /** Numbers are below. */
  static final int RANGE = 1 << 15;

  /** Thresholds that are compared in one pass over the numbers. */
  private static final int PASS = 4;

  private static final int LANE = 0xFFFF;
  private static final int ONES = 0x0001_0001;
  private static final int UPPER_BITS = 0x8000_8000;
  private static final int LOWER_BITS = ~UPPER_BITS;

  private final int size;
  private final int[] thresholds;

  /**
   * A comparison.
   *
   * @param numbers thresholds, ascending, from 0 to {@link #RANGE}, at most 127
   */
  ThresholdCount(int[] numbers) {
    size = numbers.length;
    thresholds = new int[(size + PASS - 1) / PASS * PASS];
    Arrays.fill(thresholds, UPPER_BITS);
    for (int k = 0; k < size; k++) {
      thresholds[k] = numbers[k] * ONES;
    }
  }

  /** Number of thresholds. */
  int size() {
    return size;
  }

  /** How many thresholds the number in a lane of a word has reached; slower. */
  int count(int word, int lane) {
    int number = number(word, lane);
    int reached = 0;
    while (reached < size && number >= (thresholds[reached] & LANE)) {
      reached++;
    }
    return reached;
  }

  /** The number in lane 0 or 1 of a word: the upper bits of its lower or upper half. */
  private static int number(int word, int lane) {
    return word >>> Short.SIZE * lane + 1 & RANGE - 1;
  }

  /**
   * Counts for the 2n numbers in n words.
   *
   * @param words length at least n
   * @param spread length at least n, is overwritten
   * @param counts length at least n; receives the counts of both lanes of each word, in halves of
   *     16 bits
   */
  void count(int n, int[] words, int[] spread, int[] counts) {
    spread(n, words, spread);
    Arrays.fill(counts, 0, n, 0);
    for (int k = 0; k < thresholds.length; k += PASS) {
      subtract(
          thresholds[k],
          thresholds[k + 1],
          thresholds[k + 2],
          thresholds[k + 3],
          n,
          spread,
          counts);
    }
    negate(n, counts);
  }

  private static void spread(int n, int[] words, int[] spread) {
    for (int i = 0; i < n; i++) {
      spread[i] = words[i] >>> 1 & LOWER_BITS | UPPER_BITS;
    }
  }

  private static void subtract(int a, int b, int c, int d, int n, int[] numbers, int[] counts) {
    for (int i = 0; i < n; i++) {
      int x = numbers[i];
      counts[i] =
          counts[i]
              - (x - a >>> 15 & ONES)
              - (x - b >>> 15 & ONES)
              - (x - c >>> 15 & ONES)
              - (x - d >>> 15 & ONES);
    }
  }

  private static void negate(int n, int[] counts) {
    for (int i = 0; i < n; i++) {
      counts[i] = -counts[i];
    }
  }

  /**
   * Whether one of some counts is {@link #size}.
   *
   * @param counts as {@link #count(int, int[], int[], int[])} gives them
   */
  boolean reachesAll(int n, int[] counts) {
    int missing = missing();
    int any = 0;
    for (int i = 0; i < n; i++) {
      any |= counts[i] + missing;
    }
    return (any & UPPER_BITS) != 0;
  }

  /** As {@link #reachesAll(int, int[])} for the two counts of a word. */
  boolean reachesAll(int counts) {
    return (counts + missing() & UPPER_BITS) != 0;
  }

  /** What a count that is {@link #size} lacks to the upper bit of its lane. */
  private int missing() {
    return (RANGE - size) * ONES;
  }
}
