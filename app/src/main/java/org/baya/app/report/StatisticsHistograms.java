package org.baya.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.baya.app.analysis.Distribution;
import org.baya.app.analysis.PopulationStatistics;

/**
 * Histograms of the statistics of a run by group, in the same bins for all groups, so that they can
 * be put below each other.
 */
final class StatisticsHistograms {
  /**
   * Half a unit in the ninth digit: exact values (0, 1, a rate of whole spikes) must not fall a bin
   * too low by rounding.
   */
  private static final double ROUNDING = 5e-10;

  private static final int CORRELATION_BINS = 40;

  private final List<PopulationStatistics> groups;
  private final List<Histogram> rates;
  private final List<Histogram> cvs;
  private final List<Histogram> correlations;

  StatisticsHistograms(List<PopulationStatistics> groups) {
    this.groups = groups;
    rates = filled(rateEdges(), PopulationStatistics::ratesHz);
    cvs = filled(Histogram.linear(0, 0.05, 40).edges(), PopulationStatistics::cvs);
    correlations = filled(correlationEdges(), PopulationStatistics::correlations);
  }

  /** Mean rates [Hz] of neurons by group, the last of all; the 0.5 % fastest may lie above. */
  List<Histogram> rates() {
    return rates;
  }

  /** CVs of the neurons that have one by group, the last of all; from 0 to 2 in bins of 0.05. */
  List<Histogram> cvs() {
    return cvs;
  }

  /** Correlations of pairs by group, the last of all; the strongest few may lie outside. */
  List<Histogram> correlations() {
    return correlations;
  }

  private List<Histogram> filled(double[] edges, Function<PopulationStatistics, Distribution> of) {
    List<Histogram> histograms = new ArrayList<>();
    Histogram all = new Histogram(edges);
    for (PopulationStatistics group : groups) {
      Histogram own = new Histogram(edges);
      own.addSorted(of.apply(group).values(), ROUNDING);
      all.add(own);
      histograms.add(own);
    }
    histograms.add(all);
    return List.copyOf(histograms);
  }

  /**
   * A bin is a whole number of spikes wide, so that none is empty only because rates are quantised
   * by the length of the run.
   */
  private double[] rateEdges() {
    double lengthMs =
        groups.stream().mapToDouble(group -> group.period().lengthMs()).max().orElse(0);
    double hzPerSpike = lengthMs > 0 ? 1000 / lengthMs : 1;
    double[] sorted =
        groups.stream().flatMapToDouble(group -> Arrays.stream(group.ratesHz().values())).toArray();
    Arrays.sort(sorted);
    int usual = (int) Math.round(quantile(sorted, 0.995) / hzPerSpike);
    int most = (int) Math.round(quantile(sorted, 1) / hzPerSpike);
    int spikesPerBin = Math.ceilDiv(usual + 1, 50);
    int bins = Math.ceilDiv(Math.min(most, usual + usual / 4) + 1, spikesPerBin);
    return Histogram.linear(0, spikesPerBin * hzPerSpike, bins).edges();
  }

  /**
   * As many bins on either side of zero, up to the size that a fiftieth of the pairs of some group
   * reach on either side.
   */
  private double[] correlationEdges() {
    double usual = 0.01;
    for (PopulationStatistics group : groups) {
      if (group.correlations().count() > 0) {
        usual = Math.max(usual, group.correlations().quantile(0.98));
        usual = Math.max(usual, -group.correlations().quantile(0.02));
      }
    }
    return Histogram.linear(-usual, 2 * usual / CORRELATION_BINS, CORRELATION_BINS).edges();
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil((sorted.length - 1) * share)];
  }
}
