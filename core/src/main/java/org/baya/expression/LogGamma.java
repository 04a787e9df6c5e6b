package org.baya.expression;

/**
 * The natural logarithm of the gamma function, with an error below 1e-14 relative to 1 + |value|.
 *
 * <p>Stirling's series (Abramowitz and Stegun 6.1.41) from {@value #STIRLING} on, where its first
 * omitted term is below 1e-17; smaller arguments are moved there by gamma(x + 1) = x gamma(x).
 */
final class LogGamma {
  private static final double STIRLING = 15;
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private LogGamma() {}

  /** NaN for x that are not above 0. */
  static double of(double x) {
    if (!(x > 0)) {
      return Double.NaN;
    }
    if (x == Double.POSITIVE_INFINITY) {
      return x;
    }
    double product = 1;
    double moved = x;
    while (moved < STIRLING) {
      product *= moved;
      moved++;
    }
    return stirling(moved) - Math.log(product);
  }

  private static double stirling(double x) {
    double inverse = 1 / x;
    double square = inverse * inverse;
    double series =
        inverse
            * (1.0 / 12
                - square
                    * (1.0 / 360
                        - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188)))));
    return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series;
  }
}
