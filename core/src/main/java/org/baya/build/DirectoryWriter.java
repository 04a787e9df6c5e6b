package org.baya.build;

import java.util.Arrays;

/** Sorts the rows of tables by delay and writes their directories. One per thread. */
final class DirectoryWriter {
  private final RowSorter sorter = new RowSorter();

  /**
   * Sorts all rows of a table and makes their directory.
   *
   * @param ends end of each row; a row begins where the previous one ends
   * @param more further columns, sorted likewise
   */
  RowDirectory sort(
      int[] ends,
      DelayColumns delays,
      int shard,
      char[] slots,
      WeightColumn weights,
      ExtraColumns more) {
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
}
