package org.baya.expression;

/**
 * The number that an expression is never below, where its form tells one. Rows that evaluate to NaN
 * are left aside.
 */
final class LowerBound {
  private static final double NONE = Double.NEGATIVE_INFINITY;

  private LowerBound() {}

  /** Negative infinity where nothing is known. */
  static double of(Node node) {
    return switch (node) {
      case Node.Literal literal -> literal.value();
      case Node.Reference ignored -> NONE;
      case Node.Unary ignored -> NONE;
      case Node.Binary binary -> of(binary);
      case Node.Ternary ternary -> of(ternary);
      case Node.Draw draw -> Math.max(of(draw.low()), of(draw.function(), draw));
    };
  }

  private static double of(Node.Binary binary) {
    return switch (binary.operation()) {
      case ADD -> of(binary.a()) + of(binary.b());
      case MAX -> Math.max(of(binary.a()), of(binary.b()));
      case MIN -> Math.min(of(binary.a()), of(binary.b()));
      default -> NONE;
    };
  }

  private static double of(Node.Ternary ternary) {
    return switch (ternary.operation()) {
      case IF -> Math.min(of(ternary.b()), of(ternary.c()));
      case CLIPPED -> of(ternary.b());
    };
  }

  private static double of(RandomFunction function, Node.Draw draw) {
    return switch (function) {
      case UNIFORM -> of(draw.a());
      case NORMAL -> NONE;
      case UNIFORM_INT, LOGNORMAL, EXPONENTIAL, GAMMA, BINOMIAL, POISSON -> 0;
    };
  }
}
