package org.baya.build;

import java.util.ArrayList;
import java.util.List;

/** Reads the edges of chunks one after the other. One per worker. */
final class ChunkReader {
  /** Counters of each shard: increments of one after the other would wait for each other. */
  private static final int LANES = 4;

  private final EdgeWork work;
  private final EdgeCounts found;
  private final RowSheet sheet = new RowSheet();
  private final List<EdgeEvaluator> evaluators = new ArrayList<>();
  private final List<SlotRouter> routers = new ArrayList<>();
  private List<ResolvedProjection> projections = List.of();
  private int firstNode = -1;
  private int[] parts = {};

  ChunkReader(EdgeWork work) {
    this.work = work;
    found = work.counts().empty();
  }

  /** How many synapses of a chunk lie in each shard. */
  int[] count(SourceChunks.Chunk chunk) {
    moveTo(chunk);
    int[] lanes = new int[LANES * work.layout().shards()];
    for (int i = 0; i < projections.size(); i++) {
      EdgeEvaluator edges = evaluators.get(i);
      edges.seek(parts, chunk.from(), chunk.to());
      while (edges.next()) {
        int kept = edges.loadTargets();
        int firstNode = projections.get(i).to().firstNode();
        count(edges.targets(), kept, work.layout().slotOf(), firstNode, lanes);
        work.progress().advance(edges.size());
      }
    }
    int[] counts = new int[work.layout().shards()];
    for (int i = 0; i < lanes.length; i++) {
      counts[i / LANES] += lanes[i];
    }
    return counts;
  }

  /** The synapses of a chunk; valid until the next call. */
  RowSheet read(SourceChunks.Chunk chunk) {
    moveTo(chunk);
    sheet.clear();
    for (int i = 0; i < projections.size(); i++) {
      int projection = projections.get(i).index();
      EdgeEvaluator edges = evaluators.get(i);
      long dropped = edges.droppedEdges();
      edges.seek(parts, chunk.from(), chunk.to());
      while (edges.next()) {
        int kept = edges.loadAll();
        edges.evaluate();
        found.addDelays(projection, edges);
        int[] places = routers.get(i).route(edges, kept);
        sheet.add(places, edges.sources(), chunk.from(), edges.delaySteps(), edges.weights(), kept);
        work.progress().advance(edges.size());
      }
      found.addDropped(projection, edges.droppedEdges() - dropped);
    }
    return sheet;
  }

  /** Notes what became of all edges that were read. */
  void report() {
    work.counts().add(found);
  }

  /** Evaluators are large: only those of the present population are kept. */
  private void moveTo(SourceChunks.Chunk chunk) {
    int node = chunk.projections().getFirst().from().firstNode();
    if (node != firstNode) {
      firstNode = node;
      projections = chunk.projections();
      evaluators.clear();
      routers.clear();
      for (ResolvedProjection projection : projections) {
        evaluators.add(work.evaluator(projection));
        routers.add(work.router(projection));
      }
      parts = PartQueue.all(projections.getFirst().edges());
    }
  }

  private static void count(int[] targets, int n, int[] slotOf, int firstNode, int[] lanes) {
    for (int i = 0; i < n; i++) {
      int shard = slotOf[firstNode + targets[i]] >>> 16;
      lanes[shard * LANES + (i & LANES - 1)]++;
    }
  }
}
