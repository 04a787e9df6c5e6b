package org.baya.io.sonata;

import java.util.Optional;
import org.baya.array.Column;
import org.baya.error.InvalidInputException;

/**
 * In which group each edge has its attributes, and in which row of it.
 *
 * @param ids {@code edge_group_id}; absent when there is one group
 * @param rowsInGroup {@code edge_group_index}; absent when the edges are in the order of their one
 *     group
 * @param index from group numbers to groups counted from 0
 * @param rows number of edges
 * @param place of the group numbers
 */
record EdgeGroups(
    Optional<Column> ids, Optional<Column> rowsInGroup, IdIndex index, long rows, String place) {
  private static final int BLOCK = 1 << 14;

  /** Reads group and row of edges {@code from..from+count-1}. */
  void read(long from, int count, int[] groupOf, long[] rowOf) {
    if (ids.isPresent()) {
      long[] numbers = new long[count];
      ids.get().read(from, count, numbers, 0);
      for (int i = 0; i < count; i++) {
        groupOf[i] = index.of(numbers[i]);
        if (groupOf[i] < 0) {
          throw new InvalidInputException(
              ids.get().place(),
              "row " + (from + i) + " is group " + numbers[i] + ", which the file does not have");
        }
      }
    }
    if (rowsInGroup.isPresent()) {
      rowsInGroup.get().read(from, count, rowOf, 0);
    } else {
      for (int i = 0; i < count; i++) {
        rowOf[i] = from + i;
      }
    }
  }

  /** Whether edge i has row i of the one group, so that its attributes are whole datasets. */
  boolean isPlain() {
    if (index.size() > 1) {
      return false;
    }
    int[] groupOf = new int[BLOCK];
    long[] rowOf = new long[BLOCK];
    for (long from = 0; from < rows; from += BLOCK) {
      int n = (int) Math.min(BLOCK, rows - from);
      read(from, n, groupOf, rowOf);
      for (int i = 0; i < n; i++) {
        if (rowOf[i] != from + i) {
          return false;
        }
      }
    }
    return true;
  }
}
