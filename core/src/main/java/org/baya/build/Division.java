package org.baya.build;

/**
 * How workers share the edges of one projection, so that no two of them ever touch the same row of
 * the same shard. They read all edges twice: first counting, then filling.
 */
interface Division {

  /** Begins a reading of all edges. */
  void begin();

  /**
   * Moves a worker's reading to the next edges it has to look at; false when it has done its share.
   */
  boolean take(int worker, EdgeEvaluator edges);

  /**
   * Reads the edges of the present block that are this worker's.
   *
   * @return how many are kept
   */
  int load(int worker, EdgeEvaluator edges);

  /**
   * Where a worker counts, and later finds the place of the next synapse, by shard and source;
   * source 0 of the projection is at {@link #firstRow()}.
   */
  int[][] cursors(int worker);

  /** Where the projection's sources begin in the cursors. */
  int firstRow();

  /** Called when all edges are counted: adds what was counted apart to the tables of a shard. */
  void collect(int shard);

  /**
   * Called when there is room and all earlier projections are filled: makes the cursors of one
   * shard the places of this projection's synapses.
   */
  void place(int shard);

  /** Edge readings of all workers in one reading. */
  long readings();

  /** The division that suits the edges. */
  static Division of(
      ResolvedProjection projection, GroupTables tables, ShardLayout layout, int workers) {
    return switch (projection.edges().order()) {
      case BY_SOURCE -> new SourceDivision(projection, tables, workers);
      case BY_TARGET -> new TargetDivision(projection, tables, layout, workers);
      case NONE -> new BlockDivision(projection, tables, layout, workers);
    };
  }
}
