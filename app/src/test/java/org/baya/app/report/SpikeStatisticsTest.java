package org.baya.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpikeStatisticsTest {
  private static SpikeStatistics of(double durationMs, double resolutionMs, SpikeTable... tables) {
    List<SpikeTable> list = List.of(tables);
    return SpikeStatistics.of(list, NodeLayout.of(list), durationMs, resolutionMs);
  }

  private static SpikeTable table(int size, double[] times, int... nodes) {
    return SpikeTable.of("p", size, new SpikeTimes.OfMilliseconds(times, times.length), nodes);
  }

  @Test
  void shouldKnowIntervalsAndCvOfAHandMadeTrain() {
    // Node 0: intervals 10, 30: mean 20, deviation 10. Node 1: one interval. Node 2: silent. Node
    // 3: perfectly regular.
    SpikeStatistics statistics =
        of(100, 1.0, table(4, new double[] {1, 5, 11, 12, 15, 25, 35, 41}, 0, 3, 0, 1, 3, 3, 1, 0));
    assertThat(statistics.cv(0)).isCloseTo(0.5, within(1e-12));
    assertThat(statistics.cv(1)).isNaN();
    assertThat(statistics.cv(2)).isNaN();
    assertThat(statistics.cv(3)).isCloseTo(0, within(1e-7));
    assertThat(Arrays.stream(statistics.intervals().counts()).sum()).isEqualTo(5);
    assertThat(statistics.cvs().counts()[0]).isEqualTo(1);
    assertThat(statistics.cvs().counts()[10]).isEqualTo(1);
    assertThat(statistics.count(0)).isEqualTo(3);
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
  void shouldMakeRateBinsOfWholeSpikes() {
    // In 500 ms one spike is 2 Hz: nodes fire 0, 1, 1 and 2 times.
    Histogram rates = of(500, 1.0, table(4, new double[] {1, 2, 3, 4}, 1, 2, 3, 3)).neuronRates();
    assertThat(rates.edges()).containsExactly(0, 2, 4, 6);
    assertThat(rates.counts()).containsExactly(1, 2, 1);
    assertThat(rates.above()).isZero();
  }

  @Test
  void shouldSeePoissonTrainsAsIrregular() {
    // 400 Poisson trains of 20 Hz over 20 s: the mean CV has a standard error below 0.003, so a
    // bound of 0.03 is ten of them:
    // false alarms below 1e-20. The seed is fixed.
    SplittableRandom random = new SplittableRandom(7);
    long[] keys = new long[400 * 800];
    int n = 0;
    for (int node = 0; node < 400; node++) {
      for (double t = random.nextExponential() * 50;
          t < 20_000;
          t += random.nextExponential() * 50) {
        keys[n++] = (long) (t * 1000) << 32 | node;
      }
    }
    Arrays.sort(keys, 0, n);
    double[] times = new double[n];
    int[] nodes = new int[n];
    for (int i = 0; i < n; i++) {
      times[i] = (keys[i] >>> 32) / 1000.0;
      nodes[i] = (int) keys[i];
    }
    List<SpikeTable> tables = List.of(table(400, times, nodes));
    GroupStatistics[] groups = of(20_000, 0.001, tables.get(0)).groups(tables);
    assertThat(groups[0].meanCv()).isCloseTo(1, within(0.03));
    assertThat(Activity.rateHz(groups[0].spikes(), 400, 20_000)).isCloseTo(20, within(0.5));
  }

  @Test
  void shouldSumByGroupOverSeveralTables() {
    Grouping groups = Grouping.of(new int[] {1, 0, 1}, List.of("a", "b"));
    SpikeTable first =
        new SpikeTable(
            "p",
            3,
            new SpikeTimes.OfSteps(new int[] {1, 2, 9}, 2, 0.5),
            new int[] {0, 2, 1},
            groups);
    SpikeTable second =
        SpikeTable.of("q", 1, new SpikeTimes.OfLongSteps(new long[] {3}, 1, 0.5), new int[] {0});
    List<SpikeTable> tables = List.of(first, second);
    GroupStatistics[] lines = of(10, 0.5, first, second).groups(tables);
    assertThat(lines[0].neurons()).isEqualTo(1);
    assertThat(lines[0].silent()).isEqualTo(1);
    assertThat(lines[1].spikes()).isEqualTo(2);
    assertThat(lines[1].most()).isEqualTo(1);
    assertThat(lines[2].spikes()).isEqualTo(1);
    Activity activity = Activity.of(tables, 10, 5, 6);
    assertThat(activity.ratesHz())
        .containsExactly(Map.entry("p/a", 0.0), Map.entry("p/b", 100.0), Map.entry("q", 100.0));
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
    SpikeStatistics statistics = of(0, 0.1);
    assertThat(statistics.neuronRates().counts()).containsExactly(0);
    assertThat(statistics.rates().bins()).isZero();
  }
}
