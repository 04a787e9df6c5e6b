package org.baya.app.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The statistics of recorded spikes by group: one pass over the spikes of a table, with memory by
 * its neurons and groups only. Correlations and synchrony are those of samples, as in the
 * literature: S. J. van Albada et al., Front Neurosci 12:291 (2018), doi:10.3389/fnins.2018.00291;
 * T. C. Potjans, M. Diesmann, Cereb Cortex 24:785-806 (2014), doi:10.1093/cercor/bhs358.
 */
public final class SpikeAnalysis {
  /** Width of the bins of {@link CountCorrelation} [ms]. */
  public static final double CORRELATION_BIN_MS = 2;

  /** Neurons of a group that are paired at most. */
  public static final int CORRELATED_NEURONS = 200;

  /** Width of the bins of {@link Synchrony} [ms]. */
  public static final double SYNCHRONY_BIN_MS = 3;

  /** Neurons of a group whose spikes are counted for its synchrony at most. */
  public static final int SYNCHRONY_NEURONS = 1000;

  private static final int NOT_PAIRED = -1;

  private final SpikeTable table;
  private final Period period;
  private final IntervalVariation intervals;
  private final int[][] members;
  private final int[] pairedAs;
  private final boolean[] counted;
  private final CountCorrelation[] correlations;
  private final Synchrony[] synchronies;

  private SpikeAnalysis(SpikeTable table, Period period) {
    this.table = table;
    this.period = period;
    intervals = new IntervalVariation(table.size());
    members = table.groups().members();
    pairedAs = new int[table.size()];
    Arrays.fill(pairedAs, NOT_PAIRED);
    counted = new boolean[table.size()];
    correlations = new CountCorrelation[members.length];
    synchronies = new Synchrony[members.length];
    for (int g = 0; g < members.length; g++) {
      int[] paired = EvenSample.of(members[g].length, CORRELATED_NEURONS);
      for (int k = 0; k < paired.length; k++) {
        pairedAs[members[g][paired[k]]] = k;
      }
      for (int member : EvenSample.of(members[g].length, SYNCHRONY_NEURONS)) {
        counted[members[g][member]] = true;
      }
      correlations[g] = new CountCorrelation(paired.length, period.bins(CORRELATION_BIN_MS));
      synchronies[g] = new Synchrony(period.bins(SYNCHRONY_BIN_MS));
    }
  }

  /**
   * The statistics of all groups of all tables, named by {@link GroupNames}.
   *
   * @param periods that are analysed, one for each table
   * @throws IllegalArgumentException if a spike's node does not exist or times descend
   */
  public static List<PopulationStatistics> of(List<SpikeTable> tables, List<Period> periods) {
    List<String> names = GroupNames.of(tables);
    List<PopulationStatistics> all = new ArrayList<>();
    for (int t = 0; t < tables.size(); t++) {
      SpikeAnalysis analysis = new SpikeAnalysis(tables.get(t), periods.get(t));
      analysis.read();
      for (int g = 0; g < analysis.members.length; g++) {
        all.add(analysis.statistics(names.get(all.size()), g));
      }
    }
    return List.copyOf(all);
  }

  private void read() {
    int[] nodes = table.nodes();
    int[] groupOf = table.groups().groupOf();
    int spikes = table.times().count();
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < spikes; i++) {
      double timeMs = table.timeMs(i, before);
      before = timeMs;
      if (!period.contains(timeMs)) {
        continue;
      }
      int node = nodes[i];
      intervals.add(node, timeMs);
      if (pairedAs[node] != NOT_PAIRED) {
        int bin = period.bin(timeMs, CORRELATION_BIN_MS);
        correlations[groupOf[node]].add(pairedAs[node], bin);
      }
      if (counted[node]) {
        synchronies[groupOf[node]].add(period.bin(timeMs, SYNCHRONY_BIN_MS));
      }
    }
  }

  private PopulationStatistics statistics(String name, int group) {
    int[] nodes = members[group];
    double perSpikeHz = period.lengthMs() > 0 ? 1000 / period.lengthMs() : Double.NaN;
    double[] rates = new double[nodes.length];
    double[] cvs = new double[nodes.length];
    long spikes = 0;
    int silent = 0;
    for (int k = 0; k < nodes.length; k++) {
      int own = intervals.spikes(nodes[k]);
      spikes += own;
      silent += own == 0 ? 1 : 0;
      rates[k] = own * perSpikeHz;
      cvs[k] = intervals.cv(nodes[k]);
    }
    return new PopulationStatistics(
        name,
        period,
        nodes.length,
        spikes,
        silent,
        Distribution.of(rates),
        Distribution.of(cvs),
        Distribution.of(correlations[group].coefficients()),
        synchronies[group].index());
  }
}
