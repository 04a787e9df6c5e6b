package org.baya.build;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.baya.compiled.SynapseTable;
import org.baya.model.TimeGrid;
import org.baya.network.Store;

/**
 * Finds how many steps shards may advance without hearing from each other: the smallest delay, or
 * less where it is not known.
 */
final class DelayWindow {
  /** Longer windows save nothing more but make the accumulators larger. */
  private static final int LONGEST = 16;

  private DelayWindow() {}

  /** The window [steps] of these projections. */
  static int steps(List<ResolvedProjection> stored, TimeGrid grid, long seed, int workers) {
    int window = LONGEST;
    for (ResolvedProjection projection : stored) {
      if (projection.edges().size() > 0) {
        window = Math.min(window, smallest(projection, grid, seed, workers, window));
      }
    }
    return window;
  }

  private static int smallest(
      ResolvedProjection projection, TimeGrid grid, long seed, int workers, int window) {
    if (projection.delay() instanceof Quantity.Fixed fixed) {
      return steps(fixed.value(), grid);
    }
    double bound =
        projection.delay() instanceof Quantity.Computed computed
            ? computed.expression().lowerBound()
            : 0;
    boolean cannotBeRead =
        projection.delay().isRandom() || projection.description().store() == Store.PROCEDURAL;
    if (bound >= grid.resolutionMs() || cannotBeRead) {
      return steps(bound, grid);
    }
    PartQueue queue = new PartQueue(projection.edges(), workers);
    AtomicInteger smallest = new AtomicInteger(window);
    Workers.run(
        workers,
        worker -> {
          EdgeEvaluator edges = new EdgeEvaluator(projection.withoutDrop(), seed, grid);
          double least = Double.POSITIVE_INFINITY;
          while (queue.take(edges)) {
            while (edges.next()) {
              least = Math.min(least, smallest(edges.delaysMs(), edges.loadDelays()));
            }
          }
          smallest.accumulateAndGet(steps(least, grid), Math::min);
        });
    return smallest.get();
  }

  private static double smallest(double[] values, int n) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < n; k++) {
      least = Math.min(least, values[k]);
    }
    return least;
  }

  private static int steps(double delayMs, TimeGrid grid) {
    double steps = grid.stepsNearest(delayMs);
    return steps >= 1 ? (int) Math.min(SynapseTable.MAX_DELAY, steps) : 1;
  }
}
