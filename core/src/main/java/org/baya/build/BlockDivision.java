package org.baya.build;

import java.util.Arrays;

/**
 * Edges in no order: every worker reads one slice of them and counts in rows of its own; when all
 * have counted, each slice knows its places behind those of the slices before. Counters take room,
 * so with many workers several read the same slice, each keeping the edges of its own shards.
 */
final class BlockDivision implements Division {
  /** The counters of all slices take at most this many bytes per edge. */
  private static final int COUNTER_BYTES_PER_EDGE = 1;

  /** ... or this many bytes in all. */
  private static final long COUNTER_BYTES = 16 << 20;

  private final ResolvedProjection projection;
  private final GroupTables tables;
  private final int[] slotOf;
  private final int[] parts;
  private final int slices;
  private final int owners;
  private final boolean[][] owned;
  private final boolean[] done;
  private final int[][][] cursors;

  BlockDivision(
      ResolvedProjection projection, GroupTables tables, ShardLayout layout, int workers) {
    this.projection = projection;
    this.tables = tables;
    slotOf = layout.slotOf();
    parts = PartQueue.all(projection.edges());
    int rows = projection.from().size();
    long counterBytes = 4L * tables.shards() * Math.max(1, rows);
    long allowed =
        Math.max(COUNTER_BYTES, COUNTER_BYTES_PER_EDGE * projection.edges().size()) / counterBytes;
    slices = Math.clamp(allowed, 1, workers);
    owners = Math.max(1, workers / slices);
    owned = new boolean[owners][tables.shards()];
    for (int shard = 0; shard < tables.shards(); shard++) {
      owned[shard % owners][shard] = true;
    }
    done = new boolean[workers];
    cursors = new int[slices][tables.shards()][rows];
  }

  @Override
  public void begin() {
    Arrays.fill(done, false);
  }

  @Override
  public boolean take(int worker, EdgeEvaluator edges) {
    if (done[worker] || worker >= slices * owners) {
      return false;
    }
    done[worker] = true;
    int slice = worker % slices;
    edges.seek(
        parts,
        (int) ((long) parts.length * slice / slices),
        (int) ((long) parts.length * (slice + 1) / slices));
    return true;
  }

  @Override
  public int load(int worker, EdgeEvaluator edges) {
    return owners == 1 ? edges.loadAll() : edges.load(slotOf, owned[worker / slices]);
  }

  @Override
  public int[][] cursors(int worker) {
    return cursors[worker % slices];
  }

  @Override
  public int firstRow() {
    return 0;
  }

  @Override
  public void collect(int shard) {
    int[] next = tables.next()[shard];
    int first = tables.firstRow(projection);
    for (int[][] slice : cursors) {
      int[] counts = slice[shard];
      for (int source = 0; source < counts.length; source++) {
        next[first + source] += counts[source];
      }
    }
  }

  @Override
  public void place(int shard) {
    int[] next = tables.next()[shard];
    int first = tables.firstRow(projection);
    for (int[][] slice : cursors) {
      int[] places = slice[shard];
      for (int source = 0; source < places.length; source++) {
        int count = places[source];
        places[source] = next[first + source];
        next[first + source] += count;
      }
    }
  }

  @Override
  public long readings() {
    return projection.edges().size() * owners;
  }
}
