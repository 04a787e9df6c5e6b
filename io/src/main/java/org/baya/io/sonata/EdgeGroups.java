package org.baya.io.sonata;

import java.util.Optional;
import java.util.stream.LongStream;
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
      index.of(numbers, count, groupOf);
      for (int i = 0; i < count; i++) {
        if (groupOf[i] < 0) {
          throw unknown(ids.get(), from + i, numbers[i]);
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
    LongStream blocks = LongStream.rangeClosed(0, (rows - 1) / BLOCK);
    try {
      return blocks.parallel().allMatch(block -> isPlain(block * BLOCK, new long[BLOCK]));
    } catch (InvalidInputException e) {
      // Once more in order, so that the message is about the first wrong edge.
      return LongStream.rangeClosed(0, (rows - 1) / BLOCK)
          .allMatch(block -> isPlain(block * BLOCK, new long[BLOCK]));
    }
  }

  /** Whether that holds for the block of edges that begins with {@code from}. */
  private boolean isPlain(long from, long[] block) {
    int n = (int) Math.min(BLOCK, rows - from);
    if (ids.isPresent()) {
      requireGroup(ids.get(), from, n, block);
    }
    return rowsInGroup.isEmpty() || isCounted(rowsInGroup.get(), from, n, block);
  }

  /** Fails unless the edges are in the one group. */
  private void requireGroup(Column numbers, long from, int n, long[] block) {
    numbers.read(from, n, block, 0);
    for (int i = 0; i < n; i++) {
      if (index.of(block[i]) < 0) {
        throw unknown(numbers, from + i, block[i]);
      }
    }
  }

  private static boolean isCounted(Column rows, long from, int n, long[] block) {
    rows.read(from, n, block, 0);
    long different = 0;
    for (int i = 0; i < n; i++) {
      different |= block[i] ^ (from + i);
    }
    return different == 0;
  }

  private static InvalidInputException unknown(Column numbers, long row, long group) {
    return new InvalidInputException(
        numbers.place(), "row " + row + " is group " + group + ", which the file does not have");
  }
}
