package org.baya.build;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.baya.connect.EdgeList;
import org.baya.model.TimeGrid;

/**
 * What everybody needs who turns edges into synapses: where neurons lie, how values are evaluated,
 * how many workers there are, and where to note what happened.
 */
record EdgeWork(
    ShardLayout layout,
    TimeGrid grid,
    long seed,
    int workers,
    BuildProgress progress,
    EdgeCounts counts) {
  /** Below this many edges for each, more workers cost more than they bring. */
  private static final int EDGES_PER_WORKER = 8 * EdgeList.BLOCK;

  /** A way to read and evaluate the edges of a projection, for one thread. */
  EdgeEvaluator evaluator(ResolvedProjection projection) {
    return new EdgeEvaluator(projection, seed, grid);
  }

  /** A way to find the slots of a projection's edges, for one thread. */
  SlotRouter router(ResolvedProjection projection) {
    return new SlotRouter(projection, layout.slotOf());
  }

  /** How many workers are worth their start. */
  int useful(long edges) {
    return Math.clamp(edges / EDGES_PER_WORKER, 1, workers);
  }

  /** Does something for every shard, each by whoever is free. */
  void eachShard(IntConsumer task) {
    each(layout.shards(), workers, (shard, worker) -> task.accept(shard));
  }

  /** Something to do for the item of a number. */
  @FunctionalInterface
  interface Task {
    void accept(int item, int worker);
  }

  /** Does something for every item, in their order, each by whoever of the workers is free. */
  static void each(int items, int workers, Task task) {
    AtomicInteger next = new AtomicInteger();
    Workers.run(
        Math.clamp(items, 1, workers),
        worker -> {
          for (int item = next.getAndIncrement(); item < items; item = next.getAndIncrement()) {
            task.accept(item, worker);
          }
        });
  }
}
