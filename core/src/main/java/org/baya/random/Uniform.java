package org.baya.random;

/**
 * Uniform in [low, high); {@code low} itself when both are equal. Consumes two words.
 *
 * @param low finite
 * @param high finite, not below {@code low}
 */
public record Uniform(double low, double high) implements Distribution {

  public Uniform {
    check(low, high);
  }

  /** Fails unless the parameters are allowed. */
  public static void check(double low, double high) {
    Parameters.finite("uniform", "low", low);
    Parameters.finite("uniform", "high", high);
    Parameters.ordered("uniform", low, high);
    Parameters.finite("uniform", "high - low", high - low);
  }

  /** One value; the parameters are not checked. */
  public static double sample(RandomStream stream, double low, double high) {
    double value = low + stream.nextDouble() * (high - low);
    // rounding can reach the excluded bound
    return value < high || low == high ? value : Math.nextDown(high);
  }

  /**
   * The first value of each of n streams, equal to {@link #sample} from each; the parameters are
   * not checked.
   *
   * @param out length at least n
   */
  public static void fill(StreamBlock streams, int n, double low, double high, double[] out) {
    double most = low == high ? high : Math.nextDown(high);
    double[] uniforms = streams.uniforms(n);
    for (int i = 0; i < n; i++) {
      out[i] = Math.min(low + uniforms[i] * (high - low), most);
    }
  }

  @Override
  public double draw(RandomStream stream) {
    return sample(stream, low, high);
  }

  @Override
  public String toString() {
    return "uniform(" + low + ", " + high + ")";
  }
}
