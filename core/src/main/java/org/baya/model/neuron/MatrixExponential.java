package org.baya.model.neuron;

/**
 * The propagator of a small linear system dx/dt = A x over a step: exp(A h), for systems whose
 * closed forms have many singular cases.
 *
 * <p>Implementation overview: scaling and squaring with a Taylor series (C. Moler, C. Van Loan:
 * Nineteen dubious ways to compute the exponential of a matrix, twenty-five years later, SIAM
 * Review 45, 2003, <a
 * href="https://doi.org/10.1137/S00361445024180">doi:10.1137/S00361445024180</a>, methods 1 and 3).
 */
final class MatrixExponential {
  /** Terms after which the series of a matrix of norm at most a half has converged. */
  private static final int TERMS = 18;

  private MatrixExponential() {}

  /** exp(a h), by rows; {@code a} is not changed. */
  static double[][] of(double[][] a, double h) {
    int halvings = Math.max(0, Math.getExponent(norm(a) * h) + 2);
    double scale = Math.scalb(h, -halvings);
    double[][] sum = identity(a.length);
    for (int term = TERMS; term > 0; term--) {
      sum = plusIdentity(product(a, sum), scale / term);
    }
    for (int i = 0; i < halvings; i++) {
      sum = product(sum, sum);
    }
    return sum;
  }

  /** Largest sum of magnitudes of a row. */
  private static double norm(double[][] a) {
    double largest = 0;
    for (double[] row : a) {
      double sum = 0;
      for (double value : row) {
        sum += Math.abs(value);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  private static double[][] identity(int size) {
    double[][] identity = new double[size][size];
    for (int i = 0; i < size; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }

  private static double[][] plusIdentity(double[][] a, double factor) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        a[i][j] = a[i][j] * factor + (i == j ? 1 : 0);
      }
    }
    return a;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] out = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < a.length; k++) {
        for (int j = 0; j < a.length; j++) {
          out[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return out;
  }
}
