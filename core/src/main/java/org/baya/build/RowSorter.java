package org.baya.build;

import java.util.Arrays;

/**
 * Sorts the synapses of a row by delay, keeping the order of equal delays: by counting where the
 * delays span few values, else by merge sort of packed keys. One per thread.
 */
final class RowSorter {
  /** A counting sort is worth its bins up to this many bins per synapse. */
  private static final int BINS_PER_SYNAPSE = 4;

  private static final int FREE_BINS = 64;

  private int[] order = new int[0];
  private int[] bins = new int[FREE_BINS];
  private long[] packed = new long[0];
  private char[] charCopy = new char[0];
  private double[] doubleCopy = new double[0];
  private float[] floatCopy = new float[0];

  /**
   * Sorts row {@code from..to-1} of all columns.
   *
   * @param weights double[], float[] or none
   */
  void sort(char[] delays, char[] slots, WeightColumn weights, int from, int to) {
    int n = to - from;
    int low = Character.MAX_VALUE;
    int high = 0;
    boolean sorted = true;
    for (int i = from; i < to; i++) {
      int delay = delays[i];
      sorted &= delay >= high;
      low = Math.min(low, delay);
      high = Math.max(high, delay);
    }
    if (sorted) {
      return;
    }
    reserve(n);
    if (high - low < BINS_PER_SYNAPSE * n + FREE_BINS) {
      orderByCounting(delays, from, n, low, high - low + 1);
    } else {
      orderByKeys(delays, from, n);
    }
    apply(delays, from, n);
    apply(slots, from, n);
    switch (weights) {
      case WeightColumn.None ignored -> {}
      case WeightColumn.Floats floats -> apply(floats.values(), from, n);
      case WeightColumn.Doubles doubles -> apply(doubles.values(), from, n);
    }
  }

  private void reserve(int n) {
    if (order.length < n) {
      int room = Math.max(n, 2 * order.length);
      order = new int[room];
      packed = new long[room];
      charCopy = new char[room];
      doubleCopy = new double[room];
      floatCopy = new float[room];
    }
  }

  private void orderByCounting(char[] delays, int from, int n, int low, int range) {
    if (bins.length <= range) {
      bins = new int[range + 1];
    }
    Arrays.fill(bins, 0, range + 1, 0);
    for (int i = 0; i < n; i++) {
      bins[delays[from + i] - low + 1]++;
    }
    for (int bin = 0; bin < range; bin++) {
      bins[bin + 1] += bins[bin];
    }
    for (int i = 0; i < n; i++) {
      order[bins[delays[from + i] - low]++] = i;
    }
  }

  private void orderByKeys(char[] delays, int from, int n) {
    for (int i = 0; i < n; i++) {
      packed[i] = (long) delays[from + i] << 32 | i;
    }
    Arrays.sort(packed, 0, n);
    for (int i = 0; i < n; i++) {
      order[i] = (int) packed[i];
    }
  }

  private void apply(char[] column, int from, int n) {
    System.arraycopy(column, from, charCopy, 0, n);
    for (int i = 0; i < n; i++) {
      column[from + i] = charCopy[order[i]];
    }
  }

  private void apply(double[] column, int from, int n) {
    System.arraycopy(column, from, doubleCopy, 0, n);
    for (int i = 0; i < n; i++) {
      column[from + i] = doubleCopy[order[i]];
    }
  }

  private void apply(float[] column, int from, int n) {
    System.arraycopy(column, from, floatCopy, 0, n);
    for (int i = 0; i < n; i++) {
      column[from + i] = floatCopy[order[i]];
    }
  }
}
