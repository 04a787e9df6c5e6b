package org.baya.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baya.compiled.SynapseTable;

/**
 * The rows of a group whose edges all come by source, cut into chunks: some sources of one
 * population with all projections that leave it. A chunk has so few edges that it stays in a core's
 * second-level cache from the first draw until it is written.
 */
final class SourceChunks {
  /**
   * Edges of a chunk on average: each takes some 150 bytes of buffers while it is evaluated, and
   * fewer make the calls per chunk and projection felt.
   */
  private static final int EDGES = 8192;

  private static final int MAX_ROWS = 8192;

  private final int maxRows;
  private final List<Chunk> chunks = new ArrayList<>();
  private long edges;

  /**
   * Sources {@code from .. to - 1} of the population that the projections leave.
   *
   * @param projections in the order of the network
   */
  record Chunk(List<ResolvedProjection> projections, int from, int to) {
    int rows() {
      return to - from;
    }

    /** The first source, as a node of the network. */
    int firstNode() {
      return projections.getFirst().from().firstNode() + from;
    }
  }

  /**
   * Chunks of all sources.
   *
   * @param shards their number; number of shard, row and delay of a synapse fit into an int
   *     together
   */
  SourceChunks(List<ResolvedProjection> projections, int shards) {
    maxRows = Math.clamp(Integer.MAX_VALUE / SynapseTable.MAX_DELAY / shards, 1, MAX_ROWS);
    Map<ResolvedPopulation, List<ResolvedProjection>> bySource = new LinkedHashMap<>();
    for (ResolvedProjection projection : projections) {
      bySource.computeIfAbsent(projection.from(), p -> new ArrayList<>()).add(projection);
    }
    bySource.forEach((population, leaving) -> cut(population.size(), leaving));
  }

  private void cut(int sources, List<ResolvedProjection> leaving) {
    long all = leaving.stream().mapToLong(projection -> projection.edges().size()).sum();
    edges += all;
    int rows = Math.clamp((long) sources * EDGES / Math.max(1, all), 1, maxRows);
    for (int from = 0; from < sources; from += rows) {
      chunks.add(new Chunk(leaving, from, Math.min(sources, from + rows)));
    }
  }

  int size() {
    return chunks.size();
  }

  Chunk get(int chunk) {
    return chunks.get(chunk);
  }

  /** Edges of all chunks, before any are dropped. */
  long edges() {
    return edges;
  }
}
