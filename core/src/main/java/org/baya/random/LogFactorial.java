package org.baya.random;

/** The natural logarithm of k!, with an absolute error below 1e-12 relative to its size. */
final class LogFactorial {
  /** Exact sums of logarithms below this, Stirling's series from there on. */
  private static final int TABLE_SIZE = 32;

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double[] TABLE = new double[TABLE_SIZE];

  static {
    double factorial = 1;
    for (int k = 0; k < TABLE_SIZE; k++) {
      factorial *= Math.max(k, 1);
      TABLE[k] = Math.log(factorial);
    }
  }

  private LogFactorial() {}

  /**
   * log(k!).
   *
   * @param k a whole number, at least 0
   */
  static double of(double k) {
    return k < TABLE_SIZE
        ? TABLE[(int) k]
        : (k + 0.5) * Math.log(k) - k + HALF_LOG_TWO_PI + series(k);
  }

  /**
   * log(a! / b!), without the loss of digits of a difference of large logarithms.
   *
   * @param a a whole number, at least 0
   * @param b a whole number, at least 0
   */
  static double ratio(double a, double b) {
    if (a < TABLE_SIZE || b < TABLE_SIZE) {
      return of(a) - of(b);
    }
    double difference = a - b;
    return difference * (Math.log(a) - 1)
        + (b + 0.5) * Math.log1p(difference / b)
        + (series(a) - series(b));
  }

  /**
   * The remainder of Stirling's formula (Abramowitz and Stegun 6.1.41); the next term is 1 / (1680
   * k^7), below 2e-14 here.
   */
  private static double series(double k) {
    double inverse = 1 / k;
    double square = inverse * inverse;
    return inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
  }
}
