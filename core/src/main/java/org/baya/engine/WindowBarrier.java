package org.baya.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the workers meet after each window. The last to arrive does the serial work; the others
 * spin, then sleep until it wakes them. A spin costs under a microsecond where a {@code
 * CyclicBarrier} costs five; sleeping keeps a late worker's core free, and whoever is woken is put
 * on a free core, where two workers that share one (because the compiler had the other for a while)
 * would go on sharing it.
 */
final class WindowBarrier {
  /**
   * Longer than most waits for a worker that has as much to do, and short against the milliseconds
   * that two workers share a core if nobody sleeps. Waking up takes some 50 microseconds.
   */
  private static final long SPIN_NS = 250_000;

  /** Where there are more workers than cores, a late one may need the core. */
  private static final long SPIN_WITHOUT_CORE_NS = 2_000;

  /** A sleeping worker looks again by itself after this time. */
  private static final long SLEEP_NS = 1_000_000;

  private final int parties;
  private final long spinNs;
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicReferenceArray<Thread> sleeping;
  private volatile int generation;
  private volatile boolean broken;

  WindowBarrier(int parties) {
    this.parties = parties;
    boolean cores = parties <= Runtime.getRuntime().availableProcessors();
    spinNs = cores ? SPIN_NS : SPIN_WITHOUT_CORE_NS;
    sleeping = new AtomicReferenceArray<>(parties);
  }

  /**
   * Waits for all workers.
   *
   * @param worker who waits, from 0
   * @param serial run by the last one while the others wait
   * @return false if another worker failed
   */
  boolean await(int worker, Runnable serial) {
    int mine = generation;
    if (arrived.incrementAndGet() == parties) {
      serial.run();
      arrived.set(0);
      generation = mine + 1;
      wakeAll();
      return !broken;
    }
    long begin = System.nanoTime();
    while (generation == mine && !broken) {
      if (System.nanoTime() - begin < spinNs) {
        Thread.onSpinWait();
      } else {
        sleep(worker, mine);
      }
    }
    return !broken;
  }

  /** The worker is seen to sleep before it looks, so nobody can leave it behind asleep. */
  private void sleep(int worker, int mine) {
    sleeping.set(worker, Thread.currentThread());
    if (generation == mine && !broken) {
      LockSupport.parkNanos(this, SLEEP_NS);
    }
    sleeping.set(worker, null);
  }

  private void wakeAll() {
    for (int worker = 0; worker < parties; worker++) {
      LockSupport.unpark(sleeping.get(worker));
    }
  }

  /** Sends everyone home. */
  void fail() {
    broken = true;
    wakeAll();
  }
}
