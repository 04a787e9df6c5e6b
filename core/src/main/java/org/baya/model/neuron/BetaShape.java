package org.baya.model.neuron;

/**
 * The response g of dx/dt = -x / tau_decay, dg/dt = x - g / tau_rise to a jump of x: a difference
 * of two exponential functions, or an alpha function where the time constants are equal.
 */
final class BetaShape {
  /** Relative difference of time constants below which the alpha function is the better formula. */
  private static final double NEARLY_EQUAL = 1e-7;

  private BetaShape() {}

  /** The jump of x [1/ms] after which g peaks at 1. */
  static double jump(double rise, double decay) {
    if (Math.abs(rise - decay) < NEARLY_EQUAL * decay) {
      return Math.E / decay;
    }
    double peak = Math.log(decay / rise) * rise * decay / (decay - rise);
    double height = Math.exp(-peak / decay) - Math.exp(-peak / rise);
    return (1 / rise - 1 / decay) / height;
  }
}
