package org.baya.expression;

/**
 * Operations on two numbers. Truth is 1 and falsehood 0; every number but 0, NaN too, counts as
 * true.
 */
enum BinaryOperation {
  OR("or", 1),
  AND("and", 2),
  LESS("<", 4),
  AT_MOST("<=", 4),
  EQUAL("==", 4),
  DIFFERENT("!=", 4),
  AT_LEAST(">=", 4),
  GREATER(">", 4),
  ADD("+", 5),
  SUBTRACT("-", 5),
  MULTIPLY("*", 6),
  DIVIDE("/", 6),
  POWER("^", 8),
  MIN("min", 9),
  MAX("max", 9);

  /** As it is written. */
  final String text;

  /** How tightly it binds; see {@link Printer}. */
  final int precedence;

  BinaryOperation(String text, int precedence) {
    this.text = text;
    this.precedence = precedence;
  }

  /** The operation on two numbers. */
  double apply(double a, double b) {
    return switch (this) {
      case OR -> truth(a != 0 || b != 0);
      case AND -> truth(a != 0 && b != 0);
      case LESS -> truth(a < b);
      case AT_MOST -> truth(a <= b);
      case EQUAL -> truth(a == b);
      case DIFFERENT -> truth(a != b);
      case AT_LEAST -> truth(a >= b);
      case GREATER -> truth(a > b);
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> Math.pow(a, b);
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
    };
  }

  private static double truth(boolean value) {
    return value ? 1 : 0;
  }
}
