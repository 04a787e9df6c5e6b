package org.baya.allocation;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Tells how much a piece of work allocates in this thread. */
public final class Allocation {
  private static final int TRIES = 20;

  private Allocation() {}

  /**
   * The fewest bytes of some calls: what is loaded or compiled on the way, here or beside other
   * tests, counts in some calls only, what the work itself allocates in all.
   */
  public static long least(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && least > 0; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
