package org.baya.random;

import org.baya.error.InvalidInputException;

/** Checks of the parameters of distributions. */
final class Parameters {
  private Parameters() {}

  /** Any finite number. */
  static void finite(String distribution, String name, double value) {
    if (!Double.isFinite(value)) {
      throw wrong(distribution, name, value, "a finite number");
    }
  }

  /** A finite number of at least 0. */
  static void notNegative(String distribution, String name, double value) {
    if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
      throw wrong(distribution, name, value, "a finite number of at least 0");
    }
  }

  /** A finite number above 0. */
  static void positive(String distribution, String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw wrong(distribution, name, value, "a finite number above 0");
    }
  }

  /** A number from 0 to {@code most}. */
  static void within(String distribution, String name, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw wrong(distribution, name, value, "from 0 to " + text(most));
    }
  }

  /** A whole number in {@code least..most}. */
  static void whole(String distribution, String name, double value, double least, double most) {
    if (!(value >= least && value <= most && value == Math.rint(value))) {
      throw wrong(
          distribution, name, value, "a whole number from " + text(least) + " to " + text(most));
    }
  }

  /** Two bounds in order; either may be infinite. */
  static void ordered(String distribution, double low, double high) {
    if (!(low <= high)) {
      throw new InvalidInputException(
          distribution
              + ": low is "
              + text(low)
              + " and high is "
              + text(high)
              + "; low must not be above high");
    }
  }

  /** A number as people write it: whole numbers without a fraction. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** A bound as the expression language writes it. */
  static String bound(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return Double.toString(value);
  }

  private static InvalidInputException wrong(
      String distribution, String name, double value, String allowed) {
    return new InvalidInputException(
        distribution + ": " + name + " is " + text(value) + " but must be " + allowed);
  }
}
