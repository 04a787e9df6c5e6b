package org.baya.model;

import org.baya.error.InvalidInputException;

/**
 * The simulation's time grid. Times are first rounded to tics of 0.001 ms, as NEST does, then
 * related to steps. Step {@code n} (from 0) leads from time {@code n h} to {@code (n + 1) h}; a
 * spike of step n carries the time {@code (n + 1) h}.
 */
public final class TimeGrid {
  private static final double TICS_PER_MS = 1000;

  private final long ticsPerStep;
  private final double resolutionMs;

  /**
   * A grid of the given resolution.
   *
   * @param resolutionMs step [ms], a positive multiple of 0.001 ms
   */
  public TimeGrid(double resolutionMs) {
    double tics = resolutionMs * TICS_PER_MS;
    if (!(tics >= 0.5) || tics > 1e9 || Math.abs(tics - Math.rint(tics)) > 1e-6) {
      throw new InvalidInputException(
          "resolution", resolutionMs + " ms; allowed is a positive multiple of 0.001 ms");
    }
    this.ticsPerStep = Math.round(tics);
    this.resolutionMs = resolutionMs;
  }

  /** Step [ms]. */
  public double resolutionMs() {
    return resolutionMs;
  }

  /** {@code ms} in tics, rounded. */
  public static long tics(double ms) {
    return (long) Math.floor(ms * TICS_PER_MS + 0.5);
  }

  /**
   * Whole steps that cover {@code ms} after rounding to tics: times of given spikes, refractory
   * periods.
   */
  public long stepsUp(double ms) {
    return -Math.floorDiv(-tics(ms), ticsPerStep);
  }

  /** Steps nearest to {@code ms}, halves to the even number: delays. NaN for NaN. */
  public double stepsNearest(double ms) {
    return Math.rint(ms * TICS_PER_MS / ticsPerStep);
  }

  /**
   * As {@link #stepsNearest(double)} for n values; numbers beyond an int become the nearest int,
   * NaN becomes 0.
   *
   * @param out length at least n
   */
  public void stepsNearest(double[] ms, int n, int[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = (int) Math.rint(ms[i] * TICS_PER_MS / ticsPerStep);
    }
  }

  /**
   * How many of n times are more than half a tic away from the steps they were rounded to.
   *
   * @param steps of each time
   */
  public int offSteps(double[] ms, int[] steps, int n) {
    long off = 0;
    for (int i = 0; i < n; i++) {
      double tics = ms[i] * TICS_PER_MS - (double) steps[i] * ticsPerStep;
      // The sign, not a comparison, lets the loop become vector instructions.
      off += Double.doubleToRawLongBits(0.5 - Math.abs(tics)) >>> Long.SIZE - 1;
    }
    return (int) off;
  }

  /** Exactly how many steps {@code ms} is, or -1 if it is not a multiple of the resolution. */
  public long stepsExact(double ms) {
    long tics = tics(ms);
    return tics % ticsPerStep == 0 && Math.abs(ms * TICS_PER_MS - tics) < 1e-6 * Math.max(1, tics)
        ? tics / ticsPerStep
        : -1;
  }

  /** Whether {@code ms}, rounded to tics, is a multiple of the resolution. */
  public boolean isOnGrid(double ms) {
    return tics(ms) % ticsPerStep == 0;
  }

  /** The time [ms] after {@code steps} steps. */
  public double timeMs(long steps) {
    return steps * ticsPerStep / TICS_PER_MS;
  }
}
