package org.baya.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.baya.app.analysis.Grouping;
import org.baya.app.analysis.Period;
import org.baya.app.analysis.PopulationStatistics;
import org.baya.app.analysis.SpikeAnalysis;
import org.baya.app.analysis.SpikeTable;
import org.baya.app.analysis.SpikeTimes;
import org.junit.jupiter.api.Test;

class SpikeStatisticsTest {
  private static SpikeStatistics of(double durationMs, double resolutionMs, SpikeTable table) {
    return of(new Period(0, durationMs), durationMs, resolutionMs, List.of(table));
  }

  private static SpikeStatistics of(
      Period period, double durationMs, double resolutionMs, List<SpikeTable> tables) {
    List<PopulationStatistics> statistics =
        SpikeAnalysis.of(tables, tables.stream().map(table -> period).toList());
    NodeLayout layout = NodeLayout.of(tables);
    return SpikeStatistics.of(tables, layout, statistics, durationMs, resolutionMs);
  }

  private static SpikeTable table(int size, double[] times, int... nodes) {
    return SpikeTable.of("p", size, new SpikeTimes.OfMilliseconds(times, times.length), nodes);
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  @Test
  void shouldPutEqualIntervalsIntoOneBin() {
    SpikeStatistics statistics = of(100, 0.1, table(1, new double[] {10, 20, 30, 40}, 0, 0, 0, 0));
    Histogram intervals = statistics.intervals();
    double[] edges = intervals.edges();
    for (int i = 0; i < intervals.counts().length; i++) {
      boolean here = edges[i] <= 10 && 10 < edges[i + 1];
      assertThat(intervals.counts()[i]).isEqualTo(here ? 3 : 0);
    }
  }

  @Test
  void shouldTakeIntervalsFromThePeriodAndRatesFromTheWholeRun() {
    SpikeTable table = table(2, new double[] {5, 10, 20, 30, 40}, 0, 0, 0, 1, 0);
    SpikeStatistics statistics = of(new Period(15, 100), 100, 1, List.of(table));
    assertThat(sum(statistics.intervals().counts())).isEqualTo(1);
    assertThat(statistics.rates().spikes(0)).isEqualTo(5);
  }

  @Test
  void shouldCountByGroupOverSeveralTables() {
    Grouping groups = Grouping.of(new int[] {1, 0, 1}, List.of("a", "b"));
    SpikeTimes steps = new SpikeTimes.OfSteps(new int[] {1, 2, 9}, 2, 0.5);
    SpikeTable first = new SpikeTable("p", 3, steps, new int[] {0, 2, 1}, groups);
    SpikeTable second =
        SpikeTable.of("q", 1, new SpikeTimes.OfLongSteps(new long[] {3}, 1, 0.5), new int[] {0});
    List<SpikeTable> tables = List.of(first, second);
    RateBins rates = of(new Period(0, 10), 10, 0.5, tables).rates();
    assertThat(rates.spikes(0)).isZero();
    assertThat(rates.spikes(1)).isEqualTo(2);
    assertThat(rates.spikes(2)).isEqualTo(1);
    Activity activity = Activity.of(tables, 10, 5, 6);
    assertThat(activity.ratesHz())
        .containsExactly(Map.entry("p a", 0.0), Map.entry("p b", 100.0), Map.entry("q", 100.0));
    assertThat(activity.spikes()).isEqualTo(3);
    assertThat(activity.meanRateHz()).isEqualTo(75);
  }

  @Test
  void shouldRefuseUnknownNodesAndDescendingTimes() {
    assertThatThrownBy(() -> of(10, 1, table(2, new double[] {1}, 2)))
        .hasMessageContaining("node 2 of 2");
    assertThatThrownBy(() -> of(10, 1, table(2, new double[] {1}, -1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(10, 1, table(2, new double[] {2, 1}, 0, 0)))
        .hasMessageContaining("spike 1");
    assertThatThrownBy(() -> of(10, 1, table(2, new double[] {Double.NaN}, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldHaveNothingToSayWithoutNeurons() {
    assertThat(of(new Period(0, 0), 0, 0.1, List.of()).rates().bins()).isZero();
  }
}
