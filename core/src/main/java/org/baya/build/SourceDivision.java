package org.baya.build;

/** Rows of sources: whoever is free takes the next sources, with all their shards. */
final class SourceDivision implements Division {
  private final ResolvedProjection projection;
  private final GroupTables tables;
  private final int workers;
  private PartQueue queue;

  SourceDivision(ResolvedProjection projection, GroupTables tables, int workers) {
    this.projection = projection;
    this.tables = tables;
    this.workers = workers;
    this.queue = new PartQueue(projection.edges(), workers);
  }

  @Override
  public void begin() {
    queue = new PartQueue(projection.edges(), workers);
  }

  @Override
  public boolean take(int worker, EdgeEvaluator edges) {
    return queue.take(edges);
  }

  @Override
  public int load(int worker, EdgeEvaluator edges) {
    return edges.loadAll();
  }

  @Override
  public int[][] cursors(int worker) {
    return tables.next();
  }

  @Override
  public int firstRow() {
    return tables.firstRow(projection);
  }

  @Override
  public void collect(int shard) {}

  @Override
  public void place(int shard) {}

  @Override
  public long readings() {
    return projection.edges().size();
  }
}
