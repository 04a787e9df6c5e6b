package org.baya.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntConsumer;
import org.baya.compiled.PlasticTable;
import org.baya.compiled.SynapseTable;
import org.baya.connect.EdgeList;
import org.baya.model.TimeGrid;

/**
 * Builds the synapse tables of all shards. All edges are read twice: first to count the synapses of
 * every row, then to put them in place; a {@link Division} says which worker reads which. Nothing
 * is locked, nothing is stored twice, and the result does not depend on the number of workers.
 */
final class SynapseBuilder {
  /** Below this many edges for each, more workers cost more than they bring. */
  private static final int EDGES_PER_WORKER = 8 * EdgeList.BLOCK;

  private final List<SynapseGroup> groups;
  private final ShardLayout layout;
  private final TimeGrid grid;
  private final long seed;
  private final int workers;
  private final BuildProgress progress;
  private final List<List<SynapseTable>> tables;
  private final List<List<PlasticTable>> plastic = new ArrayList<>();
  private final TransmitterBuilder transmitters;
  private final int[] maxDelay;
  private final AtomicLongArray dropped;
  private final AtomicLongArray changed;
  private final AtomicLongArray rounded;

  SynapseBuilder(
      List<SynapseGroup> groups,
      int projections,
      ShardLayout layout,
      TimeGrid grid,
      long seed,
      int workers,
      TransmitterBuilder transmitters,
      BuildProgress progress) {
    this.transmitters = transmitters;
    this.groups = groups;
    this.layout = layout;
    this.grid = grid;
    this.seed = seed;
    this.workers = workers;
    this.progress = progress;
    tables = new ArrayList<>();
    for (int shard = 0; shard < layout.shards(); shard++) {
      tables.add(new ArrayList<>());
      plastic.add(new ArrayList<>());
    }
    maxDelay = new int[layout.shards()];
    dropped = new AtomicLongArray(projections);
    changed = new AtomicLongArray(projections);
    rounded = new AtomicLongArray(projections);
  }

  /** Builds everything. */
  void build() {
    long edges = 0;
    for (SynapseGroup group : groups) {
      for (ResolvedProjection projection : group.projections()) {
        edges += projection.edges().size();
      }
    }
    progress.total(2 * edges);
    groups.forEach(this::build);
  }

  /** Tables of plastic synapses in a shard, in delivery order. */
  List<PlasticTable> plastic(int shard) {
    return plastic.get(shard);
  }

  /** Tables of static synapses in a shard, in delivery order. */
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

  /** Edges of a projection whose delay was moved to a step. */
  long roundedDelays(int projection) {
    return rounded.get(projection);
  }

  private void build(SynapseGroup group) {
    Optional<PlasticColumns> columns =
        group
            .plasticProjection()
            .map(p -> new PlasticColumns(p, layout.shards(), transmitters, grid, seed));
    GroupTables building = new GroupTables(group, layout.shards(), columns);
    List<Division> divisions = new ArrayList<>();
    for (ResolvedProjection projection : group.projections()) {
      int useful = useful(projection);
      Division division = Division.of(projection, building, layout, useful);
      divisions.add(division);
      Workers.run(useful, worker -> count(projection, division, worker));
    }
    eachShard(shard -> {
      divisions.forEach(division -> division.collect(shard));
      building.allocate(shard);
    });
    for (int i = 0; i < divisions.size(); i++) {
      ResolvedProjection projection = group.projections().get(i);
      Division division = divisions.get(i);
      eachShard(division::place);
      division.begin();
      Workers.run(
          useful(projection), worker -> fill(projection, building, columns, division, worker));
    }
    eachShard(shard -> {
      SynapseTable table = building.finish(shard);
      if (columns.isPresent()) {
        plastic.get(shard).add(columns.get().table(shard, table));
      } else {
        tables.get(shard).add(table);
      }
      maxDelay[shard] = Math.max(maxDelay[shard], building.maxDelay(shard));
    });
  }

  private int useful(ResolvedProjection projection) {
    return Math.clamp(projection.edges().size() / EDGES_PER_WORKER, 1, workers);
  }

  /** Does something for every shard, each by whoever is free. */
  private void eachShard(IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    Workers.run(
        Math.min(workers, layout.shards()),
        worker -> {
          for (int shard = next.getAndIncrement();
              shard < layout.shards();
              shard = next.getAndIncrement()) {
            task.accept(shard);
          }
        });
  }

  private void count(ResolvedProjection projection, Division division, int worker) {
    EdgeEvaluator edges = new EdgeEvaluator(projection, seed, grid);
    int[] slotOf = layout.slotOf();
    int[][] cursors = division.cursors(worker);
    while (division.take(worker, edges)) {
      while (edges.next()) {
        int kept = division.load(worker, edges);
        GroupTables.count(
            cursors,
            division.firstRow(),
            slotOf,
            projection.to().firstNode(),
            edges.sources(),
            edges.targets(),
            kept);
        progress.advance(edges.size());
      }
    }
    dropped.addAndGet(projection.index(), edges.droppedEdges());
  }

  private void fill(
      ResolvedProjection projection,
      GroupTables building,
      Optional<PlasticColumns> columns,
      Division division,
      int worker) {
    EdgeEvaluator edges = new EdgeEvaluator(projection, seed, grid);
    SlotRouter router = new SlotRouter(projection, layout.slotOf());
    int[][] cursors = division.cursors(worker);
    int[] at = new int[EdgeList.BLOCK];
    while (division.take(worker, edges)) {
      while (edges.next()) {
        int kept = division.load(worker, edges);
        edges.evaluate();
        changed.addAndGet(projection.index(), edges.changedDelays());
        rounded.addAndGet(projection.index(), edges.roundedDelays());
        int[] places = router.route(edges, kept);
        building.add(
            cursors,
            division.firstRow(),
            places,
            edges.sources(),
            edges.delaySteps(),
            edges.weights(),
            kept,
            at);
        columns.ifPresent(more -> more.put(edges, places, at, kept));
        progress.advance(edges.size());
      }
    }
  }
}
