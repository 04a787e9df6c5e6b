package org.baya.model.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baya.random.Statistics.LIMIT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.kernel.Kernels;
import org.baya.kernel.TestSlab;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameters;
import org.baya.model.RandomParameters;
import org.baya.model.TimeGrid;
import org.baya.random.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Neurons that draw random numbers against their theory. Seeds are fixed; {@link Statistics} states
 * the budget of false alarms.
 */
class PointProcessTest {
  private static final double H = 0.1;
  private static final int NEURONS = 400;
  private static final int STEPS = 500;

  @Test
  void shouldSpikeAsAPoissonProcessWithoutDeadTime() {
    double mean = 0.5;
    SpikeList spikes =
        run(
            new PpPscDelta(),
            Map.of("dead_time", 0.0, "c_2", mean / H * 1000, "c_3", 0.0),
            Map.of());
    int[][] counts = new int[NEURONS][STEPS];
    for (int i = 0; i < spikes.size(); i++) {
      counts[SpikeList.node(spikes.keys()[i])][SpikeList.step(spikes.keys()[i])]++;
    }
    long[] observed = new long[12];
    for (int[] ofNode : counts) {
      for (int count : ofNode) {
        observed[count]++;
      }
    }
    double[] expected = new double[observed.length];
    double probability = Math.exp(-mean);
    for (int k = 0; k < expected.length; k++) {
      expected[k] = NEURONS * STEPS * probability;
      probability *= mean / (k + 1);
    }
    assertThat(Statistics.chiSquareScore(observed, expected)).isLessThan(LIMIT);
  }

  @Test
  void shouldBeSilentForTheDeadTimeAndThenSpikeWithConstantHazard() {
    double hazard = 0.2;
    SpikeList spikes =
        run(
            new PpPscDelta(),
            Map.of("dead_time", 0.75, "c_2", hazard / H * 1000, "c_3", 0.0),
            Map.of());
    checkIntervals(spikes, 8, n -> -Math.expm1(-hazard));
  }

  @Test
  void shouldDrawDeadTimesOfTheGivenMean() {
    double hazard = 0.5;
    double deadTime = 2.5;
    SpikeList spikes =
        run(
            new PpPscDelta(),
            Map.of(
                "dead_time", deadTime,
                "dead_time_random", 1.0,
                "dead_time_shape", 4.0,
                "c_2", hazard / H * 1000,
                "c_3", 0.0),
            Map.of());
    List<Integer> intervals = intervals(spikes);
    // Rounding up to whole steps adds half a step to times that are spread over many steps.
    double p = -Math.expm1(-hazard);
    double mean = deadTime / H + 0.5 + 1 / p;
    double variance = deadTime * deadTime / 4 / (H * H) + 1.0 / 12 + (1 - p) / (p * p);
    double sum = intervals.stream().mapToInt(Integer::intValue).sum();
    // Short intervals are likelier to end inside the run: a bias of variance / run length.
    double allowed = LIMIT * Math.sqrt(variance / intervals.size()) + variance / STEPS;
    assertThat(Math.abs(sum / intervals.size() - mean)).isLessThan(allowed);
  }

  @Test
  void shouldAdaptItsRate() {
    double decayMs = 20;
    double jump = 3;
    double atRest = 0.3;
    double steepness = 0.5;
    SpikeList spikes =
        run(
            new PpPscDelta(),
            Map.of("dead_time", 0.1, "c_2", atRest / H * 1000, "c_3", steepness),
            Map.of(
                "tau_sfa", new double[] {decayMs, 5},
                "q_sfa", new double[] {jump, 0}));
    checkFirstIntervals(
        spikes,
        1,
        n -> {
          double adaptation = jump * Math.exp(-n * H / decayMs);
          return -Math.expm1(-atRest * Math.exp(-steepness * adaptation));
        },
        -Math.expm1(-atRest));
  }

  /** Without input both integrate-and-fire neurons with escape noise are the same process. */
  @ParameterizedTest
  @ValueSource(strings = {"gif_psc_exp", "gif_cond_exp"})
  void shouldEscapeWithTheHazardOfItsDistanceFromTheThreshold(String model) {
    double hazardAtRest = 0.1;
    Map<String, Double> values =
        Map.of(
            "V_m", -60.0,
            "E_L", -60.0,
            "V_reset", -60.0,
            "V_T_star", -60.0,
            "lambda_0", hazardAtRest / H * 1000,
            "t_ref", 1.0);
    SpikeList spikes =
        run(
            model.equals("gif_psc_exp") ? new GifPscExp() : new GifCondExp(),
            values,
            Map.of("tau_sfa", new double[] {10, 30}, "q_sfa", new double[] {1, 0.5}));
    checkFirstIntervals(
        spikes,
        10,
        n -> {
          double sfa = Math.exp(-(n - 1) * H / 10) + 0.5 * Math.exp(-(n - 1) * H / 30);
          return -Math.expm1(-hazardAtRest * Math.exp(-sfa / 0.5));
        },
        -Math.expm1(-hazardAtRest));
  }

  @Test
  void shouldSpikeWithTheProbabilityOfItsEscapeNoise() {
    double delta = 3;
    double rho = 0.05 / H * 1000;
    // In every step, refractory ones too, at the reset, which is also where it rests.
    SpikeList spikes =
        run(new IafPscExp(), Map.of("delta", delta, "rho", rho, "V_th", -68.0), Map.of());
    double p = 0.05 * Math.exp(-2 / delta);
    double expected = NEURONS * STEPS * p;
    double score = (spikes.size() - expected) / Math.sqrt(expected * (1 - p));
    assertThat(Math.abs(score)).isLessThan(LIMIT);
  }

  @Test
  void shouldNeverSpikeWhereTheRateIsZeroOrNegative() {
    assertThat(run(new PpPscDelta(), Map.of("c_2", 0.0, "c_1", -100.0), Map.of()).size()).isZero();
    assertThat(run(new GifPscExp(), Map.of("lambda_0", 0.0, "V_m", 100.0), Map.of()).size())
        .isZero();
  }

  /** As {@link #checkFirstIntervals} of all intervals, with one hazard from the first step on. */
  private static void checkIntervals(SpikeList spikes, int dead, IntToDoubleFunction hazard) {
    checkDistribution(intervals(spikes), dead, hazard);
  }

  /**
   * Checks the time of the first spike and the interval after it, of neurons whose hazard then
   * depends on the time since.
   *
   * @param dead steps without hazard after a spike
   * @param hazard probability of a spike n steps after one, if there was none between
   * @param before probability of a spike in a step before the first
   */
  private static void checkFirstIntervals(
      SpikeList spikes, int dead, IntToDoubleFunction hazard, double before) {
    List<Integer> first = new ArrayList<>();
    List<Integer> second = new ArrayList<>();
    for (List<Integer> steps : stepsOf(spikes)) {
      first.add(steps.get(0) + 1);
      second.add(steps.get(1) - steps.get(0));
    }
    checkDistribution(first, 0, n -> before);
    checkDistribution(second, dead, hazard);
  }

  private static void checkDistribution(
      List<Integer> intervals, int dead, IntToDoubleFunction hazard) {
    assertThat(Collections.min(intervals)).isGreaterThan(dead);
    int longest = Collections.max(intervals);
    long[] observed = new long[longest + 1];
    intervals.forEach(n -> observed[n]++);
    double[] expected = new double[longest + 1];
    double left = intervals.size();
    for (int n = dead + 1; n < longest; n++) {
      expected[n] = left * hazard.applyAsDouble(n);
      left -= expected[n];
    }
    expected[longest] = left;
    assertThat(Statistics.chiSquareScore(observed, expected)).isLessThan(LIMIT);
  }

  private static List<Integer> intervals(SpikeList spikes) {
    List<Integer> intervals = new ArrayList<>();
    for (List<Integer> steps : stepsOf(spikes)) {
      for (int i = 1; i < steps.size(); i++) {
        // Those that begin late are cut off by the end of the run and would be the short ones.
        if (steps.get(i - 1) < STEPS - 150) {
          intervals.add(steps.get(i) - steps.get(i - 1));
        }
      }
    }
    return intervals;
  }

  private static List<List<Integer>> stepsOf(SpikeList spikes) {
    List<List<Integer>> steps = new ArrayList<>();
    for (int node = 0; node < NEURONS; node++) {
      steps.add(new ArrayList<>());
    }
    long[] keys = Arrays.copyOf(spikes.keys(), spikes.size());
    Arrays.sort(keys);
    for (long key : keys) {
      steps.get(SpikeList.node(key)).add(SpikeList.step(key));
    }
    return steps;
  }

  /** The spikes of equal neurons without input. */
  private static SpikeList run(
      NeuronModel model, Map<String, Double> numbers, Map<String, double[]> vectors) {
    Map<String, double[]> values = RandomParameters.standard(model);
    numbers.forEach((name, value) -> values.put(name, new double[] {value}));
    values.putAll(vectors);
    Parameters parameters = new Parameters(values);
    Dynamics dynamics = model.dynamics(parameters);
    Slab slab = TestSlab.of(dynamics, Collections.nCopies(NEURONS, parameters), new TimeGrid(H));
    SpikeList spikes = new SpikeList(1024);
    double[] input = new double[slab.slots() * STEPS];
    Kernels.fastest(dynamics).advance(slab, input, 0, slab.slots(), 0, STEPS, spikes);
    return spikes;
  }
}
