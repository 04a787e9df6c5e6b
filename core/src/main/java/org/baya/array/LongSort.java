package org.baya.array;

import java.util.Arrays;

/**
 * Sorts longs without allocating once its buffer has grown: short arrays by the library's sort,
 * long ones by least-significant-digit radix sort over the bits in which the keys differ.
 */
public final class LongSort {
  /**
   * Below this length {@link Arrays#sort(long[], int, int)} is faster, and up to 4,096 elements it
   * does not allocate.
   */
  private static final int RADIX_FROM = 2048;

  private static final int DIGIT_BITS = 11;
  private static final int BINS = 1 << DIGIT_BITS;

  private final int[] bins = new int[BINS + 1];
  private long[] buffer = new long[0];

  /** Sorts {@code keys[0..n-1]}, all non-negative. */
  public void sort(long[] keys, int n) {
    if (n < RADIX_FROM) {
      Arrays.sort(keys, 0, n);
      return;
    }
    if (buffer.length < n) {
      buffer = new long[Math.max(n, 2 * buffer.length)];
    }
    long differing = 0;
    for (int i = 1; i < n; i++) {
      differing |= keys[i] ^ keys[0];
    }
    long[] from = keys;
    long[] to = buffer;
    boolean inBuffer = false;
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
      if ((differing >>> shift & BINS - 1) != 0) {
        pass(from, to, n, shift);
        long[] swap = from;
        from = to;
        to = swap;
        inBuffer = !inBuffer;
      }
    }
    if (inBuffer) {
      System.arraycopy(buffer, 0, keys, 0, n);
    }
  }

  private void pass(long[] from, long[] to, int n, int shift) {
    Arrays.fill(bins, 0);
    for (int i = 0; i < n; i++) {
      bins[(int) (from[i] >>> shift & BINS - 1) + 1]++;
    }
    for (int bin = 0; bin < BINS; bin++) {
      bins[bin + 1] += bins[bin];
    }
    for (int i = 0; i < n; i++) {
      to[bins[(int) (from[i] >>> shift & BINS - 1)]++] = from[i];
    }
  }
}
