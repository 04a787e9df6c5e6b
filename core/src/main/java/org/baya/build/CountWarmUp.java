package org.baya.build;

import org.baya.compiled.Arrivals;
import org.baya.kernel.CountDelivery;
import org.baya.kernel.Kernels;
import org.baya.model.Dynamics;
import org.baya.random.PoissonTrains;
import org.baya.random.Purpose;
import org.baya.random.TrainCounts;

/**
 * Has what draws and delivers Poisson counts compiled while the network is built, see {@link
 * KernelWarmUp}.
 */
final class CountWarmUp {
  /** Whole blocks and a rest. */
  private static final int TARGETS = 64 * Dynamics.LANES + 3;

  private static final int ROUNDS = 2000;

  /** Counts of 1 and 2 are common, larger ones not rare. */
  private static final double MEAN = 1.6;

  private CountWarmUp() {}

  /** Draws and delivers until {@code end} at most [ns of {@link System#nanoTime}]. */
  static void run(long end) {
    long[] entities = new long[TARGETS];
    char[] slots = new char[TARGETS];
    double[] weights = new double[TARGETS];
    double[] sum = new double[TARGETS];
    for (int i = 0; i < TARGETS; i++) {
      slots[i] = (char) i;
      entities[i] = i;
    }
    PoissonTrains trains = new PoissonTrains(MEAN, 0, Purpose.POISSON);
    CountDelivery delivery = Kernels.counts(new Arrivals(slots, entities, weights));
    TrainCounts counts = trains.counts(TARGETS);
    for (int round = 0; round < ROUNDS && System.nanoTime() - end < 0; round++) {
      trains.fill(entities, TARGETS, round, counts);
      for (int step = 0; step < PoissonTrains.STEPS; step++) {
        delivery.add(counts, step, sum, 0);
      }
    }
  }
}
