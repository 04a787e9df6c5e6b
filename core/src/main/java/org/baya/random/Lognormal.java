package org.baya.random;

/**
 * The exponential of a normal value, as {@code nest.random.lognormal(mean, std)}: both parameters
 * are those of the logarithm.
 *
 * @param mean mean of the logarithm, finite
 * @param std standard deviation of the logarithm, finite, at least 0
 */
public record Lognormal(double mean, double std) implements Distribution {

  public Lognormal {
    check(mean, std);
  }

  /** Fails unless the parameters are allowed. */
  public static void check(double mean, double std) {
    Parameters.finite("lognormal", "mean", mean);
    Parameters.notNegative("lognormal", "std", std);
  }

  /** One value; the parameters are not checked. */
  public static double sample(RandomStream stream, double mean, double std) {
    return Math.exp(Normal.sample(stream, mean, std));
  }

  /**
   * The first value of each of n streams, equal to {@link #sample} from each; the parameters are
   * not checked.
   *
   * @param out length at least n
   * @param scratch length at least n, is overwritten
   */
  public static void fill(
      StreamBlock streams, int n, double mean, double std, double[] out, int[] scratch) {
    Normal.fill(streams, n, mean, std, out, scratch);
    for (int i = 0; i < n; i++) {
      out[i] = Math.exp(out[i]);
    }
  }

  @Override
  public double draw(RandomStream stream) {
    return sample(stream, mean, std);
  }

  @Override
  public String toString() {
    return "lognormal(" + mean + ", " + std + ")";
  }
}
