package org.baya.random;

/**
 * Exponential distribution by its mean, as {@code nest.random.exponential(beta)}. By inversion:
 * consumes two words.
 *
 * @param beta the mean (the inverse of the rate), finite, at least 0
 */
public record Exponential(double beta) implements Distribution {

  public Exponential {
    check(beta);
  }

  /** Fails unless the parameter is allowed. */
  public static void check(double beta) {
    Parameters.notNegative("exponential", "beta", beta);
  }

  /** One value; the parameter is not checked. */
  public static double sample(RandomStream stream, double beta) {
    return beta * -Math.log(stream.nextOpenDouble());
  }

  @Override
  public double draw(RandomStream stream) {
    return sample(stream, beta);
  }

  @Override
  public String toString() {
    return "exponential(" + beta + ")";
  }
}
