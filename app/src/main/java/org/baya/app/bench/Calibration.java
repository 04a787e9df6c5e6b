package org.baya.app.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.baya.error.SimulationException;

/**
 * What the machine gives: the bare operations that the engine consists of, measured in a second or
 * two. A simulation's figures are judged beside these.
 */
public final class Calibration {
  /** Bytes of an accumulator that fits the second-level cache, and of one that does not. */
  public static final int SMALL_BYTES = 1 << 20;

  public static final int LARGE_BYTES = 20 << 20;

  /** Each side of the copy, over all threads: more than caches hold. */
  private static final int COPY_BYTES = 1 << 27;

  private static final int COPIES = 5;

  /** As much as the copy takes. */
  private static final int FRESH_BYTES = 1 << 28;

  private static final int WARM_UPS = 12;
  private static final int REPEATS = 11;

  /** Rounds of the barrier that are timed together. */
  private static final int ROUNDS = 512;

  /** Rounds of arithmetic that are timed together. */
  private static final int ARITHMETIC = 5_000_000;

  private static final int BARRIER_REPEATS = 40;

  /** Spins after which a waiting thread leaves its core to others, who may be what it waits for. */
  private static final int SPINS = 20_000;

  private static final long NAP_NS = 1000;

  private Calibration() {}

  /**
   * Results.
   *
   * @param accumulateSmallNs {@code sum[slot] += weight} at random slots of 1 MB, on one core [ns]
   * @param accumulateLargeNs the same at 20 MB [ns]
   * @param copyGbPerS bytes copied from memory to memory by all cores together [10^9 bytes per
   *     second]; the memory moves twice that
   * @param firstUseSPerGb time until memory that the process has not used before is there, zeroed
   *     [s per 10^9 bytes], on one core: on a virtual machine it may have to be fetched from the
   *     host
   * @param threadGain work of all cores together by that of one alone, for plain arithmetic in
   *     registers: less than the number of cores where these share their arithmetic units
   * @param barrierUs meeting of one thread per core, spinning [us]; NaN with one core
   */
  public record Figures(
      double accumulateSmallNs,
      double accumulateLargeNs,
      double copyGbPerS,
      double firstUseSPerGb,
      double threadGain,
      double barrierUs) {}

  /** Measures with one thread per core. */
  public static Figures measure() {
    int cores = Runtime.getRuntime().availableProcessors();
    double firstUse = firstUseSPerGb();
    return new Figures(
        new Accumulation(SMALL_BYTES).nsPerAddition(),
        new Accumulation(LARGE_BYTES).nsPerAddition(),
        copyGbPerS(cores),
        firstUse,
        threadGain(cores),
        cores > 1 ? barrierUs(cores) : Double.NaN);
  }

  /**
   * Additions at random places of an accumulator of doubles; places (int) and weights (float) are
   * read in order.
   */
  public static final class Accumulation {
    /** Additions of one run. */
    public static final int ADDITIONS = 1 << 20;

    private final int[] slot = new int[ADDITIONS];
    private final float[] weight = new float[ADDITIONS];
    private final double[] sum;

    /** Draws the places in an accumulator of {@code bytes}. */
    public Accumulation(int bytes) {
      sum = new double[bytes / Double.BYTES];
      SplittableRandom random = new SplittableRandom(1);
      for (int i = 0; i < ADDITIONS; i++) {
        slot[i] = random.nextInt(sum.length);
        weight[i] = 1 + random.nextInt(4);
      }
    }

    /** Makes all additions; returns the first sum. */
    public double run() {
      final int[] slot = this.slot;
      final float[] weight = this.weight;
      final double[] sum = this.sum;
      for (int i = 0; i < slot.length; i++) {
        sum[slot[i]] += weight[i];
      }
      return sum[0];
    }

    /** Sum of all weights. */
    double totalWeight() {
      double total = 0;
      for (float value : weight) {
        total += value;
      }
      return total;
    }

    /** Sum of the accumulator. */
    double total() {
      return Arrays.stream(sum).sum();
    }

    /** Median over some runs after warm-up. */
    double nsPerAddition() {
      double[] ns = new double[REPEATS];
      for (int i = -WARM_UPS; i < REPEATS; i++) {
        long start = System.nanoTime();
        run();
        ns[Math.max(0, i)] = (double) (System.nanoTime() - start) / ADDITIONS;
      }
      return Medians.of(ns);
    }
  }

  /** Once only, and before other measurements: a second time the memory is there. */
  private static double firstUseSPerGb() {
    long start = System.nanoTime();
    long[] fresh = new long[FRESH_BYTES / Long.BYTES];
    return fresh[fresh.length / 2] + (double) (System.nanoTime() - start) / FRESH_BYTES;
  }

  /** The best of some copies. */
  private static double copyGbPerS(int threads) {
    int share = COPY_BYTES / Long.BYTES / threads;
    long[][] from = new long[threads][share];
    long[][] to = new long[threads][share];
    double best = 0;
    for (int i = 0; i < COPIES; i++) {
      long start = System.nanoTime();
      together(threads, thread -> System.arraycopy(from[thread], 0, to[thread], 0, share));
      best = Math.max(best, (double) threads * share * Long.BYTES / (System.nanoTime() - start));
    }
    return best;
  }

  /** Median over repeats of one alone and all together, one after the other. */
  private static double threadGain(int threads) {
    double[] gains = new double[REPEATS];
    double[] sums = new double[threads];
    for (int i = -2; i < REPEATS; i++) {
      long start = System.nanoTime();
      sums[0] += arithmetic();
      long alone = System.nanoTime() - start;
      start = System.nanoTime();
      together(threads, thread -> sums[thread] += arithmetic());
      gains[Math.max(0, i)] = (double) threads * alone / (System.nanoTime() - start);
    }
    return Double.isFinite(sums[0]) ? Medians.of(gains) : Double.NaN;
  }

  /** Independent multiplications and additions, enough of them to fill the pipelines. */
  private static double arithmetic() {
    double a = 1;
    double b = 1;
    double c = 1;
    double d = 1;
    double e = 1;
    double f = 1;
    for (int i = 0; i < ARITHMETIC; i++) {
      a = a * 0.99 + 1;
      b = b * 0.98 + 1;
      c = c * 0.97 + 1;
      d = d * 0.96 + 1;
      e = e * 0.95 + 1;
      f = f * 0.94 + 1;
    }
    return a + b + c + d + e + f;
  }

  /** Median over batches of rounds. */
  private static double barrierUs(int threads) {
    double[] us = new double[BARRIER_REPEATS];
    Meeting meeting = new Meeting(threads);
    together(
        threads,
        thread -> {
          for (int i = 0; i < BARRIER_REPEATS; i++) {
            long start = System.nanoTime();
            for (int round = 0; round < ROUNDS; round++) {
              meeting.await();
            }
            if (thread == 0) {
              us[i] = (System.nanoTime() - start) * 1e-3 / ROUNDS;
            }
          }
        });
    return Medians.of(us);
  }

  /** A barrier that spins. */
  private static final class Meeting {
    private final int parties;
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile int generation;

    Meeting(int parties) {
      this.parties = parties;
    }

    void await() {
      int mine = generation;
      if (arrived.incrementAndGet() == parties) {
        arrived.set(0);
        generation = mine + 1;
        return;
      }
      for (int spins = 0; generation == mine; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.parkNanos(NAP_NS);
        }
      }
    }
  }

  /** The work of one of several threads. */
  @FunctionalInterface
  private interface Share {
    void work(int thread);
  }

  private static void together(int threads, Share share) {
    Thread[] others = new Thread[threads];
    for (int i = 1; i < threads; i++) {
      int number = i;
      others[i] =
          Thread.ofPlatform().daemon().name("baya-bench-" + i).start(() -> share.work(number));
    }
    share.work(0);
    try {
      for (int i = 1; i < threads; i++) {
        others[i].join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SimulationException("the measurement was interrupted", e);
    }
  }
}
