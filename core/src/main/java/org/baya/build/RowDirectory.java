package org.baya.build;

import org.baya.compiled.SynapseTable;

/**
 * The rows and delay groups of a finished table, as {@link SynapseTable} describes them.
 *
 * @param rows where each row begins in {@code words}
 * @param words the directory
 */
record RowDirectory(int[] rows, int[] words) {

  /**
   * The directory of rows whose synapses have many delays.
   *
   * @param ends end of each row; a row begins where the previous one ends
   * @param delays of all synapses [steps], ascending within each row
   */
  static RowDirectory of(int[] ends, char[] delays) {
    int[] rows = new int[ends.length + 1];
    int size = 0;
    int from = 0;
    for (int row = 0; row < ends.length; row++) {
      rows[row] = size;
      size += ends[row] > from ? 1 + groups(delays, from, ends[row]) : 0;
      from = ends[row];
    }
    rows[ends.length] = size;
    int[] words = new int[size];
    from = 0;
    for (int row = 0; row < ends.length; row++) {
      if (ends[row] > from) {
        describe(words, rows[row], delays, from, ends[row]);
      }
      from = ends[row];
    }
    return new RowDirectory(rows, words);
  }

  /** The directory of rows whose synapses all have one delay. */
  static RowDirectory of(int[] ends, int delay) {
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
      int word = rows[row];
      if (word < rows[row + 1]) {
        words[word++] = from;
      }
      int difference = delay;
      while (word < rows[row + 1]) {
        int count = Math.min(SynapseTable.MAX_GROUP, ends[row] - from);
        words[word++] = SynapseTable.group(difference, count);
        difference = 0;
        from += count;
      }
    }
    return new RowDirectory(rows, words);
  }

  private static int groups(char[] delays, int from, int to) {
    int groups = 1;
    int begin = from;
    for (int i = from + 1; i < to; i++) {
      if (delays[i] != delays[begin] || i - begin == SynapseTable.MAX_GROUP) {
        groups++;
        begin = i;
      }
    }
    return groups;
  }

  private static void describe(int[] words, int at, char[] delays, int from, int to) {
    int word = at;
    words[word++] = from;
    int before = 0;
    int begin = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || delays[i] != delays[begin] || i - begin == SynapseTable.MAX_GROUP) {
        words[word++] = SynapseTable.group(delays[begin] - before, i - begin);
        before = delays[begin];
        begin = i;
      }
    }
  }
}
