package org.baya.bench;

import java.util.Arrays;
import org.baya.random.PoissonTrains;
import org.baya.random.Purpose;
import org.baya.random.TrainCounts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Motivation: the microcircuit draws 772 million Poisson counts of mean 1.6 in a simulated second.
 * This measures {@link PoissonTrains}.
 *
 * <p>One operation is the count of one target in one step; {@value #TARGETS} targets and eight
 * steps are drawn at once.
 */
public class PoissonBenchmark extends PerElement {
  /** Targets of one call. */
  static final int TARGETS = 1 << 14;

  /** Counts per invocation. */
  static final int COUNTS = TARGETS * PoissonTrains.STEPS;

  @Param({"0.05", "1.6", "8", "30"})
  double mean = 1.6;

  private final long[] targets = new long[TARGETS];
  private PoissonTrains trains = new PoissonTrains(0, SEED, Purpose.POISSON);
  private TrainCounts counts = trains.counts(TARGETS);
  private int group;

  /** Makes the trains. */
  @Setup
  public void prepare() {
    Arrays.setAll(targets, i -> 3L * i);
    trains = new PoissonTrains(mean, SEED, Purpose.POISSON);
    counts = trains.counts(TARGETS);
  }

  /** Draws {@value #COUNTS} counts. */
  @Benchmark
  @OperationsPerInvocation(COUNTS)
  public int draw() {
    trains.fill(targets, TARGETS, group++, counts);
    return counts.get(0, 0);
  }

  /** The counts of the last call. */
  TrainCounts counts() {
    return counts;
  }
}
