package org.baya.build;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.baya.compiled.SynapseTable;
import org.baya.model.TimeGrid;

/**
 * Builds the synapse tables of all shards. Every worker owns a range of shards and reads all edges
 * twice, keeping those that reach its shards: first to count the synapses of every row, then to put
 * them in place. Nothing is shared between workers, nothing is stored twice, and the result does
 * not depend on their number.
 */
final class SynapseBuilder {
  private final List<SynapseGroup> groups;
  private final ShardLayout layout;
  private final TimeGrid grid;
  private final long seed;
  private final int workers;
  private final BuildProgress progress;
  private final List<List<SynapseTable>> tables;
  private final int[] maxDelay;
  private final AtomicLongArray dropped;
  private final AtomicLongArray changed;

  SynapseBuilder(
      List<SynapseGroup> groups,
      int projections,
      ShardLayout layout,
      TimeGrid grid,
      long seed,
      int workers,
      BuildProgress progress) {
    this.groups = groups;
    this.layout = layout;
    this.grid = grid;
    this.seed = seed;
    this.workers = workers;
    this.progress = progress;
    tables = new ArrayList<>();
    for (int shard = 0; shard < layout.shards(); shard++) {
      tables.add(new ArrayList<>());
    }
    maxDelay = new int[layout.shards()];
    dropped = new AtomicLongArray(projections);
    changed = new AtomicLongArray(projections);
  }

  /** Builds everything. */
  void build() {
    for (SynapseGroup group : groups) {
      Workers.run(workers, worker -> build(group, owned(worker)));
    }
  }

  /**
   * Every n-th shard: shards beside each other hold similar neurons, so this way all workers get
   * similar work.
   */
  private boolean[] owned(int worker) {
    boolean[] owned = new boolean[layout.shards()];
    for (int shard = worker; shard < owned.length; shard += workers) {
      owned[shard] = true;
    }
    return owned;
  }

  /** Tables of a shard, in delivery order. */
  List<SynapseTable> tables(int shard) {
    return tables.get(shard);
  }

  /** Largest delay [steps] of all synapses. */
  int maxDelay() {
    int max = 1;
    for (int delay : maxDelay) {
      max = Math.max(max, delay);
    }
    return max;
  }

  /** Edges of a projection that its drop formula left out. */
  long dropped(int projection) {
    return dropped.get(projection);
  }

  /** Edges of a projection whose delay is another than its column says. */
  long changedDelays(int projection) {
    return changed.get(projection);
  }

  private void build(SynapseGroup group, boolean[] owned) {
    TableBuilder[] builders = new TableBuilder[owned.length];
    for (int shard = 0; shard < owned.length; shard++) {
      builders[shard] = new TableBuilder(group, owned[shard]);
    }
    for (ResolvedProjection projection : group.projections()) {
      count(projection, group, builders, owned);
    }
    for (TableBuilder builder : builders) {
      builder.allocate();
    }
    for (ResolvedProjection projection : group.projections()) {
      fill(projection, group, builders, owned);
    }
    RowSorter sorter = new RowSorter();
    for (int shard = 0; shard < owned.length; shard++) {
      if (owned[shard]) {
        maxDelay[shard] = Math.max(maxDelay[shard], builders[shard].maxDelay());
        tables.get(shard).add(builders[shard].finish(sorter));
        builders[shard] = new TableBuilder(group, false);
      }
    }
  }

  private void count(
      ResolvedProjection projection, SynapseGroup group, TableBuilder[] builders, boolean[] owned) {
    EdgeEvaluator edges = new EdgeEvaluator(projection, seed, grid);
    int[] slotOf = layout.slotOf();
    int rowShift = projection.from().firstNode() - group.firstSource();
    edges.seek(PartQueue.all(projection.edges()), 0, projection.edges().parts());
    while (edges.next()) {
      int kept = edges.load(slotOf, owned);
      countRows(
          builders,
          slotOf,
          projection.to().firstNode(),
          edges.targets(),
          edges.sources(),
          rowShift,
          kept);
      progress.advance(edges.size());
    }
    dropped.addAndGet(projection.index(), edges.droppedEdges());
  }

  private static void countRows(
      TableBuilder[] builders,
      int[] slotOf,
      int toNode,
      int[] targets,
      int[] sources,
      int rowShift,
      int n) {
    for (int k = 0; k < n; k++) {
      builders[slotOf[toNode + targets[k]] >>> 16].count(sources[k] + rowShift);
    }
  }

  private void fill(
      ResolvedProjection projection, SynapseGroup group, TableBuilder[] builders, boolean[] owned) {
    EdgeEvaluator edges = new EdgeEvaluator(projection, seed, grid);
    SlotRouter router = new SlotRouter(projection, layout.slotOf());
    int rowShift = projection.from().firstNode() - group.firstSource();
    edges.seek(PartQueue.all(projection.edges()), 0, projection.edges().parts());
    while (edges.next()) {
      int kept = edges.load(layout.slotOf(), owned);
      edges.evaluate();
      changed.addAndGet(projection.index(), edges.changedDelays());
      int[] places = router.route(edges, kept);
      scatter(
          builders, places, edges.sources(), rowShift, edges.delaySteps(), edges.weights(), kept);
      progress.advance(edges.size());
    }
  }

  private static void scatter(
      TableBuilder[] builders,
      int[] places,
      int[] sources,
      int rowShift,
      int[] delaySteps,
      double[] weights,
      int n) {
    for (int k = 0; k < n; k++) {
      builders[places[k] >>> 16].add(
          sources[k] + rowShift, places[k] & 0xFFFF, delaySteps[k], weights[k]);
    }
  }
}
