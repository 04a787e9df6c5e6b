package org.baya.engine;

import org.baya.compiled.PoissonInput;
import org.baya.kernel.CountDelivery;
import org.baya.kernel.Kernels;
import org.baya.random.PoissonTables;
import org.baya.random.PoissonTrains;
import org.baya.random.TrainCounts;

/**
 * Draws one Poisson input of a shard. Counts come in groups of {@link PoissonTrains#STEPS} steps,
 * which are kept until used up.
 */
final class PoissonSource {
  private final PoissonInput input;
  private final PoissonTrains trains;
  private final CountDelivery delivery;
  private final long[] spikes = new long[PoissonTrains.STEPS];
  private final TrainCounts counts;
  private int group = -1;

  PoissonSource(PoissonInput input, long seed, PoissonTables tables) {
    this.input = input;
    trains = new PoissonTrains(input.meanPerStep(), seed, input.purpose(), tables);
    delivery = Kernels.counts(input.arrivals());
    counts = trains.counts(input.arrivals().size());
  }

  /** Adds the spikes that arrive in {@code step}; returns how many they are. */
  long deliver(int step, double[] sum, int at) {
    if (step < input.firstStep() || step >= input.endStep() || input.meanPerStep() == 0) {
      return 0;
    }
    if (step / PoissonTrains.STEPS != group) {
      draw(step / PoissonTrains.STEPS);
    }
    delivery.add(counts, step, sum, at);
    return spikes[step % PoissonTrains.STEPS];
  }

  private void draw(int wanted) {
    group = wanted;
    trains.fill(input.arrivals().entities(), input.arrivals().size(), group, counts);
    counts.totals(spikes);
  }
}
