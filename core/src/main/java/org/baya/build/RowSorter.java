package org.baya.build;

import java.util.Arrays;
import org.baya.compiled.EdgeNumbers;
import org.baya.compiled.SynapseTable;

/**
 * Sorts the synapses of a row by delay, keeping the order of equal delays, and writes the row's
 * directory as {@link SynapseTable} describes it. One per thread.
 *
 * <p>Rows whose delays span less than 64 steps, nearly all, are counted: one bit for each delay
 * that occurs, one bin for each bit, so the delays themselves are never moved. Wider rows are
 * sorted as packed keys.
 */
final class RowSorter {
  private static final int SPAN = Long.SIZE;

  private final int[] bins = new int[SPAN];
  private int[] place = new int[0];
  private long[] packed = new long[0];
  private char[] charCopy = new char[0];
  private double[] doubleCopy = new double[0];
  private float[] floatCopy = new float[0];
  private int longest;

  private static boolean isNarrow(int low, int high, int synapses) {
    return high - low < SPAN && synapses <= SynapseTable.MAX_GROUP;
  }

  /**
   * Sorts row {@code from..to-1}, which is not empty, and writes its directory.
   *
   * @param more further columns, sorted likewise
   * @param words receives the directory from {@code at} on; room for {@code to - from + 1} words
   * @return where the directory ends
   */
  int sort(
      char[] delays,
      char[] slots,
      WeightColumn weights,
      ExtraColumns more,
      int from,
      int to,
      int[] words,
      int at) {
    int low = Character.MAX_VALUE;
    int high = 0;
    long occurring = 0;
    boolean sorted = true;
    for (int i = from; i < to; i++) {
      int delay = delays[i];
      sorted &= delay >= high;
      low = Math.min(low, delay);
      high = Math.max(high, delay);
      occurring |= 1L << delay;
    }
    longest = Math.max(longest, high);
    words[at] = from;
    if (isNarrow(low, high, to - from)) {
      int end = count(delays, from, to, low, Long.rotateRight(occurring, low), words, at + 1);
      if (!sorted) {
        move(delays, slots, from, to, low);
        apply(weights, from, to - from);
        apply(more, from, to - from);
      }
      return end;
    }
    if (!sorted) {
      sortWide(delays, slots, from, to);
      apply(weights, from, to - from);
      apply(more, from, to - from);
    }
    return describe(delays, from, to, words, at + 1);
  }

  /** The largest delay of all rows so far. */
  int longest() {
    return longest;
  }

  /**
   * Writes the groups of a narrow row and leaves in each bin where its first synapse goes.
   *
   * @param occurring bit i is set if delay {@code low + i} occurs
   */
  private int count(char[] delays, int from, int to, int low, long occurring, int[] words, int at) {
    final int[] counts = bins;
    Arrays.fill(counts, 0);
    for (int i = from; i < to; i++) {
      counts[delays[i] - low]++;
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

  private void move(char[] delays, char[] slots, int from, int to, int low) {
    int n = to - from;
    reserve(n);
    final int[] next = bins;
    final int[] where = place;
    for (int i = 0; i < n; i++) {
      where[i] = next[delays[from + i] - low]++;
    }
    apply(slots, from, n);
  }

  private void sortWide(char[] delays, char[] slots, int from, int to) {
    int n = to - from;
    reserve(n);
    for (int i = 0; i < n; i++) {
      packed[i] = (long) delays[from + i] << 32 | i;
    }
    Arrays.sort(packed, 0, n);
    for (int i = 0; i < n; i++) {
      place[(int) packed[i]] = i;
    }
    apply(delays, from, n);
    apply(slots, from, n);
  }

  private static int describe(char[] delays, int from, int to, int[] words, int at) {
    int word = at;
    int before = 0;
    int begin = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || delays[i] != delays[begin] || i - begin == SynapseTable.MAX_GROUP) {
        words[word++] = SynapseTable.group(delays[begin] - before, i - begin);
        before = delays[begin];
        begin = i;
      }
    }
    return word;
  }

  private void reserve(int n) {
    if (place.length < n) {
      int room = Math.max(n, 2 * place.length);
      place = new int[room];
      packed = new long[room];
      charCopy = new char[room];
      doubleCopy = new double[room];
      floatCopy = new float[room];
    }
  }

  private void apply(WeightColumn weights, int from, int n) {
    switch (weights) {
      case WeightColumn.None ignored -> {}
      case WeightColumn.Count ignored -> {}
      case WeightColumn.Floats floats -> apply(floats.values(), from, n);
      case WeightColumn.Doubles doubles -> apply(doubles.values(), from, n);
    }
  }

  private void apply(ExtraColumns more, int from, int n) {
    for (WeightColumn values : more.values()) {
      apply(values, from, n);
    }
    switch (more.numbers()) {
      case EdgeNumbers.Ints ints -> apply(ints.values(), from, n);
      case EdgeNumbers.Longs longs -> apply(longs.values(), from, n);
    }
  }

  private void apply(int[] column, int from, int n) {
    if (column.length > 0) {
      int[] copy = new int[n];
      for (int i = 0; i < n; i++) {
        copy[place[i]] = column[from + i];
      }
      System.arraycopy(copy, 0, column, from, n);
    }
  }

  private void apply(long[] column, int from, int n) {
    for (int i = 0; i < n; i++) {
      packed[place[i]] = column[from + i];
    }
    System.arraycopy(packed, 0, column, from, n);
  }

  private void apply(char[] column, int from, int n) {
    for (int i = 0; i < n; i++) {
      charCopy[place[i]] = column[from + i];
    }
    System.arraycopy(charCopy, 0, column, from, n);
  }

  private void apply(double[] column, int from, int n) {
    for (int i = 0; i < n; i++) {
      doubleCopy[place[i]] = column[from + i];
    }
    System.arraycopy(doubleCopy, 0, column, from, n);
  }

  private void apply(float[] column, int from, int n) {
    for (int i = 0; i < n; i++) {
      floatCopy[place[i]] = column[from + i];
    }
    System.arraycopy(floatCopy, 0, column, from, n);
  }
}
