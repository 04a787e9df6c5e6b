package org.baya.build;

import java.util.Arrays;
import org.baya.compiled.EdgeNumbers;
import org.baya.compiled.SynapseTable;

/**
 * Sorts the synapses of a row by delay, keeping the order of equal delays. One per thread.
 *
 * <p>Rows whose delays span less than 64 steps, nearly all, are counted: one bit for each delay
 * that occurs, one bin for each bit. Wider rows are sorted as packed keys.
 */
final class RowSorter {
  private static final int SPAN = Long.SIZE;

  private final int[] bins = new int[SPAN];
  private int[] order = new int[0];
  private int[] steps = new int[0];
  private long[] longs = new long[0];
  private int[] ints = new int[0];
  private char[] chars = new char[0];
  private double[] doubles = new double[0];
  private float[] floats = new float[0];

  /**
   * Sorts row {@code from..to-1} of a shard and writes its delay groups.
   *
   * @param more further columns, sorted likewise
   * @param words receives the groups from {@code at} on; room for {@code to - from} of them
   * @return where the groups end
   */
  int sort(
      DelayColumns delays,
      int shard,
      char[] slots,
      WeightColumn weights,
      ExtraColumns more,
      int from,
      int to,
      int[] words,
      int at) {
    int n = to - from;
    if (order.length < n) {
      reserve(Math.max(n, 2 * order.length));
    }
    delays.get(shard, from, to, steps);
    int end = order(n, words, at);
    if (isSorted(order, n)) {
      return end;
    }
    apply(slots, from, n);
    apply(weights, from, n);
    for (WeightColumn values : more.values()) {
      apply(values, from, n);
    }
    switch (more.numbers()) {
      case EdgeNumbers.Ints numbers -> apply(numbers.values(), from, n);
      case EdgeNumbers.Longs numbers -> apply(numbers.values(), from, n);
    }
    return end;
  }

  private void reserve(int room) {
    order = new int[room];
    steps = new int[room];
    longs = new long[room];
    ints = new int[room];
    chars = new char[room];
    doubles = new double[room];
    floats = new float[room];
  }

  private static boolean isSorted(int[] order, int n) {
    int falls = 0;
    for (int i = 1; i < n; i++) {
      falls |= order[i] - order[i - 1];
    }
    return falls >= 0;
  }

  /** Finds which synapse comes first, second, ... and writes the groups. */
  private int order(int n, int[] words, int at) {
    int low = SynapseTable.MAX_DELAY;
    int high = 0;
    long occurring = 0;
    for (int i = 0; i < n; i++) {
      int delay = steps[i];
      low = Math.min(low, delay);
      high = Math.max(high, delay);
      occurring |= 1L << delay;
    }
    if (high - low < SPAN && n <= SynapseTable.MAX_GROUP) {
      int end = count(n, low, Long.rotateRight(occurring, low), words, at);
      place(n, low);
      return end;
    }
    for (int i = 0; i < n; i++) {
      longs[i] = (long) steps[i] << 32 | i;
    }
    Arrays.sort(longs, 0, n);
    for (int i = 0; i < n; i++) {
      order[i] = (int) longs[i];
    }
    return describe(n, words, at);
  }

  /**
   * Writes the groups of a narrow row and leaves in each bin where its first synapse goes.
   *
   * @param occurring bit i is set if delay {@code low + i} occurs
   */
  private int count(int n, int low, long occurring, int[] words, int at) {
    final int[] counts = bins;
    Arrays.fill(counts, 0);
    for (int i = 0; i < n; i++) {
      counts[steps[i] - low]++;
    }
    int word = at;
    int before = -low;
    int sum = 0;
    for (long left = occurring; left != 0; left &= left - 1) {
      int bin = Long.numberOfTrailingZeros(left);
      int count = counts[bin];
      words[word++] = SynapseTable.group(bin - before, count);
      before = bin;
      counts[bin] = sum;
      sum += count;
    }
    return word;
  }

  private void place(int n, int low) {
    final int[] next = bins;
    for (int i = 0; i < n; i++) {
      order[next[steps[i] - low]++] = i;
    }
  }

  private int describe(int n, int[] words, int at) {
    int word = at;
    int before = 0;
    int begin = 0;
    for (int i = 1; i <= n; i++) {
      int delay = (int) (longs[begin] >>> 32);
      if (i == n || longs[i] >>> 32 != delay || i - begin == SynapseTable.MAX_GROUP) {
        words[word++] = SynapseTable.group(delay - before, i - begin);
        before = delay;
        begin = i;
      }
    }
    return word;
  }

  private void apply(WeightColumn weights, int from, int n) {
    switch (weights) {
      case WeightColumn.None ignored -> {}
      case WeightColumn.Count ignored -> {}
      case WeightColumn.Floats column -> apply(column.values(), from, n);
      case WeightColumn.Doubles column -> apply(column.values(), from, n);
    }
  }

  /** A static projection has no edge numbers. */
  private void apply(int[] column, int from, int n) {
    if (column.length > 0) {
      for (int i = 0; i < n; i++) {
        ints[i] = column[from + order[i]];
      }
      System.arraycopy(ints, 0, column, from, n);
    }
  }

  private void apply(long[] column, int from, int n) {
    for (int i = 0; i < n; i++) {
      longs[i] = column[from + order[i]];
    }
    System.arraycopy(longs, 0, column, from, n);
  }

  private void apply(char[] column, int from, int n) {
    for (int i = 0; i < n; i++) {
      chars[i] = column[from + order[i]];
    }
    System.arraycopy(chars, 0, column, from, n);
  }

  private void apply(double[] column, int from, int n) {
    for (int i = 0; i < n; i++) {
      doubles[i] = column[from + order[i]];
    }
    System.arraycopy(doubles, 0, column, from, n);
  }

  private void apply(float[] column, int from, int n) {
    for (int i = 0; i < n; i++) {
      floats[i] = column[from + order[i]];
    }
    System.arraycopy(floats, 0, column, from, n);
  }
}
