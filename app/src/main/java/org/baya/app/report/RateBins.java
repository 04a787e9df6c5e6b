package org.baya.app.report;

/**
 * Spikes of each group in bins of time. A spike carries the time of the end of its step, so bin
 * {@code b} holds spikes of ({@code b * binMs}, {@code (b + 1) * binMs}].
 */
final class RateBins {
  /** Bins are the least of 1, 2, 5 times a power of ten that makes no more than this many. */
  private static final int MOST_BINS = 400;

  private final double binMs;
  private final double durationMs;
  private final long[][] counts;

  RateBins(int groups, double durationMs, double resolutionMs) {
    this.durationMs = durationMs;
    this.binMs = width(durationMs, resolutionMs);
    this.counts = new long[groups][Math.max(1, (int) Math.ceil(durationMs / binMs - 1e-9))];
  }

  private static double width(double durationMs, double resolutionMs) {
    double least = durationMs / MOST_BINS;
    double width = resolutionMs > 0 ? resolutionMs * Math.ceil(1 / resolutionMs - 1e-9) : 1.0;
    double base = width;
    for (int k = 0; width < least; k++) {
      double mantissa = k % 3 == 0 ? 2 : k % 3 == 1 ? 5 : 10;
      int decade = k / 3;
      width = base * mantissa * Math.pow(10, decade);
    }
    return width;
  }

  void add(int group, double timeMs) {
    long[] row = counts[group];
    int bin = (int) Math.ceil(timeMs / binMs - 1e-6) - 1;
    row[Math.clamp(bin, 0, row.length - 1)]++;
  }

  double binMs() {
    return binMs;
  }

  int bins() {
    return counts.length == 0 ? 0 : counts[0].length;
  }

  /** Spikes of {@code group} in {@code bin}. */
  long count(int group, int bin) {
    return counts[group][bin];
  }

  /** Spikes of {@code group} in all bins. */
  long spikes(int group) {
    long sum = 0;
    for (long count : counts[group]) {
      sum += count;
    }
    return sum;
  }

  /** Length [ms] of {@code bin}; the last may be cut short by the end of the run. */
  double lengthMs(int bin) {
    return Math.min(binMs, durationMs - bin * binMs);
  }

  /** Rate [Hz] of {@code neurons} neurons of {@code group} in each bin. */
  double[] ratesHz(int group, long neurons) {
    double[] rates = new double[counts[group].length];
    for (int b = 0; b < rates.length; b++) {
      rates[b] = Activity.rateHz(counts[group][b], neurons, lengthMs(b));
    }
    return rates;
  }

  /** Rate [Hz] of all {@code neurons} neurons of all groups in each bin. */
  double[] totalRatesHz(long neurons) {
    double[] rates = new double[bins()];
    for (int b = 0; b < rates.length; b++) {
      long sum = 0;
      for (long[] group : counts) {
        sum += group[b];
      }
      rates[b] = Activity.rateHz(sum, neurons, lengthMs(b));
    }
    return rates;
  }
}
