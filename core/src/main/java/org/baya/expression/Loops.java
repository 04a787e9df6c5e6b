package org.baya.expression;

/**
 * The operations over blocks: one plain loop each, so that C2 turns those with vector instructions
 * into vector loops. All arrays have length at least n; {@code out} may be one of the others. Each
 * loop equals its operation's {@code apply}.
 */
final class Loops {
  private Loops() {}

  static void unary(UnaryOperation operation, int n, double[] a, double[] out) {
    switch (operation) {
      case NEGATE -> negate(n, a, out);
      case SQUARE -> multiply(n, a, a, out);
      case ABS -> abs(n, a, out);
      case SQRT -> sqrt(n, a, out);
      case EXP -> exp(n, a, out);
      case LOG -> log(n, a, out);
      default -> {
        for (int i = 0; i < n; i++) {
          out[i] = operation.apply(a[i]);
        }
      }
    }
  }

  static void binary(BinaryOperation operation, int n, double[] a, double[] b, double[] out) {
    switch (operation) {
      case ADD -> add(n, a, b, out);
      case SUBTRACT -> subtract(n, a, b, out);
      case MULTIPLY -> multiply(n, a, b, out);
      case DIVIDE -> divide(n, a, b, out);
      case MIN -> min(n, a, b, out);
      case MAX -> max(n, a, b, out);
      case LESS -> less(n, a, b, out);
      case AT_MOST -> atMost(n, a, b, out);
      case GREATER -> less(n, b, a, out);
      case AT_LEAST -> atMost(n, b, a, out);
      case EQUAL, DIFFERENT, AND, OR, POWER -> {
        for (int i = 0; i < n; i++) {
          out[i] = operation.apply(a[i], b[i]);
        }
      }
    }
  }

  static void ternary(
      TernaryOperation operation, int n, double[] a, double[] b, double[] c, double[] out) {
    switch (operation) {
      case IF -> {
        for (int i = 0; i < n; i++) {
          out[i] = a[i] != 0 ? b[i] : c[i];
        }
      }
      case CLIPPED -> {
        for (int i = 0; i < n; i++) {
          out[i] = Math.min(Math.max(a[i], b[i]), c[i]);
        }
      }
    }
  }

  private static void negate(int n, double[] a, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = -a[i];
    }
  }

  private static void abs(int n, double[] a, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.abs(a[i]);
    }
  }

  private static void sqrt(int n, double[] a, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.sqrt(a[i]);
    }
  }

  private static void exp(int n, double[] a, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.exp(a[i]);
    }
  }

  private static void log(int n, double[] a, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.log(a[i]);
    }
  }

  private static void add(int n, double[] a, double[] b, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] + b[i];
    }
  }

  private static void subtract(int n, double[] a, double[] b, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] - b[i];
    }
  }

  private static void multiply(int n, double[] a, double[] b, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * b[i];
    }
  }

  private static void divide(int n, double[] a, double[] b, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] / b[i];
    }
  }

  private static void min(int n, double[] a, double[] b, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.min(a[i], b[i]);
    }
  }

  private static void max(int n, double[] a, double[] b, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.max(a[i], b[i]);
    }
  }

  private static void less(int n, double[] a, double[] b, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] < b[i] ? 1 : 0;
    }
  }

  private static void atMost(int n, double[] a, double[] b, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] <= b[i] ? 1 : 0;
    }
  }
}
