package org.baya.connect.algebra;

import java.util.Arrays;

/**
 * How many nodes of a cell are connected: binomially distributed, by inversion of a table.
 *
 * <p>A guide tells for each 1/256 of the unit interval where the search begins (H.-C. Chen, Y.
 * Asau: On generating random variates from an empirical distribution, AIIE Trans. 6, 1974), so a
 * draw takes one or two comparisons.
 */
final class CellCounts {
  private static final int MIN_BITS = 8;
  private static final int MAX_BITS = 16;

  /** Pairs that a cell of more than 2^8 nodes should hold: their words are made together. */
  private static final double WANTED = 12;

  /** Where the rest of the distribution is below half a unit of a 53-bit draw. */
  private static final double NEGLIGIBLE = 0x1p-54;

  private static final int GUIDES = 256;

  private final int bits;
  private final double[] cumulated;
  private final int[] guide = new int[GUIDES];

  /**
   * A table.
   *
   * @param p above 0, at most one half
   */
  CellCounts(double p) {
    int fitting = MIN_BITS;
    while (fitting < MAX_BITS && (2L << fitting) * p <= WANTED) {
      fitting++;
    }
    bits = fitting;
    cumulated = cumulated(1 << bits, p);
    for (int g = 0, k = 0; g < GUIDES; g++) {
      while (k < cumulated.length - 1 && cumulated[k] <= (double) g / GUIDES) {
        k++;
      }
      guide[g] = k;
    }
  }

  /** {@code P(count <= k)} for k from 0 until it is 1. */
  private static double[] cumulated(int n, double p) {
    double[] table = new double[n + 1];
    double odds = p / (1 - p);
    double probability = Math.exp(n * Math.log1p(-p));
    double sum = 0;
    int k = 0;
    for (; k < n; k++) {
      sum += probability;
      table[k] = sum;
      probability *= odds * (n - k) / (k + 1);
      if (k > n * p && probability < NEGLIGIBLE) {
        break;
      }
    }
    int length = Math.min(k, n) + 1;
    double[] used = Arrays.copyOf(table, length);
    used[length - 1] = 1;
    return used;
  }

  /** Binary logarithm of the nodes of a cell. */
  int bits() {
    return bits;
  }

  /** The count of a cell from its first two random words. */
  int count(int high, int low) {
    long bits64 = (long) high << 32 | low & 0xFFFFFFFFL;
    double u = (bits64 >>> 11) * 0x1.0p-53;
    int k = guide[(int) (bits64 >>> 56)];
    while (cumulated[k] <= u) {
      k++;
    }
    return k;
  }
}
