package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.build.NetworkBuilder;
import org.baya.error.InvalidInputException;
import org.baya.model.TimeGrid;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.SpikeTrains;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorders in time: windows, offsets, correlations. */
final class RecordingTest {
  private static final double FOREVER = Double.POSITIVE_INFINITY;

  private static Simulation simulation(Population... populations) {
    Network network = Network.of("n", 0.1);
    for (Population population : populations) {
      network = network.with(population);
    }
    return new Simulation(NetworkBuilder.build(network, 2).network(), 2);
  }

  private static Population random(String name, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] ids = random.ints(300, 0, 4).toArray();
    double[] times = random.ints(300, 1, 1000).mapToDouble(step -> step / 10.0).toArray();
    return Population.of(name, "spike_train_injector", 4)
        .withSpikes(
            SpikeTrains.of(
                ColumnSource.of(SegmentColumn.of("ids", ids)),
                ColumnSource.of(SegmentColumn.of("times", times))));
  }

  @Test
  void shouldRecordSomeNodesBetweenStartAndStop() {
    try (Simulation simulation = simulation(random("a", 1))) {
      SpikeRecording all = simulation.record("a");
      SpikeRecording some = simulation.record("a", new int[] {3, 1}, 20, 50);
      simulation.run(100);
      int[] expected =
          IntStream.range(0, all.size())
              .filter(i -> all.nodes()[i] == 1 || all.nodes()[i] == 3)
              .filter(i -> all.timesMs()[i] > 20 && all.timesMs()[i] <= 50)
              .toArray();
      assertThat(expected).hasSizeGreaterThan(20);
      assertThat(some.nodes())
          .isEqualTo(Arrays.stream(expected).map(i -> all.nodes()[i]).toArray());
      assertThat(some.timesMs())
          .isEqualTo(Arrays.stream(expected).mapToDouble(i -> all.timesMs()[i]).toArray());
      assertThat(Arrays.stream(all.timesMs()).filter(t -> t == 20 || t == 50).count())
          .as("spikes on the borders")
          .isPositive();
    }
  }

  @Test
  void shouldRecordSpikesThatCarryAFactor() {
    Population weighted =
        Population.of("g", "spike_generator", 1)
            .with("spike_times", Value.of(1.0, 2.0))
            .with("spike_weights", Value.of(5.0, -1.0));
    try (Simulation simulation = simulation(random("a", 1), weighted)) {
      SpikeRecording recording = simulation.record("g");
      SpikeRecording others = simulation.record("a");
      simulation.run(100);
      assertThat(recording.timesMs()).containsExactly(1.0, 2.0);
      assertThat(others.size()).isEqualTo(300);
      assertThat(others.timesMs()).isSorted();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0,   0, 1000, 0.1, 0.2, 50",
    "1.0, 0,   0, 1000, 1.0, 2.0, 5",
    "1.0, 0.3, 0, 1000, 0.3, 1.3, 5",
    "1.0, 0,   1, 4.0,  2.0, 3.0, 3",
    "0.7, 0.2, 1, 3.0,  1.6, 2.3, 3",
    "2.0, 3.0, 0, 1000, 3.0, 5.0, 2",
  })
  void shouldSampleAtTheTimesAskedFor(
      double every, double offset, double start, double stop, double first, double second, int n) {
    Population cells = Population.of("cells", "iaf_psc_exp", 9).with("I_e", 100);
    SampleTimes times = new SampleTimes(every, offset, start, stop);
    try (Simulation simulation = simulation(cells)) {
      SampleRecording all =
          simulation.record("cells", new int[] {2}, List.of("V_m"), SampleTimes.every(0.1));
      SampleRecording some =
          simulation.record("cells", new int[] {7, 2}, List.of("I_syn_ex", "V_m"), times);
      simulation.run(1.7);
      simulation.run(3.3);
      assertThat(times.firstMs(new TimeGrid(0.1))).isEqualTo(first);
      assertThat(some.timesMs()).hasSize(n).startsWith(first, second);
      double[] expected =
          Arrays.stream(some.timesMs())
              .map(t -> all.values("V_m", 0)[(int) Math.round(t * 10) - 1])
              .toArray();
      assertThat(some.values("V_m", 1)).isEqualTo(expected);
      assertThat(some.values("I_syn_ex", 0)).containsOnly(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.5, 0, 1000", "0.5, 5, 0, 1000", "0.3, 3.0, 10, 60", "1.1, 2.2, 95, 99"})
  void shouldCountPairsAsALoopOverAllPairsDoes(
      double deltaTau, double tauMax, double start, double stop) {
    CorrelationBins bins = new CorrelationBins(deltaTau, tauMax, start, stop);
    try (Simulation simulation = simulation(random("a", 1), random("b", 2))) {
      SpikeRecording a = simulation.record("a");
      SpikeRecording b = simulation.record("b");
      CorrelationRecording cross = simulation.correlate("a", "b", bins);
      CorrelationRecording self = simulation.correlate("b", "b", bins);
      simulation.run(33.4);
      simulation.run(66.6);
      assertThat(cross.counts()).isEqualTo(pairs(a, b, bins));
      assertThat(self.counts()).isEqualTo(pairs(b, b, bins));
      assertThat(cross.lagsMs()[0]).isCloseTo(-tauMax, within(1e-9));
      assertThat(cross.lagsMs()[cross.lagsMs().length / 2]).isZero();
      assertThat(cross.events()[0])
          .isEqualTo(Arrays.stream(a.timesMs()).filter(t -> t > start && t <= stop).count());
    }
  }

  /** NEST: each pair adds the product of the weights of its connections. */
  @Test
  void shouldAddTheProductsOfWeights() {
    CorrelationBins bins = new CorrelationBins(0.5, 5, 0, FOREVER);
    try (Simulation simulation = simulation(random("a", 1), random("b", 2))) {
      SpikeRecording a = simulation.record("a");
      SpikeRecording b = simulation.record("b");
      double[] first = new double[4];
      Arrays.setAll(first, i -> 0.5 * i - 1);
      CorrelationRecording each =
          simulation.correlate("a", "b", bins, new CorrelationWeights(first, new double[] {-3}));
      CorrelationRecording ones = simulation.correlate("a", "b", bins);
      simulation.run(100);

      double[] expected = new double[each.counts().length];
      for (int i = 0; i < a.timesMs().length; i++) {
        for (double t2 : b.timesMs()) {
          double bin = Math.floor((t2 - a.timesMs()[i] + 5.25) / 0.5);
          if (bin >= 0 && bin < expected.length) {
            expected[(int) bin] += first[a.nodes()[i]] * -3;
          }
        }
      }
      assertThat(each.histogram()).containsExactly(expected, within(1e-9));
      assertThat(each.counts()).isEqualTo(ones.counts());
      assertThat(ones.histogram())
          .isEqualTo(Arrays.stream(ones.counts()).asDoubleStream().toArray());
      assertThatThrownBy(() ->
              simulation.correlate(
                  "a", "b", bins, new CorrelationWeights(new double[] {1}, new double[7])))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("weights[1]: 7 numbers; allowed is one, or one for each of the");
    }
  }

  private static long[] pairs(SpikeRecording a, SpikeRecording b, CorrelationBins bins) {
    long[] histogram = new long[2 * (int) Math.round(bins.tauMaxMs() / bins.deltaTauMs()) + 1];
    for (double t1 : a.timesMs()) {
      for (double t2 : b.timesMs()) {
        double later = Math.max(t1, t2);
        double bin =
            Math.floor((t2 - t1 + bins.tauMaxMs() + bins.deltaTauMs() / 2) / bins.deltaTauMs());
        if (later > bins.startMs()
            && later <= bins.stopMs()
            && bin >= 0
            && bin < histogram.length) {
          histogram[(int) bin]++;
        }
      }
    }
    return histogram;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.2 | 2.0 | delta_tau: 0.2 ms; allowed are odd multiples of the resolution 0.1 ms",
        "0.05 | 2.0 | delta_tau: 0.05 ms; allowed are positive multiples of the resolution 0.1 ms",
        "0.3 | 1.0 | tau_max: 1.0 ms; allowed are multiples of delta_tau",
      })
  void shouldRefuseBinsThatDoNotFit(double deltaTau, double tauMax, String message) {
    try (Simulation simulation = simulation(random("a", 1))) {
      assertThatThrownBy(() ->
              simulation.correlate("a", "a", new CorrelationBins(deltaTau, tauMax, 0, FOREVER)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(message);
    }
  }
}
