package org.baya.build;

import java.util.concurrent.atomic.AtomicLong;

/** Reads and checks all edges of a projection as a build would, and stores nothing. */
final class EdgeCheck {
  private EdgeCheck() {}

  /** Number of edges that the drop formula leaves out. */
  static long dropped(ResolvedProjection projection, Blueprint blueprint) {
    int workers = Runtime.getRuntime().availableProcessors();
    boolean[] all = blueprint.layout().allShards();
    PartQueue queue = new PartQueue(projection.edges(), workers);
    AtomicLong dropped = new AtomicLong();
    Workers.run(
        workers,
        worker -> {
          EdgeEvaluator edges =
              new EdgeEvaluator(projection, blueprint.network().seed(), blueprint.grid());
          SlotRouter router = new SlotRouter(projection, blueprint.layout().slotOf());
          while (queue.take(edges)) {
            while (edges.next()) {
              int kept = edges.load(blueprint.layout().slotOf(), all);
              edges.evaluate();
              router.route(edges, kept);
            }
          }
          dropped.addAndGet(edges.droppedEdges());
        });
    return dropped.get();
  }
}
