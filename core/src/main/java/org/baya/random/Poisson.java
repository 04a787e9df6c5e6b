package org.baya.random;

/**
 * Poisson distribution.
 *
 * <p>Implementation overview: below mean 10, inversion by summing the probabilities from 0 upwards
 * (one 53-bit uniform); from 10 on, transformed rejection with squeeze, algorithm PTRS (W. Hörmann:
 * The transformed rejection method for generating Poisson random variables, Insurance: Mathematics
 * and Economics 12, 1993, <a
 * href="https://doi.org/10.1016/0167-6687(93)90997-4">doi:10.1016/0167-6687(93)90997-4</a>), whose
 * constants appear below. For many draws of one small mean see {@link PoissonTable}.
 *
 * @param mean from 0 to 1e9
 */
public record Poisson(double mean) implements Distribution {
  /** Up to here the logarithms of PTRS keep at least five decimals. */
  private static final double LIMIT = 1e9;

  /** Inversion ends here, so that rounding in the sum cannot lead far into the tail. */
  private static final double NEGLIGIBLE = 0x1p-60;

  /** PTRS is valid from here on. */
  private static final double REJECTION_FROM = 10;

  public Poisson {
    check(mean);
  }

  /** Fails unless the parameter is allowed. */
  public static void check(double mean) {
    Parameters.within("poisson", "mean", mean, LIMIT);
  }

  /** One value; the parameter is not checked. */
  public static double sample(RandomStream stream, double mean) {
    return mean < REJECTION_FROM ? invert(stream, mean) : reject(stream, mean);
  }

  private static double invert(RandomStream stream, double mean) {
    double left = stream.nextDouble();
    double probability = Math.exp(-mean);
    int k = 0;
    while (left >= probability && probability > NEGLIGIBLE) {
      left -= probability;
      k++;
      probability *= mean / k;
    }
    return k;
  }

  private static double reject(RandomStream stream, double mean) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double vr = 0.9277 - 3.6224 / (b - 2);
    double logMean = Math.log(mean);
    while (true) {
      double u = stream.nextDouble() - 0.5;
      double v = stream.nextOpenDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= vr) {
        return k;
      }
      if (k < 0 || us < 0.013 && v > us) {
        continue;
      }
      if (Math.log(v * inverseAlpha / (a / (us * us) + b))
          <= k * logMean - mean - LogFactorial.of(k)) {
        return k;
      }
    }
  }

  @Override
  public double draw(RandomStream stream) {
    return sample(stream, mean);
  }

  @Override
  public String toString() {
    return "poisson(" + mean + ")";
  }
}
