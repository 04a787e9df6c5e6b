package org.baya.io.v1;

/**
 * What all rows of the recurrent network share: the pairs of populations that connect, the grid of
 * each population. Immutable, safe for use by several threads.
 */
final class RecurrentRules {
  private final CellGrid[] grids;
  private final Pair[][] pairs;

  RecurrentRules(V1Parameters parameters, V1Cells cells, double radiusUm) {
    int n = parameters.populationList().size();
    int[] start = cells.populationStart();
    this.grids = new CellGrid[n];
    this.pairs = new Pair[n][n];
    for (int source = 0; source < n; source++) {
      grids[source] = CellGrid.of(cells, start[source], start[source + 1], radiusUm);
      for (int target = 0; target < n; target++) {
        pairs[source][target] =
            parameters.connection(source, target).map(Pair::of).orElse(Pair.NONE);
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

  /** The cells of a population. */
  CellGrid grid(int population) {
    return grids[population];
  }

  /** The largest number of columns and of rows of a grid. */
  int largestSide() {
    int largest = 0;
    for (CellGrid grid : grids) {
      largest = Math.max(largest, grid.side());
    }
    return largest;
  }
}
