package org.baya.model;

/**
 * exp(-n h / tau) for whole steps n: looked up where it is asked often, computed elsewhere, the
 * same bits both ways.
 */
public final class Decay {
  /** 32 kB: a first-level cache, or what is left of it by the rows beside. */
  private static final int LONGEST = 4096;

  /** After so many time constants a trace is below 1e-8, and intervals that long are rare. */
  private static final double TIME_CONSTANTS = 20;

  private final double resolutionMs;
  private final double tauMs;
  private final double[] table;

  /**
   * The decay of one time constant.
   *
   * @param tauMs above 0
   */
  public Decay(double tauMs, TimeGrid grid) {
    this.tauMs = tauMs;
    resolutionMs = grid.resolutionMs();
    table = new double[(int) Math.min(LONGEST, TIME_CONSTANTS * tauMs / resolutionMs + 1)];
    for (int steps = 0; steps < table.length; steps++) {
      table[steps] = factor(steps, tauMs, resolutionMs);
    }
  }

  /** The factor after {@code steps} steps. */
  public double after(int steps) {
    return steps < table.length ? table[steps] : factor(steps, tauMs, resolutionMs);
  }

  static double factor(int steps, double tauMs, double resolutionMs) {
    return Math.exp(-(steps * resolutionMs) / tauMs);
  }
}
