package org.baya.app.bench;

import java.util.Arrays;

/** The middle of repeated measurements, which one disturbed run does not move. */
final class Medians {
  private Medians() {}

  /** The median; of an even number the mean of the middle two. NaN for none. */
  static double of(double... values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
