package org.baya.space;

import java.util.Arrays;

/**
 * Goes through the cells of a {@link CellGrid} that a region around a point touches, row by row.
 * Not safe for use by several threads; allocates nothing once it has seen its largest region.
 *
 * <p>Along each axis it first lists the cells in question with how far their image is moved: where
 * an axis is closed to a ring, cells across the border count too, and a region longer than the ring
 * meets some cells more than once.
 */
final class CellWalk {
  /** Regions reach this share of a cell further, so that rounding loses no node. */
  private static final double PADDING = 1e-6;

  private final CellGrid grid;
  private final int[][] cell = new int[CellGrid.AXES][8];
  private final double[][] shift = new double[CellGrid.AXES][8];
  private final int[] count = new int[CellGrid.AXES];

  CellWalk(CellGrid grid) {
    this.grid = grid;
  }

  /**
   * Lists the cells along an axis between two coordinates; a cell without width always.
   *
   * @param once whether a cell of a ring is wanted only once however long the region is
   */
  void list(int axis, double from, double to, boolean once) {
    int cells = grid.cells(axis);
    if (grid.width(axis) == 0) {
      reserve(axis, 1);
      return;
    }
    double first = Math.floor(grid.cell(axis, from) - PADDING);
    double last = Math.floor(grid.cell(axis, to) + PADDING);
    boolean closed = grid.space().isClosed(axis);
    if (!closed) {
      first = Math.max(0, first);
      last = Math.min(cells - 1, last);
    } else if (last - first >= (once ? cells : Integer.MAX_VALUE)) {
      first = 0;
      last = cells - 1;
    }
    int n = (int) Math.max(0, last - first + 1);
    reserve(axis, n);
    for (int i = 0; i < n; i++) {
      int k = (int) first + i;
      cell[axis][i] = closed ? Math.floorMod(k, cells) : k;
      shift[axis][i] = closed ? Math.floorDiv(k, cells) * grid.space().period(axis) : 0;
    }
  }

  private void reserve(int axis, int n) {
    count[axis] = n;
    if (n > cell[axis].length) {
      int size = Math.max(n, 2 * cell[axis].length);
      cell[axis] = Arrays.copyOf(cell[axis], size);
      shift[axis] = Arrays.copyOf(shift[axis], size);
    }
  }

  /** Number of cells listed along an axis. */
  int count(int axis) {
    return count[axis];
  }

  /** A listed cell. */
  int cell(int axis, int i) {
    return cell[axis][i];
  }

  /** By how much the image of a listed cell is moved. */
  double shift(int axis, int i) {
    return shift[axis][i];
  }

  /** The listed cells along an axis; the first {@link #count}. */
  int[] cells(int axis) {
    return cell[axis];
  }

  /** The number of the first cell of a row along y. */
  int row(int x, int z) {
    return grid.row(cell[0][x], cell[2][z]);
  }
}
