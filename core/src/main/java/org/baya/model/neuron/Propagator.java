package org.baya.model.neuron;

/**
 * Exact propagators of a leaky membrane driven by decaying currents (Rotter and Diesmann 1999,
 * doi:10.1007/s004220050570), written so that they stay exact where time constants coincide.
 *
 * <p>With a = 1/tau_m, b = 1/tau_syn and x = (b - a) h,
 *
 * <pre>
 *   exponential current: (1/C) int_0^h e^(-a (h-t)) e^(-b t) dt   = (h/C) e^(-a h) phi(x),  phi(x) = int_0^1 e^(-x u) du
 *   alpha current:       (1/C) int_0^h e^(-a (h-t)) t e^(-b t) dt = (h^2/C) e^(-a h) psi(x), psi(x) = int_0^1 u e^(-x u) du
 * </pre>
 *
 * <p>Where x is negative both are measured from the other rate, so that nothing overflows: phi(x) =
 * e^-x phi(-x), psi(x) = e^-x (phi(-x) - psi(-x)).
 */
final class Propagator {
  /**
   * Below this |x| the power series of psi has converged to double precision after the terms taken.
   */
  private static final double SERIES_BELOW = 0.5;

  private static final int SERIES_TERMS = 16;

  private Propagator() {}

  /** Effect [mV/pA] after h of a current that decays with {@code tauSyn}. */
  static double exponential(double tauSyn, double tauM, double capacitance, double h) {
    return overlap(1 / tauM, 1 / tauSyn, h) / capacitance;
  }

  /** Effect [mV ms/pA] after h of the rising component of an alpha-shaped current. */
  static double alpha(double tauSyn, double tauM, double capacitance, double h) {
    double x = (1 / tauSyn - 1 / tauM) * h;
    double scale = h * h / capacitance;
    return x >= 0
        ? scale * Math.exp(-h / tauM) * psi(x)
        : scale * Math.exp(-h / tauSyn) * (phi(-x) - psi(-x));
  }

  /** Effect [mV/pA] after h of a constant current. */
  static double constant(double tauM, double capacitance, double h) {
    return -tauM / capacitance * Math.expm1(-h / tauM);
  }

  /**
   * int_0^h e^(-a (h-t)) e^(-b t) dt [ms] of two rates [1/ms]; symmetric in them, h e^(-a h) where
   * they are equal. Measured from the slower rate, so that nothing overflows.
   */
  static double overlap(double a, double b, double h) {
    return h * Math.exp(-Math.min(a, b) * h) * phi(Math.abs(a - b) * h);
  }

  private static double phi(double x) {
    return x == 0 ? 1 : -Math.expm1(-x) / x;
  }

  private static double psi(double x) {
    if (Math.abs(x) >= SERIES_BELOW) {
      return (1 - (1 + x) * Math.exp(-x)) / (x * x);
    }
    double sum = 0;
    double term = 1;
    for (int n = 0; n < SERIES_TERMS; n++) {
      sum += term / (n + 2);
      term *= -x / (n + 1);
    }
    return sum;
  }
}
