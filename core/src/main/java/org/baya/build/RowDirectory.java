package org.baya.build;

import java.util.Arrays;
import org.baya.compiled.SynapseTable;

/**
 * The rows and delay groups of a finished table, as {@link SynapseTable} describes them.
 *
 * @param rows where each row begins in {@code words}
 * @param words the directory
 * @param maxDelay largest delay [steps], 0 without synapses
 */
record RowDirectory(int[] rows, int[] words, int maxDelay) {
  /**
   * Sorts all rows of a table and makes their directory.
   *
   * @param ends end of each row; a row begins where the previous one ends
   * @param more further columns, sorted likewise
   */
  static RowDirectory sorting(
      int[] ends,
      DelayColumns delays,
      int shard,
      char[] slots,
      WeightColumn weights,
      ExtraColumns more) {
    RowSorter sorter = new RowSorter();
    int[] rows = new int[ends.length + 1];
    int[] words = new int[Math.toIntExact(words(ends, delays, shard))];
    int size = 0;
    int from = 0;
    for (int row = 0; row < ends.length; row++) {
      int to = ends[row];
      rows[row] = size;
      if (to > from) {
        words[size] = from;
        size = sorter.sort(delays, shard, slots, weights, more, from, to, words, size + 1);
      }
      from = to;
    }
    rows[ends.length] = size;
    int[] exact = size == words.length ? words : Arrays.copyOf(words, size);
    return new RowDirectory(rows, exact, delays.longest(shard));
  }

  /** How many words the directory may have; more than it has only where rows are wide. */
  private static long words(int[] ends, DelayColumns delays, int shard) {
    long words = 0;
    int from = 0;
    for (int to : ends) {
      words += to > from ? 1 + delays.groups(shard, from, to) : 0;
      from = to;
    }
    return words;
  }

  /** The directory of rows whose synapses all have one delay. */
  static RowDirectory uniform(int[] ends, int delay) {
    int[] rows = new int[ends.length + 1];
    int size = 0;
    int from = 0;
    for (int row = 0; row < ends.length; row++) {
      rows[row] = size;
      int count = ends[row] - from;
      size += count > 0 ? 1 + Math.ceilDiv(count, SynapseTable.MAX_GROUP) : 0;
      from = ends[row];
    }
    rows[ends.length] = size;
    int[] words = new int[size];
    from = 0;
    for (int row = 0; row < ends.length; row++) {
      if (ends[row] > from) {
        describe(words, rows[row], from, ends[row], delay);
      }
      from = ends[row];
    }
    return new RowDirectory(rows, words, size > 0 ? delay : 0);
  }

  private static void describe(int[] words, int at, int from, int to, int delay) {
    int word = at;
    words[word++] = from;
    int difference = delay;
    for (int begin = from; begin < to; begin += SynapseTable.MAX_GROUP) {
      int count = Math.min(SynapseTable.MAX_GROUP, to - begin);
      words[word++] = SynapseTable.group(difference, count);
      difference = 0;
    }
  }
}
