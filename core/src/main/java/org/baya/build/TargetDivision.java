package org.baya.build;

import java.util.Arrays;

/**
 * Rows of targets: every worker owns every n-th shard and reads the rows of its targets only.
 * Shards beside each other hold similar neurons, so this way all get similar work.
 */
final class TargetDivision implements Division {
  private final ResolvedProjection projection;
  private final GroupTables tables;
  private final int[][] parts;
  private final boolean[] done;

  TargetDivision(
      ResolvedProjection projection, GroupTables tables, ShardLayout layout, int workers) {
    this.projection = projection;
    this.tables = tables;
    parts = new int[workers][];
    done = new boolean[workers];
    int first = projection.to().firstNode();
    for (int worker = 0; worker < workers; worker++) {
      parts[worker] = owned(layout.slotOf(), first, projection.edges().parts(), worker, workers);
    }
  }

  private static int[] owned(int[] slotOf, int first, int size, int worker, int workers) {
    int[] own = new int[size];
    int n = 0;
    for (int target = 0; target < size; target++) {
      if ((slotOf[first + target] >>> 16) % workers == worker) {
        own[n++] = target;
      }
    }
    return Arrays.copyOf(own, n);
  }

  @Override
  public void begin() {
    Arrays.fill(done, false);
  }

  @Override
  public boolean take(int worker, EdgeEvaluator edges) {
    if (done[worker]) {
      return false;
    }
    done[worker] = true;
    edges.seek(parts[worker], 0, parts[worker].length);
    return true;
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
