package org.baya.app.analysis;

/**
 * Synchrony of a population: variance of its spike count in successive bins over its mean (T. C.
 * Potjans, M. Diesmann, Cereb Cortex 24:785-806 (2014), figure 6, bins of 3 ms, 1000 neurons). 1
 * for independent Poisson processes; with correlations it grows with the number of neurons, so that
 * only samples of one size can be compared.
 */
final class Synchrony {
  private final long bins;
  private long sum;
  private long squares;
  private long count;
  private int current;

  Synchrony(int bins) {
    this.bins = bins;
  }

  /** Adds a spike; bins ascend, and those behind the last are left out. */
  void add(int bin) {
    if (bin >= bins) {
      return;
    }
    if (bin != current) {
      finishBin();
      current = bin;
    }
    count++;
  }

  private void finishBin() {
    sum += count;
    squares += count * count;
    count = 0;
  }

  /** Variance over mean; NaN without spikes. */
  double index() {
    finishBin();
    return sum == 0 ? Double.NaN : (double) squares / sum - (double) sum / bins;
  }
}
