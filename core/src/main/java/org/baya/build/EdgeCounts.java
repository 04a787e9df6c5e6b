package org.baya.build;

import java.util.concurrent.atomic.AtomicLongArray;

/** What became of the edges of each projection, counted by several threads. */
final class EdgeCounts {
  private final AtomicLongArray dropped;
  private final AtomicLongArray changedDelays;

  EdgeCounts(int projections) {
    dropped = new AtomicLongArray(projections);
    changedDelays = new AtomicLongArray(projections);
  }

  void addDropped(int projection, long edges) {
    dropped.addAndGet(projection, edges);
  }

  void addChangedDelays(int projection, long edges) {
    changedDelays.addAndGet(projection, edges);
  }

  /** Edges of a projection that its drop formula left out. */
  long dropped(int projection) {
    return dropped.get(projection);
  }

  /** Edges of a projection whose delay is another than its column says. */
  long changedDelays(int projection) {
    return changedDelays.get(projection);
  }
}
