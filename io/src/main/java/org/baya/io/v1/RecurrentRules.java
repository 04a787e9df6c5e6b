package org.baya.io.v1;

/**
 * What all rows of the recurrent network share: the pairs of populations that connect, the grid of each population. Immutable, safe for
 * use by several threads.
 */
final class RecurrentRules {
  /** Width of a grid square [um]: a small part of the widths of the connection rules (85..120 um). */
  private static final double SQUARE_UM = 25.0;

  private final double radiusUm;
  private final int side;
  private final CellGrid[] grids;
  private final Pair[][] pairs;

  RecurrentRules(V1Parameters parameters, V1Cells cells, double radiusUm) {
    this.radiusUm = radiusUm;
    this.side = (int) Math.ceil(2.0 * radiusUm / SQUARE_UM);
    int n = parameters.populationList().size();
    this.grids = new CellGrid[n];
    this.pairs = new Pair[n][n];
    for (int source = 0; source < n; source++) {
      grids[source] = CellGrid.of(cells, cells.populationStart()[source], cells.populationStart()[source + 1], radiusUm, side);
      for (int target = 0; target < n; target++) {
        pairs[source][target] = parameters.connection(source, target).map(Pair::of).orElse(Pair.NONE);
      }
    }
  }

  /** A pair of populations: its rule and the rule's bounds; not connected if its amplitude is 0. */
  record Pair(V1Connection rule, DistanceBounds bounds) {
    private static final Pair NONE = of(new V1Connection(0.0, 1.0, 1.0, 0.0, 0, 1));

    private static Pair of(V1Connection rule) {
      return new Pair(rule, new DistanceBounds(rule));
    }

    boolean connected() {
      return rule.amplitude() > 0.0;
    }
  }

  Pair pair(int source, int target) {
    return pairs[source][target];
  }

  CellGrid grid(int population) {
    return grids[population];
  }

  /** Number of columns and of rows of the grids. */
  int side() {
    return side;
  }

  /**
   * The square of the distance [um^2] from a coordinate to each column or row of the grid, 0 for the one that it lies in.
   *
   * @param squares length side, receives the result
   */
  void distanceSquares(float coordinate, double[] squares) {
    double width = 2.0 * radiusUm / side;
    for (int i = 0; i < side; i++) {
      double near = i * width - radiusUm;
      double distance = Math.max(0.0, Math.max(near - coordinate, coordinate - (near + width)));
      squares[i] = distance * distance;
    }
  }
}
