package org.baya.array;

import java.util.Arrays;

/**
 * Sorts longs without allocating, whatever their number, once its buffer has grown: few by the
 * library's insertion sort, more by least-significant-digit radix sort over the bits in which the
 * keys differ. A digit begins at the lowest differing bit that is left, so equal bits between two
 * fields of a key cost no pass.
 */
public final class LongSort {
  /**
   * Below this length {@link Arrays#sort(long[], int, int)} sorts by insertion
   * (java.util.DualPivotQuicksort, MAX_INSERTION_SORT_SIZE); from it on it partitions, which
   * allocates.
   */
  private static final int RADIX_FROM = 44;

  /**
   * From this length on passes over the keys cost more than clearing and summing the bins: fewer,
   * wider digits are faster.
   */
  private static final int WIDE_FROM = 2048;

  private static final int NARROW_BITS = 8;
  private static final int WIDE_BITS = 11;
  private static final int FIRST_BUFFER = 1024;

  private final int[] bins = new int[(1 << WIDE_BITS) + 1];
  private long[] buffer = new long[FIRST_BUFFER];

  /** Sorts {@code keys[0..n-1]}, all non-negative. */
  public void sort(long[] keys, int n) {
    if (n < RADIX_FROM) {
      Arrays.sort(keys, 0, n);
      return;
    }
    if (buffer.length < n) {
      buffer = new long[Math.max(n, 2 * buffer.length)];
    }
    int digitBits = n < WIDE_FROM ? NARROW_BITS : WIDE_BITS;
    long differing = differing(keys, n);
    long[] from = keys;
    long[] to = buffer;
    boolean inBuffer = false;
    while (differing != 0) {
      int shift = Long.numberOfTrailingZeros(differing);
      pass(from, to, n, shift, digitBits);
      differing &= ~((1L << digitBits) - 1 << shift);
      long[] swap = from;
      from = to;
      to = swap;
      inBuffer = !inBuffer;
    }
    if (inBuffer) {
      System.arraycopy(buffer, 0, keys, 0, n);
    }
  }

  /** The bits in which not all keys agree. */
  private static long differing(long[] keys, int n) {
    final long first = keys[0];
    long differing = 0;
    for (int i = 1; i < n; i++) {
      differing |= keys[i] ^ first;
    }
    return differing;
  }

  /**
   * Moves the keys from {@code from} to {@code to}, in the order of their digit at {@code shift};
   * equal digits keep their order.
   */
  private void pass(long[] from, long[] to, int n, int shift, int digitBits) {
    final int[] next = bins;
    final int count = 1 << digitBits;
    final int mask = count - 1;
    Arrays.fill(next, 0, count + 1, 0);
    for (int i = 0; i < n; i++) {
      next[(int) (from[i] >>> shift & mask) + 1]++;
    }
    for (int bin = 0; bin < count; bin++) {
      next[bin + 1] += next[bin];
    }
    for (int i = 0; i < n; i++) {
      to[next[(int) (from[i] >>> shift & mask)]++] = from[i];
    }
  }
}
