package org.baya.io.sonata;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** From the numbers that files use for types or nodes to indices from 0. */
final class IdIndex {
  /** Up to this spread of the numbers a table is used. */
  private static final long LARGEST_TABLE = 1L << 24;

  private final long least;
  private final int[] table;
  private final Map<Long, Integer> map;
  private final int size;

  private IdIndex(long least, int[] table, Map<Long, Integer> map, int size) {
    this.least = least;
    this.table = table;
    this.map = map;
    this.size = size;
  }

  /**
   * The index of {@code ids}, of which all differ; see {@link #repeated}.
   *
   * @param ids number of each index; not kept
   */
  static IdIndex of(long[] ids) {
    long least = Arrays.stream(ids).min().orElse(0);
    long most = Arrays.stream(ids).max().orElse(-1);
    if (most - least < 0 || most - least >= Math.max(LARGEST_TABLE, 4L * ids.length)) {
      Map<Long, Integer> map = new HashMap<>();
      for (int i = 0; i < ids.length; i++) {
        map.putIfAbsent(ids[i], i);
      }
      return new IdIndex(0, new int[0], map, ids.length);
    }
    int[] table = new int[(int) (most - least + 1)];
    Arrays.fill(table, -1);
    for (int i = 0; i < ids.length; i++) {
      int at = (int) (ids[i] - least);
      table[at] = table[at] < 0 ? i : table[at];
    }
    return new IdIndex(least, table, Map.of(), ids.length);
  }

  /** The first index whose number occurred before; -1 if all differ. */
  static int repeated(long[] ids, IdIndex index) {
    for (int i = 0; i < ids.length; i++) {
      if (index.of(ids[i]) != i) {
        return i;
      }
    }
    return -1;
  }

  /** The index of {@code id}; -1 if there is none. */
  int of(long id) {
    if (!map.isEmpty()) {
      return map.getOrDefault(id, -1);
    }
    long at = id - least;
    return at >= 0 && at < table.length ? table[(int) at] : -1;
  }

  /**
   * The index of each of {@code n} numbers; -1 for those that have none.
   *
   * @param ids not modified
   * @param out receives them
   */
  void of(long[] ids, int n, int[] out) {
    int[] indices = table;
    if (!map.isEmpty()) {
      for (int i = 0; i < n; i++) {
        out[i] = of(ids[i]);
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      long at = ids[i] - least;
      out[i] = at >= 0 && at < indices.length ? indices[(int) at] : -1;
    }
  }

  /** Number of indices. */
  int size() {
    return size;
  }
}
