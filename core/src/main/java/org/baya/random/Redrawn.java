package org.baya.random;

import java.util.Objects;
import org.baya.error.InvalidInputException;

/**
 * Values of another distribution, drawn again from the same stream until one falls within {@code
 * low <= value <= high}.
 *
 * @param source what is drawn
 * @param low lowest value, may be negative infinity
 * @param high highest value, not below {@code low}, may be infinity
 */
public record Redrawn(Distribution source, double low, double high) implements Distribution {
  /**
   * Draws until a range counts as hopeless: one that takes 1 value of 1,000 fails with a
   * probability below 1e-43.
   */
  public static final int MAX_DRAWS = 100_000;

  public Redrawn {
    Objects.requireNonNull(source, "source");
    check(low, high);
  }

  /** Fails unless the bounds are allowed. */
  public static void check(double low, double high) {
    Parameters.ordered("redrawn", low, high);
  }

  /** The error of a range that {@link #MAX_DRAWS} values missed. */
  public static InvalidInputException hopeless(String source, double low, double high) {
    return new InvalidInputException(
        "redrawn: none of "
            + MAX_DRAWS
            + " values of "
            + source
            + " fell within "
            + low
            + " to "
            + high
            + "; widen the range or change the distribution");
  }

  @Override
  public double draw(RandomStream stream) {
    for (int i = 0; i < MAX_DRAWS; i++) {
      double value = source.draw(stream);
      if (value >= low && value <= high) {
        return value;
      }
    }
    throw hopeless(source.toString(), low, high);
  }

  @Override
  public String toString() {
    return "redrawn(" + source + ", " + Parameters.bound(low) + ", " + Parameters.bound(high) + ")";
  }
}
