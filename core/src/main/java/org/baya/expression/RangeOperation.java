package org.baya.expression;

/**
 * The operations of the language on intervals, between numbered places. What is not monotone and
 * not worth the effort gets wide bounds, never wrong ones.
 */
final class RangeOperation {
  /** Where log(gamma(x)) is least for positive x, and what it is there, rounded down. */
  private static final double LOG_GAMMA_MINIMUM_AT = 1.4616321449683623;

  private static final double LOG_GAMMA_MINIMUM = -0.1214862905358497;

  private final double[] low;
  private final double[] high;

  RangeOperation(int places) {
    low = new double[places];
    high = new double[places];
  }

  double low(int place) {
    return low[place];
  }

  double high(int place) {
    return high[place];
  }

  /** Sets a place; bounds that are not known become infinite. */
  void set(int place, double least, double most) {
    low[place] = Double.isNaN(least) ? Double.NEGATIVE_INFINITY : least;
    high[place] = Double.isNaN(most) ? Double.POSITIVE_INFINITY : most;
  }

  private void unknown(int place) {
    set(place, Double.NaN, Double.NaN);
  }

  private boolean isPoint(int place) {
    return low[place] == high[place];
  }

  void unary(UnaryOperation operation, int a, int out) {
    switch (operation) {
      case NEGATE -> set(out, -high[a], -low[a]);
      case EXP, FLOOR, CEIL, ROUND -> set(out, operation.apply(low[a]), operation.apply(high[a]));
      case LOG, SQRT ->
          set(out, operation.apply(Math.max(0, low[a])), operation.apply(Math.max(0, high[a])));
      case ABS, SQUARE -> fold(operation, a, out);
      case LOG_GAMMA -> logGamma(a, out);
      case NOT -> truth(out, isFalse(a), isTrue(a));
      case SIN, COS -> {
        boolean point = isPoint(a);
        set(out, point ? operation.apply(low[a]) : -1, point ? operation.apply(low[a]) : 1);
      }
      case TAN -> unknown(out);
    }
  }

  /** Of an operation that falls below 0, rises above, and is 0 at 0. */
  private void fold(UnaryOperation operation, int a, int out) {
    double left = operation.apply(low[a]);
    double right = operation.apply(high[a]);
    boolean across = low[a] <= 0 && high[a] >= 0;
    set(out, across ? 0 : Math.min(left, right), Math.max(left, right));
  }

  private void logGamma(int a, int out) {
    if (low[a] <= 0) {
      unknown(out);
      return;
    }
    double left = UnaryOperation.LOG_GAMMA.apply(low[a]);
    double right = UnaryOperation.LOG_GAMMA.apply(high[a]);
    boolean across = low[a] <= LOG_GAMMA_MINIMUM_AT && high[a] >= LOG_GAMMA_MINIMUM_AT;
    set(out, across ? LOG_GAMMA_MINIMUM : Math.min(left, right), Math.max(left, right));
  }

  void binary(BinaryOperation operation, int a, int b, int out) {
    switch (operation) {
      case OR -> truth(out, isTrue(a) || isTrue(b), isFalse(a) && isFalse(b));
      case AND -> truth(out, isTrue(a) && isTrue(b), isFalse(a) || isFalse(b));
      case LESS -> truth(out, high[a] < low[b], low[a] >= high[b]);
      case AT_MOST -> truth(out, high[a] <= low[b], low[a] > high[b]);
      case GREATER -> truth(out, low[a] > high[b], high[a] <= low[b]);
      case AT_LEAST -> truth(out, low[a] >= high[b], high[a] < low[b]);
      case EQUAL -> truth(out, same(a, b), apart(a, b));
      case DIFFERENT -> truth(out, apart(a, b), same(a, b));
      case ADD -> set(out, low[a] + low[b], high[a] + high[b]);
      case SUBTRACT -> set(out, low[a] - high[b], high[a] - low[b]);
      case MIN, MAX -> set(out, operation.apply(low[a], low[b]), operation.apply(high[a], high[b]));
      case MULTIPLY -> corners(operation, a, b, out);
      case DIVIDE -> {
        if (low[b] > 0 || high[b] < 0) {
          corners(operation, a, b, out);
        } else {
          unknown(out);
        }
      }
      case POWER -> power(a, b, out);
    }
  }

  private void power(int a, int b, int out) {
    if (low[a] > 0 || low[a] == 0 && low[b] >= 0) {
      corners(BinaryOperation.POWER, a, b, out);
    } else if (isPoint(b) && low[b] > 0 && low[b] % 2 == 0) {
      double most = Math.pow(Math.max(-low[a], high[a]), low[b]);
      double least = high[a] < 0 ? Math.pow(high[a], low[b]) : 0;
      set(out, least, most);
    } else if (isPoint(b) && low[b] > 0 && low[b] % 2 == 1) {
      set(out, Math.pow(low[a], low[b]), Math.pow(high[a], low[b]));
    } else {
      unknown(out);
    }
  }

  /** Of an operation that is monotone in each of its numbers. */
  private void corners(BinaryOperation operation, int a, int b, int out) {
    double ll = corner(operation, low[a], low[b]);
    double lh = corner(operation, low[a], high[b]);
    double hl = corner(operation, high[a], low[b]);
    double hh = corner(operation, high[a], high[b]);
    set(
        out,
        Math.min(Math.min(ll, lh), Math.min(hl, hh)),
        Math.max(Math.max(ll, lh), Math.max(hl, hh)));
  }

  /** A bound may be infinite but values are not: 0 times any of them is 0. */
  private static double corner(BinaryOperation operation, double a, double b) {
    boolean product = operation == BinaryOperation.MULTIPLY;
    return product && (a == 0 || b == 0) ? 0 : operation.apply(a, b);
  }

  void ternary(TernaryOperation operation, int a, int b, int c, int out) {
    switch (operation) {
      case CLIPPED ->
          set(
              out,
              operation.apply(low[a], low[b], low[c]),
              operation.apply(high[a], high[b], high[c]));
      case IF -> {
        int yes = isFalse(a) ? c : b;
        int no = isTrue(a) ? b : c;
        set(out, Math.min(low[yes], low[no]), Math.max(high[yes], high[no]));
      }
    }
  }

  /**
   * Of a draw.
   *
   * @param in places of the two parameters and the two bounds
   */
  void draw(RandomFunction function, int[] in, int out) {
    double least =
        switch (function) {
          case UNIFORM -> low[in[0]];
          case NORMAL -> Double.NEGATIVE_INFINITY;
          case UNIFORM_INT, LOGNORMAL, EXPONENTIAL, GAMMA, BINOMIAL, POISSON -> 0;
        };
    double most =
        switch (function) {
          case UNIFORM -> high[in[1]];
          case UNIFORM_INT, BINOMIAL -> high[in[0]];
          case NORMAL, LOGNORMAL, EXPONENTIAL, GAMMA, POISSON -> Double.POSITIVE_INFINITY;
        };
    set(out, Math.max(least, low[in[2]]), Math.min(most, high[in[3]]));
  }

  private void truth(int out, boolean certain, boolean impossible) {
    set(out, certain ? 1 : 0, impossible ? 0 : 1);
  }

  private boolean isTrue(int a) {
    return low[a] > 0 || high[a] < 0;
  }

  private boolean isFalse(int a) {
    return low[a] == 0 && high[a] == 0;
  }

  private boolean same(int a, int b) {
    return isPoint(a) && isPoint(b) && low[a] == low[b];
  }

  private boolean apart(int a, int b) {
    return high[a] < low[b] || low[a] > high[b];
  }
}
