package org.baya.model.ode;

/**
 * How an embedded method of fifth order changes its step size, with the constants of GSL's standard
 * control. With {@code worst} = max_i |error_i| / D_i, D_i = tolerance + rate tolerance |step
 * y'_i|,
 *
 * <pre>
 *   worst &gt; 1.1   the step is repeated with max(0.2, 0.9 worst^(-1/5)) of its size
 *   worst &lt; 0.5   the next step has min(5, max(1, 0.9 worst^(-1/6))) times its size
 *   else          the next step has its size
 * </pre>
 *
 * <p>Reference: GNU Scientific Library, reference manual, "Adaptive step-size control". Roots come
 * from a logarithm and {@link Exp}, whose operations a vector kernel can repeat bit by bit.
 */
public final class StepControl {
  public static final double REPEAT_ABOVE = 1.1;
  public static final double GROW_BELOW = 0.5;
  public static final double SAFETY = 0.9;
  public static final double LEAST = 0.2;
  public static final double MOST = 5;
  public static final double SHRINK_POWER = -1.0 / 5;
  public static final double GROW_POWER = -1.0 / 6;

  /**
   * Of a simulation step: a solver that needs less has failed. Spikes of adaptive exponential
   * neurons rise within 10^-20 ms.
   */
  public static final double SMALLEST = 0x1p-200;

  /** No error, and more than any: logarithms are taken between them. */
  public static final double LOWEST_WORST = 0x1p-1000;

  public static final double HIGHEST_WORST = 0x1p1000;

  /** Exponent and fraction of a double. */
  public static final long FRACTION_BITS = 0x000fffffffffffffL;

  public static final long ONE_BITS = 0x3ff0000000000000L;

  /** Turns the exponent's bits into 2^52 + exponent, and what that is more than the exponent. */
  public static final long INTEGER_BITS = 0x4330000000000000L;

  public static final double INTEGER_BIAS = 0x1p52 + 1023;

  public static final double SQRT_2 = 1.4142135623730951;
  public static final double LN_2 = 0.6931471805599453;

  private StepControl() {}

  /** The size of the next step, or of the repeated one, after one of size {@code step}. */
  public static double next(double step, double worst) {
    boolean repeat = !(worst <= REPEAT_ABOVE);
    if (!repeat && worst >= GROW_BELOW) {
      return step;
    }
    double bounded = worst < LOWEST_WORST ? LOWEST_WORST : worst;
    bounded = bounded > HIGHEST_WORST ? HIGHEST_WORST : bounded;
    double power = repeat ? SHRINK_POWER : GROW_POWER;
    double factor = SAFETY * Exp.of(power * log(bounded));
    double least = repeat ? LEAST : 1;
    factor = factor > least ? factor : least;
    return step * (factor > MOST ? MOST : factor);
  }

  /**
   * ln x of a normal positive number, within 1e-13 (1 + |ln x|): ln m = 2 (z + z^3/3 + z^5/5 + ...)
   * with z = (m - 1) / (m + 1), m between 1/sqrt 2 and sqrt 2.
   */
  static double log(double x) {
    long bits = Double.doubleToRawLongBits(x);
    double exponent = Double.longBitsToDouble(bits >>> Exp.FRACTION | INTEGER_BITS) - INTEGER_BIAS;
    double m = Double.longBitsToDouble(bits & FRACTION_BITS | ONE_BITS);
    boolean high = m > SQRT_2;
    m = high ? m * 0.5 : m;
    exponent = high ? exponent + 1 : exponent;
    double z = (m - 1) / (m + 1);
    double z2 = z * z;
    double sum = Math.fma(1.0 / 15, z2, 1.0 / 13);
    sum = Math.fma(sum, z2, 1.0 / 11);
    sum = Math.fma(sum, z2, 1.0 / 9);
    sum = Math.fma(sum, z2, 1.0 / 7);
    sum = Math.fma(sum, z2, 1.0 / 5);
    sum = Math.fma(sum, z2, 1.0 / 3);
    sum = Math.fma(sum, z2, 1);
    return Math.fma(exponent, LN_2, 2 * z * sum);
  }
}
