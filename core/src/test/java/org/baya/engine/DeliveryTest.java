package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Map;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.error.InvalidInputException;
import org.baya.model.TimeGrid;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * When and how often a spike reaches its target. The jump of an exponential synaptic current shows
 * both.
 */
class DeliveryTest {
  private static final double WEIGHT = 3;

  private static Network network(double resolutionMs, Population source, Projection projection) {
    return Network.of("delivery", resolutionMs)
        .with(Population.of("n", "iaf_psc_exp", 1))
        .with(source)
        .with(projection);
  }

  private static Population injector(double... timesMs) {
    return Population.of("source", "spike_train_injector", 1)
        .with("spike_times", new Value.Vector(timesMs));
  }

  private static Projection projection(double delayMs) {
    return Projection.of("p", "source", "n", Connectivity.rule("all_to_all"))
        .with("weight", WEIGHT)
        .with("delay", delayMs);
  }

  /** I_syn_ex at the end of every step. */
  private static double[] current(Network network, double durationMs) {
    return Run.of(network)
        .sampling("n", network.resolutionMs(), "I_syn_ex")
        .run(durationMs)
        .series(0);
  }

  /**
   * The sum of what arrived in each step: what the current is more than the decayed one of the step
   * before.
   */
  private static double[] arrivals(Network network, double durationMs) {
    double[] current = current(network, durationMs);
    double decay = Math.exp(-network.resolutionMs() / 2);
    double[] arrivals = new double[current.length];
    for (int step = 0; step < current.length; step++) {
      double before = step == 0 ? 0 : current[step - 1];
      arrivals[step] = Math.rint((current[step] - decay * before) * 1e9) / 1e9;
    }
    return arrivals;
  }

  private static double[] at(int steps, int step, double value) {
    double[] expected = new double[steps];
    expected[step] = value;
    return expected;
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "1.0, 0.1",
    "0.1, 0.1",
    "0.1, 1.0",
    "2.3, 1.6",
    "2.3, 1.7",
    "0.5, 4.8",
    "4.9, 0.1",
    "1.0, 2.9"
  })
  void shouldDeliverOneDelayAfterTheSpike(double timeMs, double delayMs) {
    double[] arrivals = arrivals(network(0.1, injector(timeMs), projection(delayMs)), 6);
    // The sample of step n is at (n + 1) h.
    assertThat(arrivals)
        .containsExactly(at(60, (int) Math.round((timeMs + delayMs) * 10) - 1, WEIGHT));
  }

  @ParameterizedTest
  @CsvSource({
    "0.06, 1", "0.1, 1", "0.14, 1", "0.15, 2", "0.25, 2", "0.16, 2", "0.35, 4", "0.34, 3"
  })
  void shouldRoundDelaysToTheNearestStep(double delayMs, int steps) {
    double[] arrivals = arrivals(network(0.1, injector(1.0), projection(delayMs)), 2);
    assertThat(arrivals).containsExactly(at(20, 9 + steps, WEIGHT));
  }

  /** Windows are as long as the delay; one rounding for both, or the spike is late. */
  @ParameterizedTest
  @CsvSource({
    "0.7, 2.45",
    "0.7, 2.4499999999999997",
    "1.1, 8.25",
    "0.009, 0.0135",
    "0.013, 0.0455",
    "0.1, 0.35"
  })
  void shouldDeliverDelaysBetweenTwoStepsInTime(double resolutionMs, double delayMs) {
    double[] arrivals =
        arrivals(
            network(resolutionMs, injector(resolutionMs), projection(delayMs)), 40 * resolutionMs);
    assertThat(Arrays.stream(arrivals).sum()).isEqualTo(WEIGHT);
    int step = (int) new TimeGrid(resolutionMs).stepsNearest(delayMs);
    assertThat(arrivals[step]).isEqualTo(WEIGHT);
  }

  @Test
  void shouldAddMultapses() {
    Connectivity edges =
        new Connectivity.Edges(
            Map.of(
                "source", ColumnSource.of(SegmentColumn.of("s", 0, 0, 0, 0)),
                "target", ColumnSource.of(SegmentColumn.of("t", 0, 0, 0, 0)),
                "weight", ColumnSource.of(SegmentColumn.of("w", 1.0, 2.0, 4.0, 8.0)),
                "delay", ColumnSource.of(SegmentColumn.of("d", 1.0, 1.0, 2.0, 1.0))));
    double[] arrivals =
        arrivals(network(0.1, injector(1.0), Projection.of("p", "source", "n", edges)), 4);
    double[] expected = at(40, 19, 11);
    expected[29] = 4;
    assertThat(arrivals).containsExactly(expected);
  }

  @Test
  void shouldCountTimesThatOccurTwiceTwice() {
    assertThat(arrivals(network(0.1, injector(1.0, 1.0), projection(1)), 3))
        .containsExactly(at(30, 19, 2 * WEIGHT));
    Population thrice = injector(1.0).with("spike_multiplicities", new Value.Vector(3));
    assertThat(arrivals(network(0.1, thrice, projection(1)), 3))
        .containsExactly(at(30, 19, 3 * WEIGHT));
  }

  @Test
  void shouldMultiplyWeightsOfGeneratorSpikes() {
    Population generator =
        Population.of("source", "spike_generator", 1)
            .with("spike_times", Value.of(2.0, 1.0))
            .with("spike_weights", Value.of(0.5, 10.0));
    double[] expected = at(40, 19, 10 * WEIGHT);
    expected[29] = 0.5 * WEIGHT;
    assertThat(arrivals(network(0.1, generator, projection(1)), 4)).containsExactly(expected);
  }

  @Test
  void shouldNotDependOnTheOrderOfGivenTimes() {
    double[] sorted = current(network(0.1, injector(0.5, 1.0, 1.7, 3.0), projection(0.9)), 6);
    double[] mixed = current(network(0.1, injector(3.0, 0.5, 1.7, 1.0), projection(0.9)), 6);
    assertThat(mixed).isEqualTo(sorted);
  }

  @Test
  void shouldDeliverAfterTheLongestDelay() {
    double[] arrivals = arrivals(network(1, injector(1.0, 3.0), projection(65_535)), 65_540);
    double[] expected = at(65_540, 65_535, WEIGHT);
    expected[65_537] = WEIGHT;
    assertThat(Arrays.equals(arrivals, expected)).isTrue();
  }

  @Test
  void shouldDeliverShortAndLongDelaysOfOneRow() {
    Connectivity edges =
        new Connectivity.Edges(
            Map.of(
                "source", ColumnSource.of(SegmentColumn.of("s", 0, 0, 0)),
                "target", ColumnSource.of(SegmentColumn.of("t", 0, 0, 0)),
                "delay", ColumnSource.of(SegmentColumn.of("d", 400.0, 0.1, 60.0))));
    double[] arrivals =
        arrivals(
            network(
                0.1,
                injector(1.0, 399.5),
                Projection.of("p", "source", "n", edges).with("weight", WEIGHT)),
            810);
    double[] expected = new double[8100];
    for (int spike : new int[] {9, 3994}) {
      for (int delay : new int[] {1, 600, 4000}) {
        expected[spike + delay] = WEIGHT;
      }
    }
    assertThat(arrivals).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"65536, 65536.0", "0, 0.0", "-1, -1.0", "0.4, 0.4", "NaN, NaN"})
  void shouldRefuseDelaysOutOfRange(double delayMs, String shown) {
    String help = delayMs < 1 ? "; 'delay: max(delay, 1.0)' would clamp it" : "";
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Run.of(network(1, injector(1.0), projection(delayMs))))
        .withMessage(
            "projections.p.delay: edge from 0 to 0: delay is "
                + shown
                + " ms; allowed is one step (1.0 ms) to 65535.0 ms"
                + help);
  }
}
