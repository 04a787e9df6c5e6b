package org.baya.model.neuron;

import org.baya.model.ode.Exp;

/**
 * Opening and closing rates [1/ms] of the gates m, h, n of Hodgkin-Huxley membranes, all from six
 * exponential functions. With p_j = slope_j (V_m - shift) + offset_j,
 *
 * <pre>
 *   alpha_n = scale_0 p_0 / (e^p_0 - 1)        beta_n = scale_1 e^p_1
 *   alpha_m = scale_2 p_2 / (e^p_2 - 1)        beta_m = scale_3 e^p_3   or scale_3 p_3 / (e^p_3 - 1)
 *   alpha_h = scale_4 e^p_4                    beta_h = scale_5 / (1 + e^p_5)
 * </pre>
 *
 * where p / (e^p - 1) is 1 at p = 0.
 */
public final class Gating {
  /**
   * Squid axon with the potential shifted to rest at -65 mV (Hodgkin and Huxley 1952,
   * doi:10.1113/jphysiol.1952.sp004764).
   */
  public static final Gating SQUID =
      new Gating(
          "squid",
          new double[] {-1.0 / 10, -1.0 / 80, -1.0 / 10, -1.0 / 18, -1.0 / 20, -1.0 / 10},
          new double[] {-55.0 / 10, -65.0 / 80, -40.0 / 10, -65.0 / 18, -65.0 / 20, -35.0 / 10},
          new double[] {0.1, 0.125, 1, 4, 0.07, 1},
          false);

  /** Hippocampal cell, potentials from V_T on (Traub and Miles 1991). */
  public static final Gating TRAUB =
      new Gating(
          "traub",
          new double[] {-1.0 / 5, -1.0 / 40, -1.0 / 4, 1.0 / 5, -1.0 / 18, -1.0 / 5},
          new double[] {15.0 / 5, 10.0 / 40, 13.0 / 4, -40.0 / 5, 17.0 / 18, 40.0 / 5},
          new double[] {0.16, 0.5, 1.28, 1.4, 0.128, 4},
          true);

  /** Number of exponential functions. */
  public static final int POWERS = 6;

  private final String name;
  private final double[] slopes;
  private final double[] offsets;
  private final double[] scales;
  private final boolean linearClosing;

  private Gating(
      String name, double[] slopes, double[] offsets, double[] scales, boolean linearClosing) {
    this.name = name;
    this.slopes = slopes;
    this.offsets = offsets;
    this.scales = scales;
    this.linearClosing = linearClosing;
  }

  /** Change of power {@code j} with V_m [1/mV]. */
  public double slope(int j) {
    return slopes[j];
  }

  /** Scale of the rate with power {@code j} [1/ms]. */
  public double scale(int j) {
    return scales[j];
  }

  /** Power {@code j} at V_m = 0. */
  double atZero(int j, double shift) {
    return offsets[j] - slopes[j] * shift;
  }

  /** Whether beta_m is of the second form. */
  public boolean linearClosing() {
    return linearClosing;
  }

  /** The rate with power {@code j} = {@code p}, given e^p. */
  double rate(int j, double p, double e) {
    if (j == 0 || j == 2 || j == 3 && linearClosing) {
      double fall = e - 1;
      return scales[j] * (fall == 0 ? 1 : p / fall);
    }
    return j == 5 ? scales[j] / (1 + e) : scales[j] * e;
  }

  /** The share of open gates that belongs to a potential: of n, m, h for gate 0, 1, 2. */
  double steady(int gate, double potential, double shift) {
    double open = rateAt(2 * gate, potential, shift);
    return open / (open + rateAt(2 * gate + 1, potential, shift));
  }

  private double rateAt(int j, double potential, double shift) {
    double p = slopes[j] * potential + atZero(j, shift);
    return rate(j, p, Exp.of(p));
  }

  @Override
  public String toString() {
    return name;
  }
}
