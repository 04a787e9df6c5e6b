package org.baya.io.v1;

/**
 * The cells of one population sorted into the squares of a lateral grid that covers the disc. Only squares that hold cells are kept.
 * Immutable; the arrays must not be modified.
 *
 * @param squareColumn column of each square, along x
 * @param squareRow row of each square, along z
 * @param start first position in {@code ids} of each square, length squares + 1
 * @param ids cell ids by square, ascending within a square
 */
record CellGrid(int[] squareColumn, int[] squareRow, int[] start, int[] ids) {

  /** Sorts the cells {@code from <= id < to} into {@code side} x {@code side} squares of the disc of radius {@code radiusUm}. */
  static CellGrid of(V1Cells cells, int from, int to, double radiusUm, int side) {
    int[] square = new int[to - from];
    int[] first = new int[side * side + 1];
    for (int i = 0; i < square.length; i++) {
      int column = line(cells.x()[from + i], radiusUm, side);
      int row = line(cells.z()[from + i], radiusUm, side);
      square[i] = row * side + column;
      first[square[i] + 1]++;
    }
    for (int i = 0; i < side * side; i++) {
      first[i + 1] += first[i];
    }
    int[] next = first.clone();
    int[] ids = new int[square.length];
    for (int i = 0; i < square.length; i++) {
      ids[next[square[i]]++] = from + i;
    }
    return withoutEmptySquares(first, ids, side);
  }

  private static CellGrid withoutEmptySquares(int[] first, int[] ids, int side) {
    int used = 0;
    for (int i = 0; i < side * side; i++) {
      used += first[i + 1] > first[i] ? 1 : 0;
    }
    int[] column = new int[used];
    int[] row = new int[used];
    int[] start = new int[used + 1];
    start[used] = ids.length;
    int k = 0;
    for (int i = 0; i < side * side; i++) {
      if (first[i + 1] > first[i]) {
        column[k] = i % side;
        row[k] = i / side;
        start[k++] = first[i];
      }
    }
    return new CellGrid(column, row, start, ids);
  }

  /** The column or row of a coordinate in -radius..radius. */
  private static int line(float coordinate, double radiusUm, int side) {
    return Math.clamp((int) Math.floor((coordinate + radiusUm) * side / (2.0 * radiusUm)), 0, side - 1);
  }

  /** Number of squares that hold cells. */
  int squares() {
    return squareColumn.length;
  }
}
