package org.baya.build;

import java.util.concurrent.atomic.AtomicLongArray;

/** What became of the edges of each projection, by its number; counted by several threads. */
final class EdgeCounts {
  private final AtomicLongArray dropped;
  private final AtomicLongArray changedDelays;
  private final AtomicLongArray roundedDelays;

  EdgeCounts(int projections) {
    dropped = new AtomicLongArray(projections);
    changedDelays = new AtomicLongArray(projections);
    roundedDelays = new AtomicLongArray(projections);
  }

  /** Counts of the same projections, all 0. */
  EdgeCounts empty() {
    return new EdgeCounts(dropped.length());
  }

  /** Adds other counts of the same projections. */
  void add(EdgeCounts other) {
    for (int projection = 0; projection < dropped.length(); projection++) {
      dropped.addAndGet(projection, other.dropped.get(projection));
      changedDelays.addAndGet(projection, other.changedDelays.get(projection));
      roundedDelays.addAndGet(projection, other.roundedDelays.get(projection));
    }
  }

  /** Notes edges that a projection's drop formula has left out. */
  void addDropped(int projection, long edges) {
    dropped.addAndGet(projection, edges);
  }

  /** Notes what became of the delays of a block that has been evaluated. */
  void addDelays(int projection, EdgeEvaluator edges) {
    changedDelays.addAndGet(projection, edges.changedDelays());
    roundedDelays.addAndGet(projection, edges.roundedDelays());
  }

  /** Edges of a projection that its drop formula left out. */
  long dropped(int projection) {
    return dropped.get(projection);
  }

  /** Edges of a projection whose delay is another than its column says. */
  long changedDelays(int projection) {
    return changedDelays.get(projection);
  }

  /** Edges of a projection whose delay was moved to a step. */
  long roundedDelays(int projection) {
    return roundedDelays.get(projection);
  }
}
