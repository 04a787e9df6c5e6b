package org.baya.expression;

/** Operations on three numbers. */
enum TernaryOperation {
  /** The second number where the first is true, otherwise the third. */
  IF("if"),
  /** The first number, moved to the nearer of the bounds when it is outside. */
  CLIPPED("clipped");

  /** As it is written. */
  final String text;

  TernaryOperation(String text) {
    this.text = text;
  }

  /** The operation on three numbers. */
  double apply(double a, double b, double c) {
    return switch (this) {
      case IF -> a != 0 ? b : c;
      case CLIPPED -> Math.min(Math.max(a, b), c);
    };
  }
}
