package org.baya.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.baya.app.analysis.Grouping;
import org.baya.app.analysis.PopulationStatistics;
import org.baya.app.analysis.SpikeTable;
import org.baya.app.analysis.SpikeTimes;
import org.junit.jupiter.api.Test;

class StatisticsHistogramsTest {
  private static List<PopulationStatistics> of(double durationMs, double[] times, int... nodes) {
    Grouping groups = Grouping.of(new int[] {0, 0, 0, 1}, List.of("a", "b"));
    SpikeTimes spikes = new SpikeTimes.OfMilliseconds(times, times.length);
    List<SpikeTable> tables = List.of(new SpikeTable("p", 4, spikes, nodes, groups));
    return SyntheticRun.statistics(tables, durationMs);
  }

  @Test
  void shouldMakeRateBinsOfWholeSpikes() {
    // In 500 ms one spike is 2 Hz: neurons fire 0, 1, 1 and 2 times.
    List<PopulationStatistics> groups = of(500, new double[] {1, 2, 3, 4}, 1, 2, 3, 3);
    StatisticsHistograms histograms = new StatisticsHistograms(groups);
    Histogram all = histograms.rates().getLast();
    assertThat(all.edges()).containsExactly(0, 2, 4, 6);
    assertThat(all.counts()).containsExactly(1, 2, 1);
    assertThat(all.above()).isZero();
    assertThat(histograms.rates().get(1).counts()).containsExactly(0, 0, 1);
  }

  @Test
  void shouldPutExactValuesIntoTheBinThatTheyBegin() {
    // CVs 0.5 (intervals 10, 30) and 0 (10, 10).
    List<PopulationStatistics> groups =
        of(100, new double[] {1, 5, 11, 15, 25, 41}, 0, 3, 0, 3, 3, 0);
    long[] counts = new StatisticsHistograms(groups).cvs().getLast().counts();
    assertThat(counts[0]).isEqualTo(1);
    assertThat(counts[10]).isEqualTo(1);
    assertThat(Arrays.stream(counts).sum()).isEqualTo(2);
  }

  @Test
  void shouldHoldNearlyAllCorrelationsAroundZero() {
    // Neurons 0 and 1 fire together, 2 apart from both.
    List<PopulationStatistics> groups = of(100, new double[] {1, 1, 50}, 0, 1, 2);
    Histogram histogram = new StatisticsHistograms(groups).correlations().getLast();
    double[] edges = histogram.edges();
    assertThat(edges[0]).isCloseTo(-0.959, within(0.001));
    assertThat(histogram.above()).as("the coefficient 1").isEqualTo(1);
    assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(2);
    // r = -1/49 of the neurons that never fire together
    assertThat(histogram.counts()[19]).isEqualTo(2);
  }

  @Test
  void shouldHaveBinsWithoutAnyValue() {
    StatisticsHistograms none = new StatisticsHistograms(List.of());
    assertThat(none.rates().getLast().counts()).containsExactly(0);
    assertThat(none.correlations().getLast().counts()).hasSize(40);
  }
}
