package org.baya.build;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.baya.compiled.SynapseTable;
import org.baya.connect.EdgeList;
import org.baya.model.TimeGrid;

/**
 * Builds the synapse tables of all shards. Every worker owns a range of shards and reads all edges twice, keeping those that reach its
 * shards: first to count the synapses of every row, then to put them in place. Nothing is shared between workers, nothing is stored
 * twice, and the result does not depend on their number.
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
      List<SynapseGroup> groups, int projections, ShardLayout layout, TimeGrid grid, long seed, int workers, BuildProgress progress) {
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
      Workers.run(workers, worker -> build(group, firstShard(worker), firstShard(worker + 1)));
    }
  }

  private int firstShard(int worker) {
    return (int) ((long) layout.shards() * worker / workers);
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

  private void build(SynapseGroup group, int firstShard, int endShard) {
    if (firstShard == endShard) {
      return;
    }
    TableBuilder[] builders = new TableBuilder[endShard - firstShard];
    for (int i = 0; i < builders.length; i++) {
      builders[i] = new TableBuilder(group);
    }
    for (ResolvedProjection projection : group.projections()) {
      count(projection, group, builders, firstShard);
    }
    for (TableBuilder builder : builders) {
      builder.allocate();
    }
    for (ResolvedProjection projection : group.projections()) {
      fill(projection, group, builders, firstShard);
    }
    RowSorter sorter = new RowSorter();
    for (int i = 0; i < builders.length; i++) {
      maxDelay[firstShard + i] = Math.max(maxDelay[firstShard + i], builders[i].maxDelay());
      tables.get(firstShard + i).add(builders[i].finish(sorter));
      builders[i] = null;
    }
  }

  private void count(ResolvedProjection projection, SynapseGroup group, TableBuilder[] builders, int firstShard) {
    EdgeEvaluator edges = new EdgeEvaluator(projection, seed, grid);
    int[] slotOf = layout.slotOf();
    int toNode = projection.to().firstNode();
    int rowShift = projection.from().firstNode() - group.firstSource();
    long size = projection.edges().size();
    for (long first = 0; first < size; first += EdgeList.BLOCK) {
      int n = (int) Math.min(EdgeList.BLOCK, size - first);
      int kept = edges.load(first, n, slotOf, firstShard, firstShard + builders.length);
      for (int k = 0; k < kept; k++) {
        builders[(slotOf[toNode + edges.target(k)] >>> 16) - firstShard].count(edges.source(k) + rowShift);
      }
      progress.advance(n);
    }
    dropped.addAndGet(projection.index(), edges.droppedEdges());
  }

  private void fill(ResolvedProjection projection, SynapseGroup group, TableBuilder[] builders, int firstShard) {
    EdgeEvaluator edges = new EdgeEvaluator(projection, seed, grid);
    SlotRouter router = new SlotRouter(projection, layout.slotOf());
    int rowShift = projection.from().firstNode() - group.firstSource();
    long size = projection.edges().size();
    for (long first = 0; first < size; first += EdgeList.BLOCK) {
      int n = (int) Math.min(EdgeList.BLOCK, size - first);
      int kept = edges.load(first, n, layout.slotOf(), firstShard, firstShard + builders.length);
      edges.evaluate();
      changed.addAndGet(projection.index(), edges.changedDelays());
      for (int k = 0; k < kept; k++) {
        int place = router.place(edges, k);
        builders[(place >>> 16) - firstShard].add(edges.source(k) + rowShift, place & 0xFFFF, edges.delaySteps(k), edges.weight(k));
      }
      progress.advance(n);
    }
  }
}
