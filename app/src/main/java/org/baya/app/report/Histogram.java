package org.baya.app.report;

import java.util.Arrays;

/**
 * Counts of values in bins. Bin {@code i} holds values in [{@code edges[i]}, {@code edges[i + 1]});
 * values outside all bins are counted apart.
 */
final class Histogram {
  private final double[] edges;
  private final long[] counts;
  private long below;
  private long above;

  /** Empty bins between {@code edges}, which ascend; at least two. */
  Histogram(double[] edges) {
    if (edges.length < 2) {
      throw new IllegalArgumentException("a histogram needs two edges, not " + edges.length);
    }
    this.edges = edges;
    this.counts = new long[edges.length - 1];
  }

  /** {@code bins} bins of equal {@code width} from {@code from}. */
  static Histogram linear(double from, double width, int bins) {
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] = from + i * width;
    }
    return new Histogram(edges);
  }

  /**
   * Bins of equal ratio, {@code perDecade} of them, for values that are whole multiples of {@code
   * quantum}: edges lie half-way between multiples, and bins too narrow to hold one are left out,
   * so that no bin is empty only because no multiple falls into it.
   *
   * @param upTo the last edge is not below it
   */
  static Histogram logarithmic(double quantum, double upTo, int perDecade) {
    double[] edges = new double[32 * perDecade];
    edges[0] = 0.5 * quantum;
    int n = 1;
    for (int k = 1; edges[n - 1] < upTo && n < edges.length; k++) {
      double edge = (Math.floor(0.5 * Math.pow(10, (double) k / perDecade)) + 0.5) * quantum;
      if (edge > edges[n - 1] * (1 + 1e-9)) {
        edges[n++] = edge;
      }
    }
    return new Histogram(Arrays.copyOf(edges, Math.max(n, 2)));
  }

  void add(double value) {
    add(value, 1);
  }

  void add(double value, long times) {
    if (!(value >= edges[0])) {
      below += times;
    } else if (value >= edges[counts.length]) {
      above += times;
    } else {
      int at = Arrays.binarySearch(edges, value);
      counts[at >= 0 ? at : -at - 2] += times;
    }
  }

  /** Adds {@code shift} more than each of {@code ascending}, in one pass over values and bins. */
  void addSorted(double[] ascending, double shift) {
    int bin = -1;
    for (double value : ascending) {
      double shifted = value + shift;
      while (bin < counts.length && shifted >= edges[bin + 1]) {
        bin++;
      }
      if (bin < 0) {
        below++;
      } else if (bin == counts.length) {
        above++;
      } else {
        counts[bin]++;
      }
    }
  }

  /** Adds the counts of a histogram of the same bins. */
  void add(Histogram other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    below += other.below;
    above += other.above;
  }

  /** The edges, one more than bins. */
  double[] edges() {
    return edges.clone();
  }

  /** The counts by bin. */
  long[] counts() {
    return counts.clone();
  }

  /** Number of values below the first edge, or not a number. */
  long below() {
    return below;
  }

  /** Number of values at or above the last edge. */
  long above() {
    return above;
  }
}
