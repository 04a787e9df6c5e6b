package org.baya.build;

import org.baya.compiled.ProceduralRows;
import org.baya.model.TimeGrid;

/**
 * The rows of a projection's rule, evaluated as {@link SynapseBuilder} does when it stores them.
 */
final class RuleRows implements ProceduralRows {
  private final ResolvedProjection projection;
  private final boolean narrow;
  private final int[] slotOf;
  private final TimeGrid grid;
  private final long seed;

  /**
   * Rows of a projection.
   *
   * @param slotOf {@code shard << 16 | slot} of each node
   */
  RuleRows(ResolvedProjection projection, int[] slotOf, TimeGrid grid, long seed) {
    this.projection = projection;
    this.slotOf = slotOf;
    this.grid = grid;
    this.seed = seed;
    narrow = WeightForm.of(projection) instanceof WeightForm.Float32;
  }

  @Override
  public int firstSource() {
    return projection.from().firstNode();
  }

  @Override
  public int sources() {
    return projection.from().size();
  }

  @Override
  public Reader reader() {
    return new RowReader();
  }

  /**
   * Makes one row, so that formulas which read values of nodes find them while their files are
   * open, and mistakes show before the run.
   */
  void tryOne() {
    Reader reader = reader();
    for (int source = 0; source < sources(); source++) {
      reader.seek(source);
      if (reader.next() > 0) {
        return;
      }
    }
  }

  private final class RowReader implements Reader {
    private final EdgeEvaluator edges = new EdgeEvaluator(projection, seed, grid);
    private final SlotRouter router = new SlotRouter(projection, slotOf);
    private final int[] row = new int[1];
    private int[] places = {};

    @Override
    public void seek(int source) {
      row[0] = source;
      edges.seek(row, 0, 1);
    }

    @Override
    public int next() {
      if (!edges.next()) {
        return 0;
      }
      int n = edges.loadAll();
      edges.evaluate();
      places = router.route(edges, n);
      if (narrow) {
        narrow(edges.weights(), n);
      }
      return n;
    }

    @Override
    public int[] places() {
      return places;
    }

    @Override
    public int[] delaySteps() {
      return edges.delaySteps();
    }

    @Override
    public double[] weights() {
      return edges.weights();
    }
  }

  private static void narrow(double[] weights, int n) {
    for (int k = 0; k < n; k++) {
      weights[k] = (float) weights[k];
    }
  }
}
