package org.baya.io.v1;

import java.util.Arrays;
import org.baya.random.Exponential;
import org.baya.random.RandomStream;

/**
 * Draws the recurrent sources of one target after the other. Not safe for use by several threads;
 * each has its own.
 *
 * <p>Implementation overview: every possible source is an independent Bernoulli trial with a
 * probability p that falls with distance. Trials are taken square by square of a {@link CellGrid};
 * within a square all have a common bound q >= p. Candidates that succeed at q are found without
 * visiting the others: a trial at q consumes the hazard -log(1 - q), and the next success is where
 * the consumed hazard exceeds a unit exponential number. As that number has no memory, one draw
 * carries over squares and populations with different bounds. A candidate is then accepted with
 * probability p / q. The result has exactly the distribution of one trial per pair.
 */
final class RecurrentRow {
  private final V1Cells cells;
  private final RecurrentRules rules;
  private final RandomStream stream;
  private final double[] columnBins;
  private final double[] rowBins;
  private int[] found = new int[1024];
  private int count;
  private double exponential;

  RecurrentRow(V1Cells cells, RecurrentRules rules, RandomStream stream) {
    this.cells = cells;
    this.rules = rules;
    this.stream = stream;
    this.columnBins = new double[rules.largestSide()];
    this.rowBins = new double[rules.largestSide()];
  }

  /**
   * Draws the sources of {@code target}, ascending; continue with {@link #sources} and {@link
   * #count}.
   */
  void draw(int target) {
    count = 0;
    exponential = Exponential.sample(stream, 1.0);
    int targetPopulation = cells.populations()[target];
    for (int source = 0; source < cells.populationStart().length - 1; source++) {
      RecurrentRules.Pair pair = rules.pair(source, targetPopulation);
      if (pair.connected()) {
        int before = count;
        drawFrom(rules.grid(source), pair, target);
        Arrays.sort(found, before, count);
      }
    }
  }

  /** The sources found; only the first {@link #count} elements count. */
  int[] sources() {
    return found;
  }

  int count() {
    return count;
  }

  private void drawFrom(CellGrid grid, RecurrentRules.Pair pair, int target) {
    final int[] columns = grid.squareColumn();
    final int[] rows = grid.squareRow();
    final int[] start = grid.start();
    final double[] hazards = pair.bounds().hazard();
    final double[] columnBins = this.columnBins;
    final double[] rowBins = this.rowBins;
    grid.distanceSquares(cells.x()[target], pair.bounds().binsPerSquareUm(), columnBins);
    grid.distanceSquares(cells.z()[target], pair.bounds().binsPerSquareUm(), rowBins);
    double left = exponential;
    for (int square = 0; square < columns.length; square++) {
      double bin = columnBins[columns[square]] + rowBins[rows[square]];
      if (bin < DistanceBounds.BINS) {
        double consumed = hazards[(int) bin] * (start[square + 1] - start[square]);
        if (consumed <= left) {
          left -= consumed;
        } else {
          left = drawFromSquare(grid, square, pair, (int) bin, target, left);
        }
      }
    }
    exponential = left;
  }

  /**
   * Draws from one square with {@code left} of the exponential number to consume; returns what is
   * left after it.
   */
  private double drawFromSquare(
      CellGrid grid, int square, RecurrentRules.Pair pair, int bin, int target, double left) {
    final double hazard = pair.bounds().hazard()[bin];
    final double bound = pair.bounds().probability()[bin];
    final int end = grid.start()[square + 1];
    int next = grid.start()[square];
    double rest = left;
    while (next < end) {
      double skip = rest / hazard;
      if (skip >= end - next) {
        return Math.max(0.0, rest - (end - next) * hazard);
      }
      next += (int) skip;
      if (stream.nextDouble() * bound < probability(grid, next, pair.rule(), target)) {
        add(grid.ids()[next], target);
      }
      next++;
      rest = Exponential.sample(stream, 1.0);
    }
    return rest;
  }

  private double probability(CellGrid grid, int place, V1Connection rule, int target) {
    double dx = (double) grid.x()[place] - cells.x()[target];
    double dz = (double) grid.z()[place] - cells.z()[target];
    double angle = V1Cells.orientationDifference(grid.tuning()[place], cells.tuning()[target]);
    return rule.probability((dx * dx + dz * dz) / (rule.sigmaUm() * rule.sigmaUm()), angle);
  }

  private void add(int source, int target) {
    if (source == target) {
      return;
    }
    if (count == found.length) {
      found = Arrays.copyOf(found, 2 * count);
    }
    found[count++] = source;
  }
}
