package org.baya.build;

import java.util.concurrent.atomic.AtomicLong;
import org.baya.connect.EdgeList;

/** Reads and checks all edges of a projection as a build would, and stores nothing. */
final class EdgeCheck {
  private EdgeCheck() {}

  /** Number of edges that the drop formula leaves out. */
  static long dropped(ResolvedProjection projection, Blueprint blueprint) {
    int workers = Runtime.getRuntime().availableProcessors();
    boolean[] all = blueprint.layout().allShards();
    AtomicLong nextBlock = new AtomicLong();
    AtomicLong dropped = new AtomicLong();
    Workers.run(
        workers,
        worker -> {
          EdgeEvaluator edges =
              new EdgeEvaluator(projection, blueprint.network().seed(), blueprint.grid());
          SlotRouter router = new SlotRouter(projection, blueprint.layout().slotOf());
          long size = projection.edges().size();
          for (long first = nextBlock.getAndAdd(EdgeList.BLOCK);
              first < size;
              first = nextBlock.getAndAdd(EdgeList.BLOCK)) {
            int n = (int) Math.min(EdgeList.BLOCK, size - first);
            int kept = edges.load(first, n, blueprint.layout().slotOf(), all);
            edges.evaluate();
            router.route(edges, kept);
          }
          dropped.addAndGet(edges.droppedEdges());
        });
    return dropped.get();
  }
}
