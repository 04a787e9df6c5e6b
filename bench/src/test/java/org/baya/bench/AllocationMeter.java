package org.baya.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Tells how much a piece of work allocates once it is compiled. */
final class AllocationMeter {
  private static final long PATIENCE_NS = 20_000_000_000L;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AllocationMeter() {}

  /**
   * Repeats {@code work} until it allocates nothing; vectors are objects until the last compiler
   * has seen the loop.
   *
   * @return bytes that the last call allocated, 0 unless patience ran out
   */
  static long bytesOnceCompiled(Runnable work) {
    long end = System.nanoTime() + PATIENCE_NS;
    long bytes = bytes(work);
    while (bytes > 0 && System.nanoTime() < end) {
      bytes = bytes(work);
    }
    return bytes;
  }

  private static long bytes(Runnable work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long nothing = THREADS.getCurrentThreadAllocatedBytes() - before;
    before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before - nothing;
  }
}
