package org.baya.app.analysis;

import java.util.Arrays;

/**
 * Pairwise correlation: Pearson's coefficient of the spike counts of two neurons in successive
 * bins, (B P_ij - S_i S_j) / sqrt((B Q_i - S_i^2) (B Q_j - S_j^2)) with B bins, sums S, sums of
 * squares Q and of products P of the counts, as Elephant's {@code correlation_coefficient}. All
 * sums are exact. Only neurons that fire in the same bin cost anything, and nothing grows with
 * time.
 *
 * <p>Pairs with a neuron whose count never changes have no coefficient.
 */
final class CountCorrelation {
  private final int neurons;
  private final long bins;
  private final long[] sums;
  private final long[] squares;
  private final long[] products;
  private final int[] counts;
  private final int[] active;
  private int actives;
  private int current;

  /**
   * No spikes.
   *
   * @param bins number of bins
   */
  CountCorrelation(int neurons, int bins) {
    this.neurons = neurons;
    this.bins = bins;
    sums = new long[neurons];
    squares = new long[neurons];
    products = new long[neurons * Math.max(0, neurons - 1) / 2];
    counts = new int[neurons];
    active = new int[neurons];
  }

  /** Adds a spike; bins ascend, and those behind the last are left out. */
  void add(int neuron, int bin) {
    if (bin >= bins) {
      return;
    }
    if (bin != current) {
      finishBin();
      current = bin;
    }
    if (counts[neuron]++ == 0) {
      active[actives++] = neuron;
    }
  }

  private void finishBin() {
    for (int a = 0; a < actives; a++) {
      int i = active[a];
      sums[i] += counts[i];
      squares[i] += (long) counts[i] * counts[i];
      for (int b = 0; b < a; b++) {
        products[pair(i, active[b])] += (long) counts[i] * counts[active[b]];
      }
    }
    for (int a = 0; a < actives; a++) {
      counts[active[a]] = 0;
    }
    actives = 0;
  }

  /** Place of a pair in the triangle below the diagonal. */
  private static int pair(int i, int j) {
    int high = Math.max(i, j);
    return high * (high - 1) / 2 + Math.min(i, j);
  }

  /** The coefficients of all pairs that have one. */
  double[] coefficients() {
    finishBin();
    double[] variances = new double[neurons];
    for (int i = 0; i < neurons; i++) {
      variances[i] = (double) (bins * squares[i] - sums[i] * sums[i]);
    }
    double[] coefficients = new double[products.length];
    int n = 0;
    for (int i = 1; i < neurons; i++) {
      for (int j = 0; j < i; j++) {
        double deviation = Math.sqrt(variances[i] * variances[j]);
        if (deviation > 0) {
          coefficients[n++] = (bins * products[pair(i, j)] - sums[i] * sums[j]) / deviation;
        }
      }
    }
    return Arrays.copyOf(coefficients, n);
  }
}
