package org.baya.random;

/**
 * Always the same number; consumes nothing.
 *
 * @param value finite
 */
public record Constant(double value) implements Distribution {

  public Constant {
    Parameters.finite("constant", "value", value);
  }

  @Override
  public double draw(RandomStream stream) {
    return value;
  }

  @Override
  public String toString() {
    return Double.toString(value);
  }
}
