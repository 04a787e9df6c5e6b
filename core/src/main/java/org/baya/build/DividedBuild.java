package org.baya.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baya.compiled.SynapseTable;
import org.baya.connect.EdgeList;

/**
 * Builds the tables of a group whose edges come in any order. All are read twice: first to count
 * the synapses of every row, then to put them in place; a {@link Division} says which worker reads
 * which. Rows are sorted by delay when all are there.
 */
final class DividedBuild implements GroupBuild {
  private final SynapseGroup group;
  private final EdgeWork work;
  private final Optional<PlasticColumns> columns;
  private final GroupTables tables;

  DividedBuild(SynapseGroup group, EdgeWork work, Optional<PlasticColumns> columns) {
    this.group = group;
    this.work = work;
    this.columns = columns;
    tables = new GroupTables(group, work.layout().shards(), columns);
  }

  @Override
  public void fill() {
    List<Division> divisions = new ArrayList<>();
    for (ResolvedProjection projection : group.projections()) {
      int useful = work.useful(projection.edges().size());
      Division division = Division.of(projection, tables, work.layout(), useful);
      divisions.add(division);
      Workers.run(useful, worker -> count(projection, division, worker));
    }
    work.eachShard(shard -> {
      divisions.forEach(division -> division.collect(shard));
      tables.allocate(shard);
    });
    for (int i = 0; i < divisions.size(); i++) {
      ResolvedProjection projection = group.projections().get(i);
      Division division = divisions.get(i);
      work.eachShard(division::place);
      division.begin();
      Workers.run(
          work.useful(projection.edges().size()), worker -> fill(projection, division, worker));
    }
  }

  private void count(ResolvedProjection projection, Division division, int worker) {
    EdgeEvaluator edges = work.evaluator(projection);
    int[] slotOf = work.layout().slotOf();
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
        work.progress().advance(edges.size());
      }
    }
    work.counts().addDropped(projection.index(), edges.droppedEdges());
  }

  private void fill(ResolvedProjection projection, Division division, int worker) {
    EdgeEvaluator edges = work.evaluator(projection);
    SlotRouter router = work.router(projection);
    int[][] cursors = division.cursors(worker);
    int[] at = new int[EdgeList.BLOCK];
    while (division.take(worker, edges)) {
      while (edges.next()) {
        int kept = division.load(worker, edges);
        edges.evaluate();
        work.counts().addDelays(projection.index(), edges);
        int[] places = router.route(edges, kept);
        tables.add(
            cursors,
            division.firstRow(),
            places,
            edges.sources(),
            edges.delaySteps(),
            edges.weights(),
            kept,
            at);
        columns.ifPresent(more -> more.put(edges, places, at, kept));
        work.progress().advance(edges.size());
      }
    }
  }

  @Override
  public SynapseTable finish(int shard) {
    return tables.finish(shard);
  }

  @Override
  public int maxDelay(int shard) {
    return tables.maxDelay(shard);
  }
}
