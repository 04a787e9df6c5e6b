package org.baya.app.analysis;

/**
 * Irregularity: the coefficient of variation (CV) of a neuron's inter-spike intervals, their
 * standard deviation over their mean. Moments are those of the population of intervals (division by
 * their number), as in Elephant's {@code cv} of {@code isi}. 1 for a Poisson process, 0 for a
 * clock. Intervals lie inside the analysed period; long ones are missed where it is short, which
 * makes the CV of slow neurons smaller.
 */
final class IntervalVariation {
  /** Least number of spikes that give a CV: two intervals. */
  static final int LEAST_SPIKES = 3;

  private final int[] spikes;
  private final double[] last;
  private final double[] sum;
  private final double[] squares;

  IntervalVariation(int neurons) {
    spikes = new int[neurons];
    last = new double[neurons];
    sum = new double[neurons];
    squares = new double[neurons];
  }

  /** Adds a spike; times of a neuron ascend. */
  void add(int neuron, double timeMs) {
    if (spikes[neuron] > 0) {
      double interval = timeMs - last[neuron];
      sum[neuron] += interval;
      squares[neuron] += interval * interval;
    }
    spikes[neuron]++;
    last[neuron] = timeMs;
  }

  /** Number of spikes of {@code neuron}. */
  int spikes(int neuron) {
    return spikes[neuron];
  }

  /** CV of {@code neuron}; NaN below {@value #LEAST_SPIKES} spikes. */
  double cv(int neuron) {
    if (spikes[neuron] < LEAST_SPIKES) {
      return Double.NaN;
    }
    double n = spikes[neuron] - 1.0;
    double mean = sum[neuron] / n;
    double variance = Math.max(0, squares[neuron] / n - mean * mean);
    return mean > 0 ? Math.sqrt(variance) / mean : Double.NaN;
  }
}
