package org.baya.build;

import java.util.concurrent.atomic.AtomicLong;
import org.baya.model.Dynamics;

/** Reads and checks all edges of a projection as a build would, and stores nothing. */
final class EdgeCheck {
  private EdgeCheck() {}

  /**
   * What was found.
   *
   * @param dropped number of edges that the drop formula leaves out
   * @param fingerprint of the others, see {@link NetworkFingerprint}
   */
  record Findings(long dropped, long fingerprint) {}

  /** Reads all edges. */
  static Findings of(ResolvedProjection projection, Blueprint blueprint) {
    int workers = Runtime.getRuntime().availableProcessors();
    int[] slotOf = blueprint.layout().slotOf();
    boolean told = !projection.to().isNeurons();
    PartQueue queue = new PartQueue(projection.edges(), workers);
    AtomicLong dropped = new AtomicLong();
    AtomicLong fingerprint = new AtomicLong();
    Workers.run(
        workers,
        worker -> {
          EdgeEvaluator edges =
              new EdgeEvaluator(projection, blueprint.network().seed(), blueprint.grid());
          SlotRouter router = new SlotRouter(projection, slotOf);
          long sum = 0;
          while (queue.take(edges)) {
            while (edges.next()) {
              int kept = edges.loadAll();
              edges.evaluate();
              if (!told) {
                sum += sum(projection, edges, router.route(edges, kept), slotOf, kept);
              }
              for (int p = 0; p < projection.synapse().values().size(); p++) {
                edges.parameter(p);
              }
            }
          }
          dropped.addAndGet(edges.droppedEdges());
          fingerprint.addAndGet(sum);
        });
    return new Findings(dropped.get(), fingerprint.get());
  }

  private static long sum(
      ResolvedProjection projection, EdgeEvaluator edges, int[] places, int[] slotOf, int n) {
    int firstSource = projection.from().firstNode();
    int firstTarget = projection.to().firstNode();
    int[] sources = edges.sources();
    int[] targets = edges.targets();
    int[] delays = edges.delaySteps();
    double[] weights = edges.weights();
    boolean counted = !projection.synapse().isPlastic() && NeuronKinds.counts(projection.to());
    long sum = 0;
    for (int k = 0; k < n; k++) {
      int target = firstTarget + targets[k];
      int port = (places[k] - slotOf[target]) / Dynamics.LANES;
      long pair = NetworkFingerprint.pair(firstSource + sources[k], target);
      sum +=
          NetworkFingerprint.hash(
              pair, port, delays[k], Double.doubleToRawLongBits(counted ? 1 : weights[k]));
    }
    return sum;
  }
}
