package org.baya.app.report;

import java.util.List;
import org.baya.app.analysis.Period;
import org.baya.app.analysis.PopulationStatistics;
import org.baya.app.analysis.SpikeTable;

/**
 * One pass over all spikes for what the report shows beside the statistics: rates of every group
 * over time, and the histogram of inter-spike intervals.
 */
final class SpikeStatistics {
  private static final int BINS_PER_DECADE = 12;

  private final RateBins rates;
  private final Histogram intervals;

  private SpikeStatistics(NodeLayout layout, double durationMs, double resolutionMs) {
    this.rates = new RateBins(layout.groups(), durationMs, resolutionMs);
    double quantum = resolutionMs > 0 ? resolutionMs : 0.1;
    this.intervals =
        Histogram.logarithmic(quantum, Math.max(durationMs, 2 * quantum), BINS_PER_DECADE);
  }

  /**
   * Reads all spikes once.
   *
   * @param statistics of all groups, whose period the intervals are from
   * @throws IllegalArgumentException if a node does not exist or times descend
   */
  static SpikeStatistics of(
      List<SpikeTable> tables,
      NodeLayout layout,
      List<PopulationStatistics> statistics,
      double durationMs,
      double resolutionMs) {
    SpikeStatistics result = new SpikeStatistics(layout, durationMs, resolutionMs);
    for (int t = 0; t < tables.size(); t++) {
      int firstGroup = layout.firstGroup(t);
      if (firstGroup < layout.firstGroup(t + 1)) {
        result.read(tables.get(t), firstGroup, statistics.get(firstGroup).period());
      }
    }
    return result;
  }

  private void read(SpikeTable table, int firstGroup, Period period) {
    int[] nodes = table.nodes();
    int[] groupOf = table.groups().groupOf();
    boolean[] fired = new boolean[table.size()];
    double[] last = new double[table.size()];
    int spikes = table.times().count();
    double now = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < spikes; i++) {
      now = table.timeMs(i, now);
      int node = nodes[i];
      rates.add(firstGroup + groupOf[node], now);
      if (!period.contains(now)) {
        continue;
      }
      if (fired[node]) {
        intervals.add(now - last[node]);
      }
      fired[node] = true;
      last[node] = now;
    }
  }

  /** Rates of the groups over time, of the whole run. */
  RateBins rates() {
    return rates;
  }

  /** Intervals [ms] between successive spikes of the same neuron. */
  Histogram intervals() {
    return intervals;
  }
}
