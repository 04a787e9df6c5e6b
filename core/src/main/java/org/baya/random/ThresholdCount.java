package org.baya.random;

/**
 * How many of some thresholds each of many 16-bit numbers has reached: the inner loop of drawing
 * Poisson counts. Two numbers share a word.
 */
@FunctionalInterface
public interface ThresholdCount {
  /** Added to a count for each threshold that its number equals, which 16 bits do not decide. */
  int TIE = 0x100;

  /** Takes 2^15 off both numbers of a word. */
  int SIGNS = 0x80008000;

  /** The form without vector instructions. */
  ThresholdCount PLAIN = ThresholdCount::plain;

  /**
   * Counts for n words.
   *
   * @param thresholds ascending, of 16 bits, with 2^15 taken off, so that they compare as signed
   *     numbers; at most 127
   * @param words length at least n; two uniform numbers of 16 bits each
   * @param counts length at least n; receives in each half of a word how many thresholds that half
   *     of the input has reached, plus {@link #TIE} for each that it equals
   */
  void count(short[] thresholds, int n, int[] words, int[] counts);

  /** Without a branch, one threshold after the other: a loop that becomes vector instructions. */
  private static void plain(short[] thresholds, int n, int[] words, int[] counts) {
    for (int i = 0; i < n; i++) {
      counts[i] = 0;
    }
    for (short threshold : thresholds) {
      for (int i = 0; i < n; i++) {
        int high = ((words[i] ^ SIGNS) >> Short.SIZE) - threshold;
        int low = ((words[i] ^ SIGNS) << Short.SIZE >> Short.SIZE) - threshold;
        counts[i] += reached(high) << Short.SIZE | reached(low);
      }
    }
  }

  /** 0 below the threshold, 1 above it, 1 and {@link #TIE} at it. */
  private static int reached(int difference) {
    return 1 + (difference >> 31) + (1 + ((difference | -difference) >> 31)) * TIE;
  }

  /** As {@link #count} for one word. */
  static int word(short[] thresholds, int word) {
    int count = 0;
    for (short threshold : thresholds) {
      int high = ((word ^ SIGNS) >> Short.SIZE) - threshold;
      int low = ((word ^ SIGNS) << Short.SIZE >> Short.SIZE) - threshold;
      count += reached(high) << Short.SIZE | reached(low);
    }
    return count;
  }
}
