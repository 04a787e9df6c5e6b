package org.baya.build;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.baya.error.SimulationException;

/** How far a build has come, for whoever watches it from another thread; and the way to stop it. */
public final class BuildProgress {
  private final LongAdder done = new LongAdder();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private volatile long total;

  /** Sets the amount of work: edge readings of all workers. */
  void total(long edgeReadings) {
    total = edgeReadings;
  }

  /** Notes that edges have been read; fails if the build was cancelled. */
  void advance(int edges) {
    done.add(edges);
    if (cancelled.get()) {
      throw new SimulationException("building was stopped");
    }
  }

  /** Share of the work that is done, 0 to 1. */
  public double share() {
    long all = total;
    return all == 0 ? 0 : Math.min(1, (double) done.sum() / all);
  }

  /** Makes the build fail soon. */
  public void cancel() {
    cancelled.set(true);
  }
}
