package org.baya.io.experiment;

/** Arithmetic of times on a grid. */
final class Times {
  /** NEST's shortest time [ms]. */
  static final double TIC_MS = 0.001;

  /** Relative deviation that decimal numbers in binary may have. */
  private static final double TOLERANCE = 1e-9;

  private Times() {}

  /** Whether {@code timeMs} is 1, 2, 3, ... times {@code stepMs}, but for rounding. */
  static boolean isMultiple(double timeMs, double stepMs) {
    double steps = timeMs / stepMs;
    double whole = Math.rint(steps);
    return whole >= 1 && Math.abs(steps - whole) <= TOLERANCE * whole;
  }
}
