package org.baya.model.ode;

/**
 * 2^x by operations that a vector kernel can repeat bit by bit: x = n + f with |f| <= 1/2, 2^f = 1
 * + f q(f), then n is added to the exponent. Within 4 10^-14 of the true value for {@link #LOWEST}
 * <= x <= {@link #HIGHEST}; between -2^51 and that it is about 2^{@link #LOWEST}; beyond these
 * bounds x must not be.
 *
 * <p>Where a line of a variable is the power, as in adaptive exponential neurons, this needs fewer
 * operations than {@link Exp}: n and f are exact. q interpolates (2^f - 1) / f at the 9 Chebyshev
 * nodes of the interval (computed with 60 digits).
 */
public final class PowerOfTwo {
  public static final double LOWEST = -1000;
  public static final double HIGHEST = 1000;

  /** Those of {@link #LOWEST} added to {@link Exp#ROUND}; n that are smaller stay there. */
  public static final long LOWEST_BITS = Double.doubleToRawLongBits(Exp.ROUND + LOWEST);

  public static final double Q1 = 0x1.62e42fefa39efp-1;
  public static final double Q2 = 0x1.ebfbdff823cedp-3;
  public static final double Q3 = 0x1.c6b08d7047e52p-5;
  public static final double Q4 = 0x1.3b2ab7181b755p-7;
  public static final double Q5 = 0x1.5d87fe86fe88ep-10;
  public static final double Q6 = 0x1.4308ac85aa947p-13;
  public static final double Q7 = 0x1.ffcb9515a8016p-17;
  public static final double Q8 = 0x1.63d136366db24p-20;
  public static final double Q9 = 0x1.b63880a30e9ffp-24;

  private PowerOfTwo() {}

  /** 2^x for x <= {@link #HIGHEST}, NaN for NaN. */
  public static double of(double x) {
    double shifted = x + Exp.ROUND;
    double f = x - (shifted - Exp.ROUND);
    double f2 = f * f;
    double f4 = f2 * f2;
    double low = Math.fma(Math.fma(Q4, f, Q3), f2, Math.fma(Q2, f, Q1));
    double middle = Math.fma(Math.fma(Q8, f, Q7), f2, Math.fma(Q6, f, Q5));
    double q = Math.fma(Math.fma(Q9, f4, middle), f4, low);
    long scale = Math.max(Double.doubleToRawLongBits(shifted), LOWEST_BITS) << Exp.FRACTION;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(Math.fma(f, q, 1)) + scale);
  }
}
