package org.baya.connect.algebra;

import java.util.Arrays;

/** Makes the rows of a mask, one at a time. For one thread. */
abstract class RowCursor {
  /** The row made last, ascending; grown by {@link #reserve}. */
  protected int[] nodes = new int[16];

  /**
   * Makes a row: the nodes that are connected to node {@code row} of this side, ascending, a node
   * as often as it is connected.
   *
   * @return how many there are
   */
  abstract int draw(int row);

  /** How many nodes a row has. */
  int size(int row) {
    return draw(row);
  }

  /** The row made last; valid up to its size, until the next call. */
  final int[] nodes() {
    return nodes;
  }

  /**
   * Tells how often nodes are in a row; the row made last is lost.
   *
   * @param asked node numbers, ascending, possibly repeated
   * @param times length at least n, receives how often each is in the row
   */
  void count(int row, int[] asked, int n, int[] times) {
    int size = draw(row);
    int at = 0;
    for (int k = 0; k < n; k++) {
      if (k > 0 && asked[k] == asked[k - 1]) {
        times[k] = times[k - 1];
        continue;
      }
      while (at < size && nodes[at] < asked[k]) {
        at++;
      }
      int end = at;
      while (end < size && nodes[end] == asked[k]) {
        end++;
      }
      times[k] = end - at;
      at = end;
    }
  }

  /** Makes room for n nodes and keeps those that are there. */
  protected final void reserve(int n) {
    if (nodes.length < n) {
      nodes =
          Arrays.copyOf(
              nodes, Math.max(n, (int) Math.min(Integer.MAX_VALUE - 8, 2L * nodes.length)));
    }
  }

  /** As {@code buffer}, or a larger one if it does not hold n numbers. */
  protected static int[] atLeast(int[] buffer, int n) {
    return buffer.length >= n ? buffer : new int[Math.max(n, 2 * buffer.length)];
  }
}
