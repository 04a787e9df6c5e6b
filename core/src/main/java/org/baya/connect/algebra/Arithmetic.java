package org.baya.connect.algebra;

/** Two value sets put together pair by pair. */
final class Arithmetic extends ValueSet {
  /** What is done with the two values. */
  enum Operation {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    OVER("/");

    private final String sign;

    Operation(String sign) {
      this.sign = sign;
    }

    double apply(double a, double b) {
      return switch (this) {
        case PLUS -> a + b;
        case MINUS -> a - b;
        case TIMES -> a * b;
        case OVER -> a / b;
      };
    }
  }

  private final Operation operation;
  private final ValueSet a;
  private final ValueSet b;

  private Arithmetic(Operation operation, ValueSet a, ValueSet b) {
    this.operation = operation;
    this.a = a;
    this.b = b;
  }

  /** The result, a constant if both are. */
  static ValueSet of(Operation operation, ValueSet a, ValueSet b) {
    return a instanceof ConstantValue x && b instanceof ConstantValue y
        ? ValueSet.of(operation.apply(x.value(), y.value()))
        : new Arithmetic(operation, a, b);
  }

  @Override
  Values values(Scene scene) {
    Values left = a.values(scene);
    Values right = b.values(scene);
    return () -> {
      Values.Evaluator x = left.evaluator();
      Values.Evaluator y = right.evaluator();
      double[] other = new double[PairBlock.MAX];
      return (pairs, n, out) -> {
        x.evaluate(pairs, n, out);
        y.evaluate(pairs, n, other);
        apply(operation, out, other, n);
      };
    };
  }

  private static void apply(Operation operation, double[] a, double[] b, int n) {
    for (int k = 0; k < n; k++) {
      a[k] = operation.apply(a[k], b[k]);
    }
  }

  @Override
  double upperBound() {
    if (operation != Operation.TIMES) {
      return Double.POSITIVE_INFINITY;
    }
    boolean scaled =
        a instanceof ConstantValue x && x.value() >= 0
            || b instanceof ConstantValue y && y.value() >= 0;
    return scaled ? a.upperBound() * b.upperBound() : Double.POSITIVE_INFINITY;
  }

  @Override
  Mask support() {
    return switch (operation) {
      case TIMES -> a.support().isFull() ? b.support() : a.support();
      case OVER -> a.support();
      case PLUS, MINUS -> Mask.full();
    };
  }

  @Override
  boolean isRandom() {
    return a.isRandom() || b.isRandom();
  }

  @Override
  String text(Wording of) {
    return "(" + of.apply(a) + " " + operation.sign + " " + of.apply(b) + ")";
  }
}
