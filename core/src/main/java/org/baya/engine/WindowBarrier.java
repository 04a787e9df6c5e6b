package org.baya.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the workers meet after each window. The last to arrive does the serial work; the others
 * spin, then park. A spin costs under a microsecond where a {@code CyclicBarrier} costs five;
 * parking keeps a late worker's core free.
 */
final class WindowBarrier {
  /**
   * About half a millisecond of {@link Thread#onSpinWait}: a worker that sleeps wakes up late by as
   * much as a whole window takes.
   */
  private static final int SPINS = 20_000;

  /** Where there are more workers than cores, a late one may need the core. */
  private static final int SPINS_WITHOUT_CORE = 100;

  /** Longest nap; a parked worker looks again by itself. */
  private static final long NAP_NS = 50_000;

  private final int parties;
  private final int spins;
  private final AtomicInteger arrived = new AtomicInteger();
  private volatile int generation;
  private volatile boolean broken;

  WindowBarrier(int parties) {
    this.parties = parties;
    boolean cores = parties <= Runtime.getRuntime().availableProcessors();
    spins = cores ? SPINS : SPINS_WITHOUT_CORE;
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
    for (int turn = 0; generation == mine && !broken; turn++) {
      if (turn < spins) {
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
