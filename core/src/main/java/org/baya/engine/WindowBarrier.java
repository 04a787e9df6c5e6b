package org.baya.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the workers meet after each window. The last to arrive does the serial work; the others
 * spin, then park. A spin costs under a microsecond where a {@code CyclicBarrier} costs five;
 * parking keeps a late worker's core free.
 */
final class WindowBarrier {
  /** About 50 microseconds of {@link Thread#onSpinWait}. */
  private static final int SPINS = 2000;

  /** Longest nap; a parked worker looks again by itself. */
  private static final long NAP_NS = 50_000;

  private final int parties;
  private final AtomicInteger arrived = new AtomicInteger();
  private volatile int generation;
  private volatile boolean broken;

  WindowBarrier(int parties) {
    this.parties = parties;
  }

  /**
   * Waits for all workers.
   *
   * @param serial run by the last one while the others wait
   * @return false if another worker failed
   */
  boolean await(Runnable serial) {
    int mine = generation;
    if (arrived.incrementAndGet() == parties) {
      serial.run();
      arrived.set(0);
      generation = mine + 1;
      return !broken;
    }
    for (int spins = 0; generation == mine && !broken; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(NAP_NS);
      }
    }
    return !broken;
  }

  /** Sends everyone home. */
  void fail() {
    broken = true;
  }
}
