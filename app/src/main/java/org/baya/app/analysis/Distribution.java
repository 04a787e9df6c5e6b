package org.baya.app.analysis;

import java.util.Arrays;

/** Values and what they are like. Everything is NaN where there is no value. */
public final class Distribution {
  private final double[] sorted;
  private final double mean;
  private final double sd;

  private Distribution(double[] sorted) {
    this.sorted = sorted;
    double sum = 0;
    for (double value : sorted) {
      sum += value;
    }
    mean = sum / sorted.length;
    double squares = 0;
    for (double value : sorted) {
      squares += (value - mean) * (value - mean);
    }
    sd = Math.sqrt(squares / sorted.length);
  }

  /**
   * The distribution of {@code values}; NaNs are left out.
   *
   * @param values sorted and kept
   */
  static Distribution of(double[] values) {
    Arrays.sort(values);
    int numbers = values.length;
    while (numbers > 0 && Double.isNaN(values[numbers - 1])) {
      numbers--;
    }
    return new Distribution(numbers == values.length ? values : Arrays.copyOf(values, numbers));
  }

  /** Number of values. */
  public int count() {
    return sorted.length;
  }

  /** Mean. */
  public double mean() {
    return mean;
  }

  /** Standard deviation, dividing by the number of values. */
  public double sd() {
    return sd;
  }

  /**
   * Quantile by linear interpolation between the two nearest values, NumPy's default.
   *
   * @param share in [0, 1]; 0.5 is the median
   */
  public double quantile(double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double above = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (place - below) * (above - sorted[below]);
  }

  /**
   * The statistic of Kolmogorov and Smirnov: the largest difference between the shares of values up
   * to some number; 0 for equal distributions, 1 for those that do not overlap, NaN if one is
   * empty.
   */
  public double distance(Distribution other) {
    if (sorted.length == 0 || other.sorted.length == 0) {
      return Double.NaN;
    }
    double most = 0;
    int i = 0;
    int j = 0;
    while (i < sorted.length && j < other.sorted.length) {
      double value = Math.min(sorted[i], other.sorted[j]);
      while (i < sorted.length && sorted[i] == value) {
        i++;
      }
      while (j < other.sorted.length && other.sorted[j] == value) {
        j++;
      }
      double own = (double) i / sorted.length;
      most = Math.max(most, Math.abs(own - (double) j / other.sorted.length));
    }
    return most;
  }

  /** All values, ascending. */
  public double[] values() {
    return sorted.clone();
  }
}
