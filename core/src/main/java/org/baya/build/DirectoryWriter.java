package org.baya.build;

import java.util.Arrays;

/**
 * Sorts the rows of tables by delay and writes their directories. One per thread; its room is used
 * again for the next table.
 */
final class DirectoryWriter {
  private final RowSorter sorter = new RowSorter();
  private int[] words = new int[0];
  private int size;

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
    size = 0;
    int from = 0;
    for (int row = 0; row < ends.length; row++) {
      int to = ends[row];
      rows[row] = size;
      if (to > from) {
        reserve(to - from + 1);
        words[size] = from;
        size = sorter.sort(delays, shard, slots, weights, more, from, to, words, size + 1);
      }
      from = to;
    }
    rows[ends.length] = size;
    return new RowDirectory(rows, Arrays.copyOf(words, size), delays.longest(shard));
  }

  private void reserve(int more) {
    if (size + more > words.length) {
      words = Arrays.copyOf(words, Math.max(words.length / 2 * 3, size + more));
    }
  }
}
