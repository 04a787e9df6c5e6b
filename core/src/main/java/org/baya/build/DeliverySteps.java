package org.baya.build;

import java.util.List;
import java.util.stream.IntStream;
import org.baya.connect.EdgeList;
import org.baya.error.InvalidInputException;
import org.baya.model.TimeGrid;

/**
 * Finds for how many steps known synaptic events are delivered at once. Events of neighbouring
 * steps lie side by side in a row, so the more steps, the longer the stretches of memory that are
 * read; but what becomes known after its stretch has begun is delivered singly. Half the mean delay
 * leaves less than a tenth of such events.
 *
 * <p>All accumulators of a worker should stay in its second-level cache, or close to it: where they
 * do not, fewer steps are faster. That may be done only where every synapse is in the same list:
 * its order is that of emission, so sums are the same bits whatever the stretch. Several lists are
 * added one after the other in each stretch, so there the stretch must depend on delays alone.
 */
final class DeliverySteps {
  /** Longer stretches save nothing more but make the accumulators larger. */
  private static final int LONGEST = 4;

  /** Accumulators of a worker, relative to its second-level cache. */
  private static final double CACHE_SHARE = 1.25;

  /** Parts of a projection that are searched for edges. */
  private static final int PARTS = 64;

  private DeliverySteps() {}

  /**
   * A multiple of the window, at least the window itself.
   *
   * @param window steps that shards advance independently
   */
  static int of(
      List<ResolvedPopulation> populations,
      ProjectionKinds kinds,
      TimeGrid grid,
      long seed,
      int window,
      int workers) {
    if (2 * window > LONGEST) {
      return window;
    }
    double longest = Math.min(LONGEST, halfMeanDelay(kinds.delayed(), grid, seed, workers));
    if (isOneList(kinds, grid)) {
      longest = Math.min(longest, fitting(populations, workers));
    }
    return window * (int) Math.max(1, longest / window);
  }

  private static boolean isOneList(ProjectionKinds kinds, TimeGrid grid) {
    return kinds.procedural().isEmpty() && SynapseGroup.of(kinds.stored(), grid).size() <= 1;
  }

  /** Steps of accumulators that fit a worker's cache. */
  private static double fitting(List<ResolvedPopulation> populations, int workers) {
    double slots = 0;
    for (ResolvedPopulation population : populations) {
      if (population.isNeurons() && population.size() > 0) {
        slots += (double) population.size() * NeuronKinds.dynamics(population, 0).slots();
      }
    }
    return CACHE_SHARE * SecondLevelCache.bytes() * workers / (Double.BYTES * slots);
  }

  /** Half the mean delay [steps]; 0 without edges. */
  private static double halfMeanDelay(
      List<ResolvedProjection> delayed, TimeGrid grid, long seed, int workers) {
    double[] means = new double[delayed.size()];
    EdgeWork.each(
        means.length,
        workers,
        (projection, worker) -> means[projection] = mean(delayed.get(projection), grid, seed));
    double edges = 0;
    double sum = 0;
    for (int projection = 0; projection < means.length; projection++) {
      if (means[projection] > 0) {
        long size = delayed.get(projection).edges().size();
        edges += size;
        sum += means[projection] * size;
      }
    }
    return edges == 0 ? 0 : sum / edges / 2 / grid.resolutionMs();
  }

  /** The mean delay [ms] of the first edges; 0 if there are none or their values are wrong. */
  private static double mean(ResolvedProjection projection, TimeGrid grid, long seed) {
    if (projection.delay() instanceof Quantity.Fixed fixed) {
      return fixed.value();
    }
    int[] parts = IntStream.range(0, Math.min(PARTS, projection.edges().parts())).toArray();
    EdgeEvaluator edges = new EdgeEvaluator(projection.withoutDrop(), seed, grid);
    try {
      edges.seek(parts, 0, parts.length);
      double sum = 0;
      int n = 0;
      while (n < EdgeList.BLOCK && edges.next()) {
        int more = edges.loadDelays();
        for (int k = 0; k < more; k++) {
          sum += edges.delaysMs()[k];
        }
        n += more;
      }
      return n == 0 ? 0 : sum / n;
    } catch (InvalidInputException e) {
      return 0; // whoever reads all edges tells what is wrong
    }
  }
}
