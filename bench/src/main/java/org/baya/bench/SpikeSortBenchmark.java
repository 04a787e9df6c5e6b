package org.baya.bench;

import java.util.SplittableRandom;
import org.baya.array.LongSort;
import org.baya.compiled.SpikeList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Motivation: at the end of each window one worker sorts all spikes while the others wait; V1 at
 * 0.1 ms has some 340 of them, a window of a burst thousands. This measures {@link LongSort}.
 *
 * <p>One operation is one spike of a list of {@code spikes}; it includes the copy of the unsorted
 * list.
 */
public class SpikeSortBenchmark extends PerElement {
  /** Spikes per invocation. */
  static final int SPIKES = 10_000;

  private static final int POOL = 16 * SPIKES;
  private static final int NEURONS = 50_000;
  private static final int WINDOW_STEPS = 10;

  @Param({"25", "500", "10000"})
  int spikes = 25;

  private final LongSort sort = new LongSort();
  private final long[] pool = new long[POOL];
  private final long[] keys = new long[SPIKES];
  private int next;

  /** Draws spikes. */
  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < POOL; i++) {
      pool[i] = SpikeList.key(1000 + random.nextInt(WINDOW_STEPS), random.nextInt(NEURONS));
    }
  }

  /** Sorts {@value #SPIKES} spikes in lists of {@code spikes}. */
  @Benchmark
  @OperationsPerInvocation(SPIKES)
  public long sort() {
    for (int done = 0; done < SPIKES; done += spikes) {
      next = next + spikes > POOL ? 0 : next;
      System.arraycopy(pool, next, keys, 0, spikes);
      next += spikes;
      sort.sort(keys, spikes);
    }
    return keys[0];
  }

  /** The list sorted last. */
  long[] keys() {
    return keys;
  }
}
