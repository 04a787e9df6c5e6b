package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.baya.model.Stimulus;
import org.baya.random.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Stimulators against theory and commons-rng. Seeds are fixed; the limit of every score and the
 * budget of false alarms are those of {@link Statistics}.
 */
final class StimulatorTest {
  private static final double STEP_S = 1e-4;

  private static double[] of(double... values) {
    return values;
  }

  /** Normal score of a Poisson count. */
  private static double countScore(double count, double expected) {
    return (count - expected) / Math.sqrt(expected);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static double[] poissonCells(double mean, int cells, double n) {
    double[] expected = new double[cells];
    double probability = Math.exp(-mean);
    double left = 1;
    for (int k = 0; k < cells - 1; k++) {
      expected[k] = n * probability;
      left -= probability;
      probability *= mean / (k + 1);
    }
    expected[cells - 1] = n * Math.max(0, left);
    return expected;
  }

  private static long[] histogram(double[] counts, int cells) {
    long[] histogram = new long[cells];
    Arrays.stream(counts).forEach(count -> histogram[Math.min(cells - 1, (int) count)]++);
    return histogram;
  }

  @Test
  void shouldFollowTheRatesOfAnInhomogeneousPoissonGenerator() {
    double[][] counts =
        DeviceRun.counts(
            "inhomogeneous_poisson_generator",
            Map.of("rate_times", of(10, 50.1), "rate_values", of(20_000, 2000)),
            0,
            700,
            1000);
    // The step that ends at 10 ms is step 99; that at 50.1 ms is step 500.
    for (int step = 0; step < 99; step++) {
      assertThat(sum(counts[step])).isZero();
    }
    double[] fast =
        IntStream.range(99, 500).boxed().flatMapToDouble(s -> Arrays.stream(counts[s])).toArray();
    double[] slow =
        IntStream.range(500, 1000).boxed().flatMapToDouble(s -> Arrays.stream(counts[s])).toArray();
    assertThat(Statistics.chiSquareScore(histogram(fast, 12), poissonCells(2, 12, fast.length)))
        .isLessThan(Statistics.LIMIT);
    assertThat(Statistics.chiSquareScore(histogram(slow, 8), poissonCells(0.2, 8, slow.length)))
        .isLessThan(Statistics.LIMIT);
    assertThat(Math.abs(countScore(sum(counts[99]), 1400))).isLessThan(Statistics.LIMIT);
    assertThat(Math.abs(countScore(sum(counts[500]), 140))).isLessThan(Statistics.LIMIT);
    double[] a = Arrays.copyOfRange(DeviceRun.column(counts, 0), 99, 500);
    double[] b = Arrays.copyOfRange(DeviceRun.column(counts, 1), 99, 500);
    assertThat(Math.abs(Statistics.correlationScore(a, b))).isLessThan(Statistics.LIMIT);
  }

  @Test
  void shouldCountAsCommonsRngCounts() {
    double[][] counts =
        DeviceRun.counts(
            "inhomogeneous_poisson_generator",
            Map.of("rate_times", of(0.1), "rate_values", of(30_000)),
            0,
            100,
            200);
    PoissonSampler oracle = new PoissonSampler(RandomSource.XO_SHI_RO_256_PP.create(1L), 3);
    double[] ours = Arrays.stream(counts).flatMapToDouble(Arrays::stream).toArray();
    double[] theirs = IntStream.range(0, ours.length).mapToDouble(i -> oracle.sample()).toArray();
    assertThat(Statistics.kolmogorovScore(ours, theirs)).isLessThan(Statistics.LIMIT);
  }

  @Test
  void shouldFollowTheSineOfASinusoidalPoissonGenerator() {
    int period = 200;
    double[][] counts =
        DeviceRun.counts(
            "sinusoidal_poisson_generator",
            Map.of(
                "rate", of(1000),
                "amplitude", of(1500),
                "frequency", of(50),
                "phase", of(30)),
            0,
            600,
            10 * period);
    long[] observed = new long[period];
    double[] expected = new double[period];
    for (int step = 0; step < counts.length; step++) {
      double t = (step + 1) * STEP_S;
      double rate = 1000 + 1500 * Math.sin(2 * Math.PI * 50 * t + Math.PI / 6);
      observed[step % period] += (long) sum(counts[step]);
      expected[step % period] += 600 * STEP_S * Math.max(0, rate);
      if (rate < -1e-9) {
        assertThat(sum(counts[step])).isZero();
      }
    }
    // Poisson counts vary freely: one degree of freedom more than the score takes, which is tiny.
    assertThat(Statistics.chiSquareScore(observed, expected)).isLessThan(Statistics.LIMIT);
  }

  @Test
  void shouldSendOneTrainToAllWhenSpikeTrainsAreNotIndividual() {
    double[][] counts =
        DeviceRun.counts(
            "sinusoidal_poisson_generator",
            Map.of("rate", of(2000), "individual_spike_trains", of(0)),
            0,
            30,
            20_000);
    double total = 0;
    for (double[] step : counts) {
      assertThat(Arrays.stream(step).distinct().count()).isOne();
      total += step[0];
    }
    assertThat(Math.abs(countScore(total, 4000))).isLessThan(Statistics.LIMIT);
  }

  /** Intervals of all trains [steps]. */
  private static double[] intervals(double[][] counts) {
    List<Double> intervals = new ArrayList<>();
    for (int train = 0; train < counts[0].length; train++) {
      int last = -1;
      for (int step = 0; step < counts.length; step++) {
        if (counts[step][train] > 0) {
          if (last >= 0) {
            intervals.add((double) step - last);
          }
          last = step;
        }
      }
    }
    return intervals.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10})
  void shouldHaveGammaIntervals(int shape) {
    double rate = 200;
    double[][] counts =
        DeviceRun.counts(
            "gamma_sup_generator", Map.of("rate", of(rate), "gamma_shape", of(shape)), 0, 50, 8000);
    double p = rate * shape * STEP_S;
    double[] intervals = intervals(counts);
    double mean = Arrays.stream(intervals).average().orElseThrow();
    double variance =
        Arrays.stream(intervals).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    assertThat(Math.sqrt(variance) / mean).isCloseTo(Math.sqrt((1 - p) / shape), within(0.02));
    // In equilibrium from the first step on: the mean rate holds in the first interval too.
    double early = IntStream.range(0, 100).mapToDouble(step -> sum(counts[step])).sum();
    assertThat(Math.abs(countScore(early, 50 * 100 * rate * STEP_S))).isLessThan(Statistics.LIMIT);
    assertThat(
            Statistics.chiSquareScore(
                intervalHistogram(intervals, 2), negativeBinomial(shape, p, intervals.length, 2)))
        .isLessThan(Statistics.LIMIT);
  }

  /** Cells of {@code width} steps up to 400. */
  private static long[] intervalHistogram(double[] intervals, int width) {
    long[] cells = new long[400 / width];
    for (double interval : intervals) {
      cells[Math.min(cells.length - 1, (int) interval / width)]++;
    }
    return cells;
  }

  /** The sum of {@code shape} geometric numbers of steps, each at least 1. */
  private static double[] negativeBinomial(int shape, double p, int n, int width) {
    double[] cells = new double[400 / width];
    double probability = Math.pow(p, shape);
    double left = 1;
    for (int steps = shape; steps < 400 - width; steps++) {
      cells[steps / width] += n * probability;
      left -= probability;
      probability *= (1 - p) * steps / (steps + 1.0 - shape);
    }
    cells[cells.length - 1] += n * left;
    return cells;
  }

  @Test
  void shouldHaveIntervalsLikeTheGammaOfCommonsRng() {
    double[][] counts =
        DeviceRun.counts(
            "gamma_sup_generator", Map.of("rate", of(20), "gamma_shape", of(4)), 0, 10, 50_000);
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(2L);
    SharedStateContinuousSampler oracle =
        AhrensDieterMarsagliaTsangGammaSampler.of(random, 4, 1 / (20 * 4 * STEP_S));
    // Short beside an observation of 5 s, so that the intervals that are cut off hardly matter.
    double[] ours = intervals(counts);
    double[] theirs = IntStream.range(0, ours.length).mapToDouble(i -> oracle.sample()).toArray();
    assertThat(Statistics.kolmogorovScore(ours, theirs)).isLessThan(Statistics.LIMIT);
  }

  @Test
  void shouldSuperimposeProcesses() {
    double[][] counts =
        DeviceRun.counts(
            "gamma_sup_generator",
            Map.of("rate", of(10), "gamma_shape", of(5), "n_proc", of(300)),
            0,
            50,
            4000);
    double total = Arrays.stream(counts).mapToDouble(StimulatorTest::sum).sum();
    double expected = 50 * 300 * 10 * 0.4;
    // Regular processes vary less than Poisson ones, so the score is conservative.
    assertThat(Math.abs(countScore(total, expected))).isLessThan(Statistics.LIMIT);
    assertThat(
            Math.abs(
                Statistics.correlationScore(
                    DeviceRun.column(counts, 0), DeviceRun.column(counts, 1))))
        .isLessThan(Statistics.LIMIT);
  }

  @Test
  void shouldCopyTheSpikesOfOneMother() {
    Map<String, double[]> parameters = Map.of("rate", of(500), "p_copy", of(0.4));
    int steps = 200_000;
    double[][] counts = DeviceRun.counts("mip_generator", parameters, 0, 2, steps);
    double[][] other = DeviceRun.counts("mip_generator", parameters, 1, 1, steps);
    double[] a = DeviceRun.column(counts, 0);
    double[] b = DeviceRun.column(counts, 1);
    double[] c = DeviceRun.column(other, 0);
    for (double[] train : List.of(a, b, c)) {
      assertThat(Statistics.chiSquareScore(histogram(train, 4), poissonCells(0.02, 4, steps)))
          .isLessThan(Statistics.LIMIT);
    }
    // Correlation p_copy within five standard errors; trains of another projection share the
    // mother.
    double error = 5 / Math.sqrt(0.02 * steps);
    assertThat(Statistics.correlationScore(a, b) / Math.sqrt(steps)).isCloseTo(0.4, within(error));
    assertThat(Statistics.correlationScore(a, c) / Math.sqrt(steps)).isCloseTo(0.4, within(error));
  }

  @Test
  void shouldSpreadAPulsePacketNormally() {
    Map<String, double[]> parameters =
        Map.of("pulse_times", of(100, 1000), "activity", of(3000), "sdev", of(5));
    Stimulus.Spikes spikes =
        (Stimulus.Spikes) DeviceRun.stimulus("pulsepacket_generator", parameters, 0);
    assertThat(spikes.steps()).hasSize(6000).isSorted();
    for (double centre : new double[] {100, 1000}) {
      double[] packet =
          Arrays.stream(spikes.steps())
              .mapToDouble(step -> (step + 0.5) * 0.1)
              .filter(t -> Math.abs(t - centre) < 100)
              .toArray();
      assertThat(packet).hasSize(3000);
      // Rounding to steps of a fiftieth of sdev moves the distribution by less than 0.004.
      assertThat(Statistics.kolmogorovScore(packet, t -> normal((t - centre) / 5)))
          .isLessThan(Statistics.LIMIT - 2 * 0.004 * Math.sqrt(3000));
    }
    Stimulus.Spikes other =
        (Stimulus.Spikes) DeviceRun.stimulus("pulsepacket_generator", parameters, 1);
    assertThat(other.steps()).isNotEqualTo(spikes.steps());
  }

  /** The normal distribution function, by Abramowitz and Stegun 7.1.26, error below 1.5e-7. */
  private static double normal(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double tail =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
            * Math.exp(-x * x);
    return z < 0 ? tail / 2 : 1 - tail / 2;
  }

  @Test
  void shouldDrawIndependentNormalCurrentsForEachSynapseAndInterval() {
    double[][] currents =
        DeviceRun.currents(
            "noise_generator",
            Map.of("mean", of(40), "std", of(10), "dt", of(0.5), "start", of(1.1)),
            4,
            50_010);
    // A device whose start is 1.1 ms sends from step 10 on.
    for (int step = 0; step < 10; step++) {
      assertThat(currents[step]).containsOnly(0);
    }
    double[] first = new double[10_000];
    double[] second = new double[10_000];
    for (int i = 0; i < first.length; i++) {
      first[i] = currents[10 + 5 * i][0];
      second[i] = currents[10 + 5 * i][1];
      for (int held = 1; held < 5; held++) {
        assertThat(currents[10 + 5 * i + held]).isEqualTo(currents[10 + 5 * i]);
      }
    }
    assertThat(Statistics.kolmogorovScore(first, x -> normal((x - 40) / 10)))
        .isLessThan(Statistics.LIMIT);
    assertThat(Math.abs(Statistics.correlationScore(first, second))).isLessThan(Statistics.LIMIT);
    double[] earlier = Arrays.copyOf(first, first.length - 1);
    double[] later = Arrays.copyOfRange(first, 1, first.length);
    assertThat(Math.abs(Statistics.correlationScore(earlier, later))).isLessThan(Statistics.LIMIT);
  }

  @Test
  void shouldModulateTheDeviationOfNoise() {
    double[][] currents =
        DeviceRun.currents(
            "noise_generator",
            Map.of(
                "std", of(10),
                "std_mod", of(10),
                "dt", of(0.1),
                "frequency", of(100),
                "phase", of(90)),
            400,
            100);
    for (int step = 0; step < 100; step += 10) {
      double variance = 100 + 100 * Math.sin(2 * Math.PI * (step + 1) / 100 + Math.PI / 2);
      double got = Arrays.stream(currents[step]).map(x -> x * x).average().orElseThrow();
      // The variance of the mean of n squares is 2 / n of its square.
      assertThat(Math.abs(got - variance))
          .isLessThan(Statistics.LIMIT * variance * Math.sqrt(2 / 400.0) + 1e-9);
    }
  }

  @Test
  void shouldSendASineBetweenStartAndStop() {
    double[][] currents =
        DeviceRun.currents(
            "ac_generator",
            Map.of(
                "amplitude", of(3),
                "offset", of(2),
                "frequency", of(25),
                "phase", of(60),
                "start", of(2),
                "stop", of(7)),
            1,
            100);
    for (int step = 0; step < 100; step++) {
      double t = (step + 1) * STEP_S;
      double expected =
          step >= 19 && step < 69 ? 2 + 3 * Math.sin(2 * Math.PI * 25 * t + Math.PI / 3) : 0;
      assertThat(currents[step][0]).isCloseTo(expected, within(1e-12));
    }
  }
}
