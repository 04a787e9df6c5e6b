package org.baya.io.v1;

/**
 * The cells of one population sorted into the squares of a lateral grid that covers the disc; only
 * squares that hold cells are kept. The attributes of cells stand in this order too, so that
 * candidates of one square lie together in memory. Immutable, safe for use by several threads; the
 * arrays must not be modified.
 *
 * @param radiusUm radius of the disc; the grid covers the square around it
 * @param side number of columns and of rows
 * @param squareColumn column, along x, of each square that holds cells
 * @param squareRow row, along z, of each such square
 * @param start first place of each such square in the following arrays, length squares + 1
 * @param ids cell ids by square, ascending within a square
 * @param x lateral position [um] of these cells
 * @param z other lateral position [um]
 * @param tuning tuning angle [degrees]
 */
record CellGrid(
    double radiusUm,
    int side,
    int[] squareColumn,
    int[] squareRow,
    int[] start,
    int[] ids,
    float[] x,
    float[] z,
    double[] tuning) {
  /** Least width of a square [um]: well below the widths of the connection rules (85..120 um). */
  private static final double LEAST_WIDTH_UM = 32.0;

  /** Largest width of a square [um]: above it most candidates would be rejected. */
  private static final double LARGEST_WIDTH_UM = 80.0;

  /**
   * Cells that a square should hold, so that visiting squares costs no more than visiting
   * candidates.
   */
  private static final double CELLS_PER_SQUARE = 10.0;

  /**
   * A cell may lie outside its square by the rounding of its coordinates to floats [um]: 2^-14 at
   * 845 um.
   */
  private static final double ROUNDING_UM = 1e-4;

  /** Sorts the cells {@code from <= id < to} of the disc of radius {@code radiusUm}. */
  static CellGrid of(V1Cells cells, int from, int to, double radiusUm) {
    int n = to - from;
    double sparse = radiusUm * Math.sqrt(Math.PI * CELLS_PER_SQUARE / Math.max(1, n));
    int side =
        (int) Math.ceil(2.0 * radiusUm / Math.clamp(sparse, LEAST_WIDTH_UM, LARGEST_WIDTH_UM));
    int[] square = new int[n];
    int[] first = new int[side * side + 1];
    for (int i = 0; i < n; i++) {
      int column = line(cells.x()[from + i], radiusUm, side);
      int row = line(cells.z()[from + i], radiusUm, side);
      square[i] = row * side + column;
      first[square[i] + 1]++;
    }
    for (int i = 0; i < side * side; i++) {
      first[i + 1] += first[i];
    }
    int[] next = first.clone();
    int[] ids = new int[n];
    for (int i = 0; i < n; i++) {
      ids[next[square[i]]++] = from + i;
    }
    return occupied(cells, radiusUm, side, first, ids);
  }

  /** The grid without the squares that hold no cell. */
  private static CellGrid occupied(
      V1Cells cells, double radiusUm, int side, int[] first, int[] ids) {
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
    float[] x = new float[ids.length];
    float[] z = new float[ids.length];
    double[] tuning = new double[ids.length];
    for (int i = 0; i < ids.length; i++) {
      x[i] = cells.x()[ids[i]];
      z[i] = cells.z()[ids[i]];
      tuning[i] = cells.tuning()[ids[i]];
    }
    return new CellGrid(radiusUm, side, column, row, start, ids, x, z, tuning);
  }

  /** The column or row of a coordinate in -radius..radius. */
  private static int line(float coordinate, double radiusUm, int side) {
    return Math.clamp(
        (int) Math.floor((coordinate + radiusUm) * side / (2.0 * radiusUm)), 0, side - 1);
  }

  /** Number of squares that hold cells. */
  int squares() {
    return squareColumn.length;
  }

  /**
   * The square of the least distance from a coordinate to each column or row, times a factor; 0 for
   * the one that it lies in.
   *
   * @param perSquareUm factor on the squared distance [1/um^2]
   * @param squares length at least side, receives the result
   */
  void distanceSquares(float coordinate, double perSquareUm, double[] squares) {
    double width = 2.0 * radiusUm / side;
    for (int i = 0; i < side; i++) {
      double near = i * width - radiusUm;
      double distance =
          Math.max(0.0, Math.max(near - coordinate, coordinate - (near + width)) - ROUNDING_UM);
      squares[i] = distance * distance * perSquareUm;
    }
  }
}
