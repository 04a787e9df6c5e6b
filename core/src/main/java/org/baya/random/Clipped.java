package org.baya.random;

import java.util.Objects;

/**
 * Values of another distribution, moved to the nearer bound when they fall outside.
 *
 * @param source what is drawn
 * @param low lowest value, may be negative infinity
 * @param high highest value, not below {@code low}, may be infinity
 */
public record Clipped(Distribution source, double low, double high) implements Distribution {

  public Clipped {
    Objects.requireNonNull(source, "source");
    check(low, high);
  }

  /** Fails unless the bounds are allowed. */
  public static void check(double low, double high) {
    Parameters.ordered("clipped", low, high);
  }

  @Override
  public double draw(RandomStream stream) {
    return Math.min(Math.max(source.draw(stream), low), high);
  }

  @Override
  public String toString() {
    return "clipped(" + source + ", " + Parameters.bound(low) + ", " + Parameters.bound(high) + ")";
  }
}
