package org.baya.build;

import java.util.concurrent.atomic.AtomicInteger;
import org.baya.connect.EdgeList;

/** Hands the parts of an edge list out to workers, some at a time, each once. */
final class PartQueue {
  /** So many handouts for each worker keep all busy to the end. */
  private static final int HANDOUTS_PER_WORKER = 64;

  private final int[] parts;
  private final int batch;
  private final AtomicInteger next = new AtomicInteger();

  PartQueue(EdgeList edges, int workers) {
    parts = all(edges);
    batch = Math.max(1, parts.length / (workers * HANDOUTS_PER_WORKER));
  }

  /** The numbers of all parts. */
  static int[] all(EdgeList edges) {
    int[] parts = new int[edges.parts()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = i;
    }
    return parts;
  }

  /** Moves the reading of edges to the next parts; false when all have been handed out. */
  boolean take(EdgeEvaluator edges) {
    int from = next.getAndAdd(batch);
    if (from >= parts.length || from < 0) {
      return false;
    }
    edges.seek(parts, from, Math.min(parts.length, from + batch));
    return true;
  }
}
