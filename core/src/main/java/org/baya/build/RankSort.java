package org.baya.build;

import java.util.Arrays;

/**
 * Sorts numbers, keeping the order of equal ones, and tells where each belongs instead of moving
 * it; and which numbers there are, how often. One per thread.
 */
final class RankSort {
  /** Counting passes over all numbers that may occur; it pays up to so many for each that does. */
  private static final int BINS_PER_NUMBER = 16;

  private static final int FEW_BINS = 4096;

  private int[] bins = {};
  private long[] keys = {};
  private int[] values = new int[64];
  private int[] counts = new int[64];
  private int runs;

  /**
   * Finds the place of each number among all.
   *
   * @param numbers at least 0 and below {@code limit}
   * @param ranks receives for each how many stand before it when sorted
   */
  void sort(int[] numbers, int n, int limit, int[] ranks) {
    runs = 0;
    if (limit <= Math.max(FEW_BINS, (long) BINS_PER_NUMBER * n)) {
      count(numbers, n, limit, ranks);
    } else {
      compare(numbers, n, ranks);
    }
  }

  /** How many different numbers were sorted last. */
  int runs() {
    return runs;
  }

  /** The different numbers in ascending order; as many as {@link #runs()}. */
  int[] values() {
    return values;
  }

  /** How often each of them occurred. */
  int[] counts() {
    return counts;
  }

  private void count(int[] numbers, int n, int limit, int[] ranks) {
    if (bins.length < limit) {
      bins = new int[Math.max(limit, 2 * bins.length)];
    }
    Arrays.fill(bins, 0, limit, 0);
    fill(numbers, n, bins);
    reserve(Math.min(n, limit));
    runs = collect(bins, limit, values, counts);
    rank(numbers, n, bins, ranks);
  }

  private static void fill(int[] numbers, int n, int[] bins) {
    for (int i = 0; i < n; i++) {
      bins[numbers[i]]++;
    }
  }

  /** Lists the bins that are not empty and makes each the rank of its first number. */
  private static int collect(int[] bins, int limit, int[] values, int[] counts) {
    int runs = 0;
    int sum = 0;
    for (int bin = 0; bin < limit; bin++) {
      int count = bins[bin];
      if (count > 0) {
        values[runs] = bin;
        counts[runs++] = count;
        bins[bin] = sum;
        sum += count;
      }
    }
    return runs;
  }

  private static void rank(int[] numbers, int n, int[] bins, int[] ranks) {
    for (int i = 0; i < n; i++) {
      ranks[i] = bins[numbers[i]]++;
    }
  }

  private void compare(int[] numbers, int n, int[] ranks) {
    if (keys.length < n) {
      keys = new long[Math.max(n, 2 * keys.length)];
    }
    for (int i = 0; i < n; i++) {
      keys[i] = (long) numbers[i] << 32 | i;
    }
    Arrays.sort(keys, 0, n);
    reserve(n);
    for (int rank = 0; rank < n; rank++) {
      int value = (int) (keys[rank] >>> 32);
      ranks[(int) keys[rank]] = rank;
      if (runs == 0 || values[runs - 1] != value) {
        values[runs] = value;
        counts[runs++] = 0;
      }
      counts[runs - 1]++;
    }
  }

  private void reserve(int room) {
    if (values.length < room) {
      values = new int[Math.max(room, 2 * values.length)];
      counts = new int[values.length];
    }
  }
}
