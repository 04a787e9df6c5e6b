package org.baya.connect.algebra;

import java.util.Arrays;
import org.baya.error.InvalidInputException;

/**
 * Rows that are held in memory: row r is {@code nodes[starts[r] .. starts[r + 1] - 1]}, ascending.
 */
final class StoredRows extends RowMask {
  private final int[] starts;
  private final int[] nodes;
  private final double density;
  private final boolean set;

  /**
   * Rows from pairs; those outside the side are left out.
   *
   * @param owners node of this side of each pair, in any order
   * @param held node of the other side of each pair; pairs of one owner ascending in it
   */
  StoredRows(int[] owners, int[] held, int n, Side side) {
    starts = new int[side.rows() + 1];
    for (int k = 0; k < n; k++) {
      if (inside(owners[k], held[k], side)) {
        starts[owners[k] + 1]++;
      }
    }
    for (int row = 0; row < side.rows(); row++) {
      starts[row + 1] += starts[row];
    }
    nodes = new int[starts[side.rows()]];
    int[] next = starts.clone();
    for (int k = 0; k < n; k++) {
      if (inside(owners[k], held[k], side)) {
        nodes[next[owners[k]]++] = held[k];
      }
    }
    density = density(side);
    set = isDistinct();
  }

  /** The rows of {@code turned} as columns: a counting sort. */
  StoredRows(RowMask turned, Side side) {
    int columns = side.nodes();
    starts = new int[side.rows() + 1];
    RowCursor cursor = turned.cursor();
    long total = 0;
    for (int column = 0; column < columns; column++) {
      int size = cursor.draw(column);
      int[] found = cursor.nodes();
      total += size;
      for (int k = 0; k < size; k++) {
        starts[found[k] + 1]++;
      }
      if (total > Integer.MAX_VALUE - 8) {
        throw new InvalidInputException(
            side.scene().place(),
            "a random mask is used from both sides and has more than 2^31 pairs; build the transpose"
                + " as a projection of its own");
      }
    }
    for (int row = 0; row < side.rows(); row++) {
      starts[row + 1] += starts[row];
    }
    nodes = new int[(int) total];
    int[] next = starts.clone();
    for (int column = 0; column < columns; column++) {
      int size = cursor.draw(column);
      int[] found = cursor.nodes();
      for (int k = 0; k < size; k++) {
        nodes[next[found[k]]++] = column;
      }
    }
    density = density(side);
    set = turned.isSet();
  }

  private static boolean inside(int owner, int node, Side side) {
    return owner < side.rows() && node < side.nodes();
  }

  private double density(Side side) {
    double pairs = (double) side.rows() * side.nodes();
    return pairs == 0 ? 0 : nodes.length / pairs;
  }

  private boolean isDistinct() {
    for (int row = 0; row + 1 < starts.length; row++) {
      for (int k = starts[row] + 1; k < starts[row + 1]; k++) {
        if (nodes[k] == nodes[k - 1]) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  double density() {
    return density;
  }

  @Override
  boolean isSet() {
    return set;
  }

  @Override
  RowCursor cursor() {
    return new Cursor();
  }

  private final class Cursor extends RowCursor {
    @Override
    int draw(int row) {
      int n = starts[row + 1] - starts[row];
      reserve(n);
      System.arraycopy(StoredRows.this.nodes, starts[row], nodes, 0, n);
      return n;
    }

    @Override
    int size(int row) {
      return starts[row + 1] - starts[row];
    }

    @Override
    void count(int row, int[] asked, int n, int[] times) {
      for (int k = 0; k < n; k++) {
        times[k] = k > 0 && asked[k] == asked[k - 1] ? times[k - 1] : times(row, asked[k]);
      }
    }

    private int times(int row, int node) {
      int[] all = StoredRows.this.nodes;
      int end = starts[row + 1];
      int at = Arrays.binarySearch(all, starts[row], end, node);
      if (at < 0) {
        return 0;
      }
      int first = at;
      while (first > starts[row] && all[first - 1] == node) {
        first--;
      }
      int behind = at + 1;
      while (behind < end && all[behind] == node) {
        behind++;
      }
      return behind - first;
    }
  }
}
