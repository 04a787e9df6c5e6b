package org.baya.app.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.baya.app.analysis.Distribution;
import org.baya.app.analysis.PopulationStatistics;

/**
 * Bins for the statistics of a run: the same for all groups, so that their histograms can be put
 * below each other.
 */
final class StatisticsHistograms {
  /**
   * Half a unit in the ninth digit: exact values (0, 1, a rate of whole spikes) must not fall a bin
   * too low by rounding.
   */
  private static final double ROUNDING = 5e-10;

  private static final int CORRELATION_BINS = 40;

  private final List<PopulationStatistics> groups;
  private final double[] rateEdges;
  private final double[] correlationEdges;

  StatisticsHistograms(List<PopulationStatistics> groups) {
    this.groups = groups;
    rateEdges = rateEdges();
    correlationEdges = correlationEdges();
  }

  /** Mean rates [Hz] of the neurons of {@code groups}; the 0.5 % fastest of all may lie above. */
  Histogram rates(List<PopulationStatistics> groups) {
    return filled(rateEdges, groups, PopulationStatistics::ratesHz);
  }

  /** CVs of the neurons of {@code groups} that have one, from 0 to 2 in bins of 0.05. */
  Histogram cvs(List<PopulationStatistics> groups) {
    return filled(Histogram.linear(0, 0.05, 40).edges(), groups, PopulationStatistics::cvs);
  }

  /** Correlations of pairs of {@code groups}; the 2 % strongest of all may lie outside. */
  Histogram correlations(List<PopulationStatistics> groups) {
    return filled(correlationEdges, groups, PopulationStatistics::correlations);
  }

  private static Histogram filled(
      double[] edges,
      List<PopulationStatistics> groups,
      Function<PopulationStatistics, Distribution> of) {
    Histogram histogram = new Histogram(edges);
    for (PopulationStatistics group : groups) {
      for (double value : of.apply(group).values()) {
        histogram.add(value + ROUNDING * Math.max(1, Math.abs(value)));
      }
    }
    return histogram;
  }

  /**
   * A bin is a whole number of spikes wide, so that none is empty only because rates are quantised
   * by the length of the run.
   */
  private double[] rateEdges() {
    double lengthMs =
        groups.stream().mapToDouble(group -> group.period().lengthMs()).max().orElse(0);
    double hzPerSpike = lengthMs > 0 ? 1000 / lengthMs : 1;
    double[] sorted = all(PopulationStatistics::ratesHz);
    int usual = (int) Math.round(quantile(sorted, 0.995) / hzPerSpike);
    int most = (int) Math.round(quantile(sorted, 1) / hzPerSpike);
    int spikesPerBin = Math.ceilDiv(usual + 1, 50);
    int bins = Math.ceilDiv(Math.min(most, usual + usual / 4) + 1, spikesPerBin);
    return Histogram.linear(0, spikesPerBin * hzPerSpike, bins).edges();
  }

  /** As many bins on either side of zero, up to the 98th percentile of the absolute values. */
  private double[] correlationEdges() {
    double[] sizes = all(PopulationStatistics::correlations);
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(sizes[i]);
    }
    Arrays.sort(sizes);
    double usual = Math.clamp(quantile(sizes, 0.98), 0.01, 1);
    return Histogram.linear(-usual, 2 * usual / CORRELATION_BINS, CORRELATION_BINS).edges();
  }

  private double[] all(Function<PopulationStatistics, Distribution> of) {
    double[] values =
        groups.stream().flatMapToDouble(group -> Arrays.stream(of.apply(group).values())).toArray();
    Arrays.sort(values);
    return values;
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil((sorted.length - 1) * share)];
  }
}
