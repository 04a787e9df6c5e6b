package org.baya.random;

/**
 * Number of successes in n trials of probability p.
 *
 * <p>Implementation overview: p above one half counts failures instead. With {@code n * min(p,
 * 1-p)} below 10, inversion by summing the probabilities from 0 upwards; otherwise transformed
 * rejection with squeeze, algorithm BTRS (W. Hörmann: The generation of binomial random variates,
 * J. Stat. Comput. Simul. 46, 1993, <a
 * href="https://doi.org/10.1080/00949659308811496">doi:10.1080/00949659308811496</a>), whose
 * constants appear below.
 *
 * @param n number of trials, a whole number from 0 to 2^31 - 1
 * @param p probability of success, from 0 to 1
 */
public record Binomial(double n, double p) implements Distribution {
  /** Inversion ends here, so that rounding in the sum cannot lead far into the tail. */
  private static final double NEGLIGIBLE = 0x1p-60;

  /** BTRS is valid from this mean on. */
  private static final double REJECTION_FROM = 10;

  public Binomial {
    check(n, p);
  }

  /** Fails unless the parameters are allowed. */
  public static void check(double n, double p) {
    Parameters.whole("binomial", "n", n, 0, Integer.MAX_VALUE);
    Parameters.within("binomial", "p", p, 1);
  }

  /** One value; the parameters are not checked. */
  public static double sample(RandomStream stream, double n, double p) {
    if (p > 0.5) {
      return n - lower(stream, n, 1 - p);
    }
    return lower(stream, n, p);
  }

  /**
   * One value, given that it is not 0; takes no longer the rarer that is.
   *
   * @param n above 0
   * @param p above 0
   */
  public static double positive(RandomStream stream, double n, double p) {
    if (p <= 0.5 && n * p < REJECTION_FROM) {
      double none = Math.exp(n * Math.log1p(-p));
      return Math.max(1, invert(none + (1 - none) * stream.nextDouble(), n, p));
    }
    double value = sample(stream, n, p);
    while (value == 0) {
      value = sample(stream, n, p);
    }
    return value;
  }

  /** For p of at most one half. */
  private static double lower(RandomStream stream, double n, double p) {
    return n * p < REJECTION_FROM ? invert(stream.nextDouble(), n, p) : reject(stream, n, p);
  }

  /** The value up to which the probabilities add up to {@code uniform}. */
  private static double invert(double uniform, double n, double p) {
    double left = uniform;
    double odds = p / (1 - p);
    double probability = Math.exp(n * Math.log1p(-p));
    double k = 0;
    while (left >= probability && k < n && probability > NEGLIGIBLE) {
      left -= probability;
      probability *= odds * (n - k) / (k + 1);
      k++;
    }
    return k;
  }

  private static double reject(RandomStream stream, double n, double p) {
    double spq = Math.sqrt(n * p * (1 - p));
    double b = 1.15 + 2.53 * spq;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double c = n * p + 0.5;
    double vr = 0.92 - 4.2 / b;
    double alpha = (2.83 + 5.1 / b) * spq;
    double logOdds = Math.log(p / (1 - p));
    double mode = Math.floor((n + 1) * p);
    double atMode = LogFactorial.of(mode) + LogFactorial.of(n - mode);
    while (true) {
      double u = stream.nextDouble() - 0.5;
      double v = stream.nextOpenDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + c);
      if (us >= 0.07 && v <= vr) {
        return k;
      }
      if (k < 0 || k > n) {
        continue;
      }
      double accept = atMode - LogFactorial.of(k) - LogFactorial.of(n - k) + (k - mode) * logOdds;
      if (Math.log(v * alpha / (a / (us * us) + b)) <= accept) {
        return k;
      }
    }
  }

  @Override
  public double draw(RandomStream stream) {
    return sample(stream, n, p);
  }

  @Override
  public String toString() {
    return "binomial(" + Parameters.text(n) + ", " + p + ")";
  }
}
