package org.baya.engine;

import org.baya.compiled.Arrivals;
import org.baya.compiled.PoissonInput;
import org.baya.random.PoissonTrains;

/**
 * Draws one Poisson input of a shard. Counts come in groups of {@link PoissonTrains#STEPS} steps,
 * which are kept until used up.
 */
final class PoissonSource {
  private final PoissonInput input;
  private final PoissonTrains trains;
  private final int[][] counts;
  private int group = -1;

  PoissonSource(PoissonInput input, long seed) {
    this.input = input;
    trains = new PoissonTrains(input.meanPerStep(), seed, input.purpose());
    counts = new int[PoissonTrains.STEPS][input.arrivals().size()];
  }

  /** Adds the spikes that arrive in {@code step}; returns how many they are. */
  long deliver(int step, double[] sum, int at) {
    if (step < input.firstStep() || step >= input.endStep() || input.meanPerStep() == 0) {
      return 0;
    }
    if (step / PoissonTrains.STEPS != group) {
      group = step / PoissonTrains.STEPS;
      trains.fill(input.arrivals().entities(), 0, input.arrivals().size(), group, counts, 0);
    }
    return add(counts[step % PoissonTrains.STEPS], input.arrivals(), sum, at);
  }

  private static long add(int[] count, Arrivals arrivals, double[] sum, int at) {
    final char[] slots = arrivals.slots();
    final double[] weights = arrivals.weights();
    long spikes = 0;
    for (int i = 0; i < slots.length; i++) {
      int n = count[i];
      spikes += n;
      sum[at + slots[i]] += n * weights[i];
    }
    return spikes;
  }
}
