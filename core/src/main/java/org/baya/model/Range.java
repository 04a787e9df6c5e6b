package org.baya.model;

/**
 * The values a parameter may take.
 *
 * @param low lower bound
 * @param lowIncluded whether {@code low} itself is allowed
 * @param high upper bound
 * @param highIncluded whether {@code high} itself is allowed
 * @param whole whether only whole numbers are allowed
 */
public record Range(
    double low, boolean lowIncluded, double high, boolean highIncluded, boolean whole) {
  /** Any finite number. */
  public static final Range FINITE =
      new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

  /** Finite and above 0. */
  public static final Range POSITIVE = new Range(0, false, Double.POSITIVE_INFINITY, false);

  /** Finite and at least 0. */
  public static final Range NON_NEGATIVE = new Range(0, true, Double.POSITIVE_INFINITY, false);

  /** 0 or 1. */
  public static final Range FLAG = new Range(0, true, 1, true, true);

  /** A whole number that an int holds, at least 0. */
  public static final Range COUNT = new Range(0, true, Integer.MAX_VALUE, true, true);

  /** Any numbers between two bounds. */
  public Range(double low, boolean lowIncluded, double high, boolean highIncluded) {
    this(low, lowIncluded, high, highIncluded, false);
  }

  /** From {@code low} to {@code high}, both allowed. */
  public static Range between(double low, double high) {
    return new Range(low, true, high, true);
  }

  /** Whether {@code value} is allowed. */
  public boolean contains(double value) {
    boolean inside =
        (value > low || lowIncluded && value == low)
            && (value < high || highIncluded && value == high);
    return inside && (!whole || value == Math.rint(value));
  }

  @Override
  public String toString() {
    if (equals(FLAG)) {
      return "0 or 1 (false or true)";
    }
    return whole ? "a whole number, " + bounds() : bounds();
  }

  private String bounds() {
    boolean below = low > Double.NEGATIVE_INFINITY;
    boolean above = high < Double.POSITIVE_INFINITY;
    if (!below && !above) {
      return lowIncluded || highIncluded ? "any number" : "any finite number";
    }
    String left = below ? (lowIncluded ? ">= " : "> ") + number(low) : "";
    String right = above ? (highIncluded ? "<= " : "< ") + number(high) : "";
    return left + (below && above ? " and " : "") + right;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
