package org.baya.connect.algebra;

import java.util.Arrays;

/** The same number for all pairs. */
final class ConstantValue extends ValueSet {
  private final double value;

  ConstantValue(double value) {
    this.value = value;
  }

  double value() {
    return value;
  }

  @Override
  Values values(Scene scene) {
    return () -> (pairs, n, out) -> Arrays.fill(out, 0, n, value);
  }

  @Override
  double upperBound() {
    return value;
  }

  @Override
  boolean isRandom() {
    return false;
  }

  @Override
  String text(Wording of) {
    return value < 0 ? "(" + value + ")" : Double.toString(value);
  }
}
