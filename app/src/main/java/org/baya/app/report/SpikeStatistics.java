package org.baya.app.report;

import java.util.Arrays;
import java.util.List;

/**
 * One pass over all spikes: counts and intervals of every neuron, rates of every group over time,
 * the histogram of inter-spike intervals. The coefficient of variation (CV) of a neuron's intervals
 * is their standard deviation over their mean (population moments), defined from two intervals on.
 */
final class SpikeStatistics {
  /** Least number of spikes that give a CV: two intervals. */
  static final int SPIKES_FOR_CV = 3;

  private static final int BINS_PER_DECADE = 12;

  private final NodeLayout layout;
  private final double durationMs;
  private final RateBins rates;
  private final Histogram intervals;
  private final int[] count;
  private final double[] last;
  private final double[] sum;
  private final double[] squares;

  private SpikeStatistics(NodeLayout layout, double durationMs, double resolutionMs) {
    this.layout = layout;
    this.durationMs = durationMs;
    this.rates = new RateBins(layout.groups(), durationMs, resolutionMs);
    double quantum = resolutionMs > 0 ? resolutionMs : 0.1;
    this.intervals =
        Histogram.logarithmic(quantum, Math.max(durationMs, 2 * quantum), BINS_PER_DECADE);
    this.count = new int[layout.nodes()];
    this.last = new double[layout.nodes()];
    this.sum = new double[layout.nodes()];
    this.squares = new double[layout.nodes()];
  }

  /**
   * Reads all spikes once.
   *
   * @throws IllegalArgumentException if a node does not exist or times descend
   */
  static SpikeStatistics of(
      List<SpikeTable> tables, NodeLayout layout, double durationMs, double resolutionMs) {
    SpikeStatistics statistics = new SpikeStatistics(layout, durationMs, resolutionMs);
    for (int t = 0; t < tables.size(); t++) {
      statistics.read(tables.get(t), layout.firstNode(t), layout.firstGroup(t));
    }
    return statistics;
  }

  private void read(SpikeTable table, int firstNode, int firstGroup) {
    SpikeTimes times = table.times();
    int[] nodes = table.nodes();
    int[] groupOf = table.groups().groupOf();
    int spikes = times.count();
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < spikes; i++) {
      double now = times.timeMs(i);
      int own = nodes[i];
      if (own < 0 || own >= groupOf.length || !(now >= before)) {
        throw new IllegalArgumentException(
            table.population()
                + ": spike "
                + i
                + " of node "
                + own
                + " of "
                + table.size()
                + " at "
                + now
                + " ms, after "
                + before);
      }
      before = now;
      rates.add(firstGroup + groupOf[own], now);
      int node = firstNode + own;
      if (count[node] > 0) {
        double interval = now - last[node];
        intervals.add(interval);
        sum[node] += interval;
        squares[node] += interval * interval;
      }
      count[node]++;
      last[node] = now;
    }
  }

  /** Rates of the groups over time. */
  RateBins rates() {
    return rates;
  }

  /** Intervals [ms] between successive spikes of the same neuron. */
  Histogram intervals() {
    return intervals;
  }

  /** Number of spikes of {@code node}. */
  int count(int node) {
    return count[node];
  }

  /** CV of the intervals of {@code node}; NaN below {@value #SPIKES_FOR_CV} spikes. */
  double cv(int node) {
    if (count[node] < SPIKES_FOR_CV) {
      return Double.NaN;
    }
    double n = count[node] - 1.0;
    double mean = sum[node] / n;
    return mean > 0 ? Math.sqrt(Math.max(0, squares[node] / n - mean * mean)) / mean : Double.NaN;
  }

  /** CVs of all neurons that have one, from 0 to 2 in bins of 0.05. */
  Histogram cvs() {
    Histogram histogram = Histogram.linear(0, 0.05, 40);
    for (int node = 0; node < count.length; node++) {
      double cv = cv(node);
      if (!Double.isNaN(cv)) {
        // Half a unit in the ninth digit: exact values (0, 1) must not fall a bin too low by
        // rounding.
        histogram.add(cv + 5e-10);
      }
    }
    return histogram;
  }

  /**
   * Mean rate [Hz] of all neurons. A bin is a whole number of spikes wide, so that none is empty
   * only because rates are quantised by the run's length; the 0.5 % fastest neurons may lie above.
   */
  Histogram neuronRates() {
    int[] sorted = count.clone();
    Arrays.sort(sorted);
    int usual = sorted.length == 0 ? 0 : sorted[(int) Math.ceil((sorted.length - 1) * 0.995)];
    int most = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    int spikesPerBin = Math.ceilDiv(usual + 1, 50);
    int bins = Math.ceilDiv(Math.min(most, usual + usual / 4) + 1, spikesPerBin);
    double hzPerSpike = durationMs > 0 ? 1000 / durationMs : 1;
    Histogram histogram = Histogram.linear(0, spikesPerBin * hzPerSpike, bins);
    for (int spikes : sorted) {
      histogram.add((spikes + 1e-6) * hzPerSpike);
    }
    return histogram;
  }

  /**
   * What the table of populations says about group {@code g}: a pass over the neurons of all groups
   * fills all lines.
   */
  GroupStatistics[] groups(List<SpikeTable> tables) {
    GroupStatistics[] lines = new GroupStatistics[layout.groups()];
    for (int g = 0; g < lines.length; g++) {
      lines[g] = new GroupStatistics();
    }
    for (int t = 0; t < tables.size(); t++) {
      int[] groupOf = tables.get(t).groups().groupOf();
      for (int own = 0; own < groupOf.length; own++) {
        int node = layout.firstNode(t) + own;
        lines[layout.firstGroup(t) + groupOf[own]].add(count[node], cv(node));
      }
    }
    return lines;
  }
}
