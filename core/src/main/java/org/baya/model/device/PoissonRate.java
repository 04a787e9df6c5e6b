package org.baya.model.device;

import java.util.Arrays;
import org.baya.model.RateProcess;
import org.baya.random.Poisson;
import org.baya.random.RandomStream;
import org.baya.random.StreamBlock;

/** Independent Poisson trains whose rate changes with time. */
interface PoissonRate extends RateProcess {

  @Override
  default double common(long step, RandomStream random) {
    return mean(step);
  }

  @Override
  default boolean isSilent(double mean) {
    return mean == 0;
  }

  @Override
  default void counts(double mean, StreamBlock random, int from, int n, int[] state, int[] counts) {
    for (int i = 0; i < n; i++) {
      counts[i] = (int) Poisson.sample(random.at(i), mean);
    }
  }

  /** The same train for all targets of a node. */
  record Shared(PoissonRate rate) implements RateProcess {
    @Override
    public double mean(long step) {
      return rate.mean(step);
    }

    @Override
    public boolean isShared() {
      return true;
    }

    @Override
    public double common(long step, RandomStream random) {
      double mean = rate.mean(step);
      return mean == 0 ? 0 : Poisson.sample(random, mean);
    }

    @Override
    public boolean isSilent(double count) {
      return count == 0;
    }

    @Override
    public void counts(
        double count, StreamBlock random, int from, int n, int[] state, int[] counts) {
      Arrays.fill(counts, 0, n, (int) count);
    }
  }
}
