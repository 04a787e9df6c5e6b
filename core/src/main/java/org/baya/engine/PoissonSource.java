package org.baya.engine;

import org.baya.compiled.Arrivals;
import org.baya.compiled.PoissonInput;
import org.baya.kernel.CountDelivery;
import org.baya.kernel.Kernels;
import org.baya.random.PoissonTrains;

/**
 * Draws one Poisson input of a shard. Counts come in groups of {@link PoissonTrains#STEPS} steps,
 * which are kept until used up.
 */
final class PoissonSource {
  private final PoissonInput input;
  private final PoissonTrains trains;
  private final CountDelivery delivery;
  private final long[] spikes = new long[PoissonTrains.STEPS];
  private final int[][] counts;
  private int group = -1;

  PoissonSource(PoissonInput input, long seed) {
    this.input = input;
    trains = new PoissonTrains(input.meanPerStep(), seed, input.purpose());
    delivery = Kernels.counts(input.arrivals().slots());
    counts = new int[PoissonTrains.STEPS][input.arrivals().size()];
  }

  /** Adds the spikes that arrive in {@code step}; returns how many they are. */
  long deliver(int step, double[] sum, int at) {
    if (step < input.firstStep() || step >= input.endStep() || input.meanPerStep() == 0) {
      return 0;
    }
    if (step / PoissonTrains.STEPS != group) {
      draw(step / PoissonTrains.STEPS);
    }
    Arrivals arrivals = input.arrivals();
    int row = step % PoissonTrains.STEPS;
    delivery.add(arrivals.size(), counts[row], arrivals.slots(), arrivals.weights(), sum, at);
    return spikes[row];
  }

  private void draw(int wanted) {
    group = wanted;
    trains.fill(input.arrivals().entities(), 0, input.arrivals().size(), group, counts, 0);
    for (int row = 0; row < counts.length; row++) {
      spikes[row] = total(counts[row]);
    }
  }

  private static long total(int[] counts) {
    long total = 0;
    for (int count : counts) {
      total += count;
    }
    return total;
  }
}
