package org.baya.random;

/**
 * Whole numbers {@code 0..max-1} with equal probability, as {@code nest.random.uniform_int(max)}.
 *
 * @param max how many numbers there are, a whole number in 1..2^53
 */
public record UniformInt(double max) implements Distribution {
  /** Above this not every whole number is a double. */
  private static final double LIMIT = 0x1.0p53;

  public UniformInt {
    check(max);
  }

  /** Fails unless the parameter is allowed. */
  public static void check(double max) {
    Parameters.whole("uniform_int", "max", max, 1, LIMIT);
  }

  /** One value; the parameter is not checked. */
  public static double sample(RandomStream stream, double max) {
    return max <= Integer.MAX_VALUE ? stream.nextInt((int) max) : stream.nextLong((long) max);
  }

  @Override
  public double draw(RandomStream stream) {
    return sample(stream, max);
  }

  @Override
  public String toString() {
    return "uniform_int(" + Parameters.text(max) + ")";
  }
}
