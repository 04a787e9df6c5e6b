package org.baya.app.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Trains with known answers, and what theory says of Poisson trains. */
class SpikeAnalysisTest {
  private static PopulationStatistics of(Period period, int neurons, double[] times, int... nodes) {
    SpikeTimes spikes = new SpikeTimes.OfMilliseconds(times, times.length);
    SpikeTable table = SpikeTable.of("p", neurons, spikes, nodes);
    return SpikeAnalysis.of(List.of(table), List.of(period)).getFirst();
  }

  @Test
  void shouldKnowRatesAndIrregularityOfHandMadeTrains() {
    // Neuron 0: intervals 10, 30: mean 20, deviation 10. 1: one interval. 2: silent. 3: a clock.
    PopulationStatistics p =
        of(
            new Period(0, 100),
            4,
            new double[] {1, 5, 11, 12, 15, 25, 35, 41},
            0,
            3,
            0,
            1,
            3,
            3,
            1,
            0);
    assertThat(p.cvs().count()).isEqualTo(2);
    assertThat(p.cvs().quantile(0)).isCloseTo(0, within(1e-7));
    assertThat(p.cvs().quantile(1)).isCloseTo(0.5, within(1e-12));
    assertThat(p.ratesHz().values()).containsExactly(0, 20, 30, 30);
    assertThat(p.silent()).isEqualTo(1);
    assertThat(p.spikes()).isEqualTo(8);
  }

  @Test
  void shouldLeaveOutWhatIsNotInThePeriod() {
    // The begin is out, the end is in; the interval from 10 to 20 crosses the begin.
    PopulationStatistics p =
        of(new Period(10, 50), 1, new double[] {5, 10, 20, 30, 50, 50.1}, 0, 0, 0, 0, 0, 0);
    assertThat(p.spikes()).isEqualTo(3);
    assertThat(p.ratesHz().mean()).isCloseTo(75, within(1e-9));
    assertThat(p.cvs().mean()).isCloseTo(5 / 15.0, within(1e-9));
  }

  @Test
  void shouldKnowTheCorrelationOfHandMadeTrains() {
    // Five bins of 2 ms; counts: 0: 1 0 2 0 0; 1: 1 0 0 0 0; 2: 0 0 0 0 1 (at the very end).
    PopulationStatistics p =
        of(new Period(0, 10), 4, new double[] {2, 2, 4.5, 6, 10}, 0, 1, 0, 0, 2);
    // r01 = (5*1 - 3*1) / sqrt((5*5 - 9) (5*1 - 1)); r02 = -3 / 8; r12 = -1 / 4; 3 is silent.
    assertThat(p.correlations().values()).containsExactly(-0.375, -0.25, 0.25);
    assertThat(p.correlations().mean()).isCloseTo(-0.125, within(1e-15));
  }

  @Test
  void shouldLeaveOutTheBinThatIsCutShort() {
    // 11 ms are five bins of 2 ms and three of 3 ms.
    double[] whole = {1, 1, 5};
    double[] more = {1, 1, 5, 10.5};
    PopulationStatistics a = of(new Period(0, 11), 2, whole, 0, 1, 0);
    PopulationStatistics b = of(new Period(0, 11), 2, more, 0, 1, 0, 1);
    assertThat(b.correlations().values()).isEqualTo(a.correlations().values());
    assertThat(b.synchrony()).isEqualTo(a.synchrony());
    assertThat(b.spikes()).isEqualTo(4);
  }

  @Test
  void shouldKnowTheSynchronyOfHandMadeTrains() {
    // Counts in bins of 3 ms: 4 0 0 2: mean 1.5, variance 2.75.
    PopulationStatistics p =
        of(new Period(0, 12), 2, new double[] {1, 1, 3, 3, 9.1, 12}, 0, 1, 0, 1, 0, 0);
    assertThat(p.synchrony()).isCloseTo(2.75 / 1.5, within(1e-15));
  }

  @Test
  void shouldFindPoissonTrainsIrregularUncorrelatedAndAsynchronous() {
    // 300 Poisson trains of 20 Hz over 20 s, fixed seed. Each bound is more than six standard
    // errors: one false alarm in 10^9 seeds.
    PopulationStatistics p = poisson(300, 20, 20_000, 0);
    assertThat(p.cvs().count()).isEqualTo(300);
    // Standard error of a CV from 400 intervals 0.05, bias -1/400; of the mean of 300 0.003.
    assertThat(p.cvs().mean()).isCloseTo(1, within(0.02));
    assertThat(p.correlations().count()).isEqualTo(200 * 199 / 2);
    // Coefficients of 10,000 bins have a deviation of 0.01, their mean one of 0.01/sqrt(19,900).
    assertThat(p.correlations().mean()).isCloseTo(0, within(6 * 0.01 / Math.sqrt(19_900)));
    assertThat(p.correlations().sd()).isCloseTo(0.01, within(0.0005));
    // The index of 6,667 bins has a deviation of sqrt(2/6667) = 0.017.
    assertThat(p.synchrony()).isCloseTo(1, within(0.11));
    assertThat(p.ratesHz().mean()).isCloseTo(20, within(0.4));
    assertThat(p.ratesHz().sd()).isCloseTo(1, within(0.3));
  }

  @Test
  void shouldFindTheCorrelationOfSharedInput() {
    // Trains of 20 Hz of which a quarter is common to all: r = 0.25. The common train has about
    // 100 spikes in 20 s, so the coefficient's standard error is below 0.03.
    PopulationStatistics p = poisson(60, 15, 20_000, 5);
    assertThat(p.correlations().mean()).isCloseTo(0.25, within(0.15));
    // Variance over mean of N trains: 1 + (N - 1) r, of 6,667 bins.
    assertThat(p.synchrony()).isCloseTo(1 + 59 * 0.25, within(6.0));
  }

  @Test
  void shouldTakeTheSameSampleOfEveryLargePopulation() {
    int[] sample = EvenSample.of(20_683, 200);
    assertThat(sample).hasSize(200).isSorted().doesNotHaveDuplicates();
    assertThat(sample).isEqualTo(EvenSample.of(20_683, 200));
    assertThat(sample[0]).isBetween(0, 103);
    assertThat(sample[199]).isBetween(20_579, 20_682);
    assertThat(EvenSample.of(3, 200)).containsExactly(0, 1, 2);
    assertThat(EvenSample.of(0, 200)).isEmpty();
  }

  @Test
  void shouldGiveNoNumbersWhereThereAreNone() {
    PopulationStatistics silent = of(new Period(0, 100), 3, new double[0]);
    assertThat(silent.ratesHz().mean()).isZero();
    assertThat(silent.cvs().mean()).isNaN();
    assertThat(silent.cvs().quantile(0.5)).isNaN();
    assertThat(silent.correlations().count()).isZero();
    assertThat(silent.synchrony()).isNaN();
    PopulationStatistics late = of(new Period(100, 50), 1, new double[] {20}, 0);
    assertThat(late.spikes()).isZero();
    assertThat(late.ratesHz().mean()).isNaN();
    assertThat(of(new Period(0, 100), 0, new double[0]).ratesHz().mean()).isNaN();
  }

  @Test
  void shouldKnowTheDistanceOfDistributions() {
    Distribution four = Distribution.of(new double[] {1, 2, 2, 3});
    assertThat(four.distance(four)).isZero();
    assertThat(four.distance(Distribution.of(new double[] {4, 5}))).isEqualTo(1);
    // Shares up to 1: 1/4, 0; up to 2: 3/4, 1/2; up to 3: 1, 1.
    assertThat(four.distance(Distribution.of(new double[] {3, 2}))).isEqualTo(0.25);
    assertThat(four.distance(Distribution.of(new double[] {Double.NaN}))).isNaN();
  }

  @Test
  void shouldNameGroupsByPopulationWhereThereAreSeveral() {
    Grouping groups = Grouping.of(new int[] {0, 1, 1}, List.of("x", "y"));
    SpikeTable grouped = new SpikeTable("p", 3, SpikeTimes.none(), new int[0], groups);
    SpikeTable plain = SpikeTable.of("q", 2, SpikeTimes.none(), new int[0]);
    assertThat(GroupNames.of(List.of(grouped, plain))).containsExactly("p x", "p y", "q");
    assertThat(GroupNames.of(List.of(grouped))).containsExactly("x", "y");
    assertThat(GroupNames.of(List.of(plain, plain, plain))).containsExactly("q", "q (2)", "q (3)");
    Period period = new Period(0, 10);
    assertThat(SpikeAnalysis.of(List.of(grouped, plain), List.of(period, period)))
        .extracting(PopulationStatistics::neurons)
        .containsExactly(1, 2, 2);
  }

  /** Independent trains in steps of 0.1 ms, and one that all of them have in common. */
  private static PopulationStatistics poisson(
      int neurons, double rateHz, double durationMs, double commonHz) {
    SplittableRandom random = new SplittableRandom(7);
    long[] keys = new long[(int) (neurons * (rateHz + commonHz) * durationMs / 500)];
    int n = 0;
    for (int train = 0; train <= neurons; train++) {
      double hz = train < neurons ? rateHz : commonHz;
      double t = hz > 0 ? random.nextExponential() * 1000 / hz : durationMs;
      for (; t < durationMs; t += random.nextExponential() * 1000 / hz) {
        long step = (long) (t * 10) + 1;
        for (int node = train % neurons; node < (train < neurons ? train + 1 : neurons); node++) {
          keys[n++] = step << 32 | node;
        }
      }
    }
    Arrays.sort(keys, 0, n);
    int[] steps = new int[n];
    int[] nodes = new int[n];
    for (int i = 0; i < n; i++) {
      steps[i] = (int) (keys[i] >>> 32);
      nodes[i] = (int) keys[i];
    }
    SpikeTable table = SpikeTable.of("p", neurons, new SpikeTimes.OfSteps(steps, n, 0.1), nodes);
    return SpikeAnalysis.of(List.of(table), List.of(new Period(0, durationMs))).getFirst();
  }
}
