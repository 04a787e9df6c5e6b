package org.baya.model.ode;

/**
 * The exponential function by operations that a vector kernel can repeat bit by bit: x = n ln 2 + r
 * with |r| <= ln 2 / 2, e^r = 1 + r + r^2 q(r), then n is added to the exponent. Within 1.25 ulp of
 * the true value for {@link #LOWEST} <= x <= {@link #HIGHEST}; outside it stays at the value of the
 * nearer bound, so it is never 0 or infinite.
 *
 * <p>q interpolates (e^r - 1 - r) / r^2 at the 10 Chebyshev nodes of the interval (computed with 60
 * digits); its error is below 10^-17 of e^r.
 */
public final class Exp {
  public static final double LOWEST = -708;
  public static final double HIGHEST = 709;
  public static final double LOG2_E = 1.4426950408889634;

  /** ln 2 in two parts; n times the first is exact. */
  public static final double LN2_HIGH = 0x1.62e42fefa0000p-1;

  public static final double LN2_LOW = 0x1.cf79abc9e3b3ap-40;

  /** Added to a number, it leaves the nearest integer in the low bits. */
  public static final double ROUND = 0x1.8p52;

  /** Bits of the fraction: the exponent begins above them. */
  public static final int FRACTION = 52;

  public static final double C0 = 0x1.0000000000001p-1;
  public static final double C1 = 0x1.5555555555556p-3;
  public static final double C2 = 0x1.5555555553d4fp-5;
  public static final double C3 = 0x1.11111111109adp-7;
  public static final double C4 = 0x1.6c16c17893833p-10;
  public static final double C5 = 0x1.a01a01a7c8d47p-13;
  public static final double C6 = 0x1.a019b8ef67c6cp-16;
  public static final double C7 = 0x1.71de0d9c145d0p-19;
  public static final double C8 = 0x1.2891a8c1d838dp-22;
  public static final double C9 = 0x1.af38d53857513p-26;

  private Exp() {}

  /** e^x, NaN for NaN. */
  public static double of(double x) {
    double bounded = x > HIGHEST ? HIGHEST : x;
    bounded = bounded < LOWEST ? LOWEST : bounded;
    double shifted = Math.fma(bounded, LOG2_E, ROUND);
    double n = shifted - ROUND;
    double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, bounded));
    double r2 = r * r;
    double r4 = r2 * r2;
    double low = Math.fma(Math.fma(C3, r, C2), r2, Math.fma(C1, r, C0));
    double middle = Math.fma(Math.fma(C7, r, C6), r2, Math.fma(C5, r, C4));
    double q = Math.fma(Math.fma(Math.fma(C9, r, C8), r4, middle), r4, low);
    double e = 1 + Math.fma(r2, q, r);
    return Double.longBitsToDouble(
        Double.doubleToRawLongBits(e) + (Double.doubleToRawLongBits(shifted) << FRACTION));
  }
}
