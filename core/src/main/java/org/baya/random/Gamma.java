package org.baya.random;

/**
 * Gamma distribution with mean {@code shape * scale}.
 *
 * <p>Implementation overview: squeeze and rejection from a cubed normal (G. Marsaglia, W. W. Tsang:
 * A simple method for generating gamma variables, ACM TOMS 26, 2000, <a
 * href="https://doi.org/10.1145/358407.358414">doi:10.1145/358407.358414</a>); for shape below 1
 * their section 6: a value of shape + 1 times {@code u^(1/shape)}. Exact up to the rounding of
 * doubles.
 *
 * @param shape finite, above 0
 * @param scale finite, at least 0
 */
public record Gamma(double shape, double scale) implements Distribution {
  /** The squeeze of Marsaglia and Tsang: accept when u is below 1 - 0.0331 x^4. */
  private static final double SQUEEZE = 0.0331;

  public Gamma {
    check(shape, scale);
  }

  /** Fails unless the parameters are allowed. */
  public static void check(double shape, double scale) {
    Parameters.positive("gamma", "shape", shape);
    Parameters.notNegative("gamma", "scale", scale);
  }

  /** One value; the parameters are not checked. */
  public static double sample(RandomStream stream, double shape, double scale) {
    if (shape < 1) {
      double boost = Math.pow(stream.nextOpenDouble(), 1 / shape);
      return scale * boost * standard(stream, shape + 1);
    }
    return scale * standard(stream, shape);
  }

  /** Scale 1, shape at least 1. */
  private static double standard(RandomStream stream, double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = Normal.standard(stream);
      double root = 1 + c * x;
      if (root <= 0) {
        continue;
      }
      double v = root * root * root;
      double u = stream.nextOpenDouble();
      if (u < 1 - SQUEEZE * x * x * x * x
          || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
        return d * v;
      }
    }
  }

  @Override
  public double draw(RandomStream stream) {
    return sample(stream, shape, scale);
  }

  @Override
  public String toString() {
    return "gamma(" + shape + ", " + scale + ")";
  }
}
