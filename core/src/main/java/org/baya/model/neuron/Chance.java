package org.baya.model.neuron;

import org.baya.random.RandomStream;

/** Something that happens or not. */
public final class Chance {
  /** Smaller probabilities are below the resolution of a uniform random number. */
  public static final double NEGLIGIBLE = 0x1p-53;

  private Chance() {}

  /** True with that probability; draws one number unless the probability is negligible. */
  public static boolean of(double probability, RandomStream random) {
    return probability >= NEGLIGIBLE && random.nextDouble() < probability;
  }

  /**
   * True with probability 1 - exp(-mean): whether a Poisson process with so many expected events
   * has any. As the probability is below the mean, the exponential is seldom needed.
   */
  public static boolean ofAny(double mean, RandomStream random) {
    if (mean < NEGLIGIBLE) {
      return false;
    }
    double uniform = random.nextDouble();
    return uniform < mean && uniform < -Math.expm1(-mean);
  }
}
