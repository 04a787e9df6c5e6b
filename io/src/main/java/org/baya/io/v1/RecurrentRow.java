package org.baya.io.v1;

import java.util.Arrays;
import org.baya.random.Exponential;
import org.baya.random.RandomStream;

/**
 * Draws the recurrent sources of one target after the other. Not safe for use by several threads; each has its own.
 *
 * <p>Implementation overview: every possible source is an independent Bernoulli trial with a probability p that falls with distance.
 * Trials are taken square by square of a {@link CellGrid}; within a square all have a common bound q >= p. Candidates that succeed at q
 * are found without visiting the others: a trial at q consumes the hazard -log(1 - q), and the next success is where the consumed hazard
 * exceeds a unit exponential number. As that number has no memory, one draw carries over squares and populations with different bounds. A
 * candidate is then accepted with probability p / q. The result has exactly the distribution of one trial per pair.
 */
final class RecurrentRow {
  private final V1Cells cells;
  private final RecurrentRules rules;
  private final RandomStream stream;
  private final double[] columnSquare;
  private final double[] rowSquare;
  private int[] found = new int[1024];
  private int count;
  private double exponential;

  RecurrentRow(V1Cells cells, RecurrentRules rules, RandomStream stream) {
    this.cells = cells;
    this.rules = rules;
    this.stream = stream;
    this.columnSquare = new double[rules.side()];
    this.rowSquare = new double[rules.side()];
  }

  /** Draws the sources of {@code target}, ascending; continue with {@link #sources} and {@link #count}. */
  void draw(int target) {
    count = 0;
    exponential = Exponential.sample(stream, 1.0);
    rules.distanceSquares(cells.x()[target], columnSquare);
    rules.distanceSquares(cells.z()[target], rowSquare);
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
    final double scale = pair.bounds().binsPerSquareUm();
    double left = exponential;
    for (int square = 0; square < grid.squares(); square++) {
      double bin = scale * (columnSquare[columns[square]] + rowSquare[rows[square]]);
      if (bin >= DistanceBounds.BINS) {
        continue;
      }
      double hazard = hazards[(int) bin];
      double consumed = hazard * (start[square + 1] - start[square]);
      if (consumed <= left) {
        left -= consumed;
      } else {
        exponential = left;
        drawFromSquare(grid, square, pair, (int) bin, target);
        left = exponential;
      }
    }
    exponential = left;
  }

  private void drawFromSquare(CellGrid grid, int square, RecurrentRules.Pair pair, int bin, int target) {
    double hazard = pair.bounds().hazard()[bin];
    double bound = pair.bounds().probability()[bin];
    int end = grid.start()[square + 1];
    int next = grid.start()[square];
    while (next < end) {
      double skip = exponential / hazard;
      if (skip >= end - next) {
        exponential = Math.max(0.0, exponential - (end - next) * hazard);
        return;
      }
      next += (int) skip;
      int candidate = grid.ids()[next++];
      if (candidate != target && stream.nextDouble() * bound < probability(pair.rule(), candidate, target)) {
        add(candidate);
      }
      exponential = Exponential.sample(stream, 1.0);
    }
  }

  private double probability(V1Connection rule, int source, int target) {
    double dx = (double) cells.x()[source] - cells.x()[target];
    double dz = (double) cells.z()[source] - cells.z()[target];
    double angle = V1Cells.orientationDifference(cells.tuning()[source], cells.tuning()[target]);
    return rule.probability((dx * dx + dz * dz) / (rule.sigmaUm() * rule.sigmaUm()), angle);
  }

  private void add(int source) {
    if (count == found.length) {
      found = Arrays.copyOf(found, 2 * count);
    }
    found[count++] = source;
  }
}
