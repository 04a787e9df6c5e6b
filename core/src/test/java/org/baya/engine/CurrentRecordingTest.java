package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.build.NetworkBuilder;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Recording;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Multimeters of stimulators that send a current. */
final class CurrentRecordingTest {
  private static final double H_MS = 0.1;
  private static final double TAU_MS = 8;
  private static final double C_PF = 200;
  private static final Offset<Double> EXACT = within(1e-9);

  private static Population device(String model, int size) {
    return Population.of("d", model, size).with("origin", 5).with("start", 2.5).with("stop", 40);
  }

  private static Network network(Population... populations) {
    Network network = Network.of("currents", H_MS);
    for (Population population : populations) {
      network = network.with(population);
    }
    return network;
  }

  /** A number for each node. */
  private static Value each(double... values) {
    return Value.of(ColumnSource.of(SegmentColumn.of("values", values)));
  }

  /** Neurons that never spike. */
  private static Population neurons(String name, int size) {
    return Population.of(name, "iaf_psc_delta", size)
        .with("tau_m", TAU_MS)
        .with("C_m", C_PF)
        .with("V_th", 1e9)
        .with("E_L", 0)
        .with("V_m", 0);
  }

  private static Projection to(String name, String rule, String target, double delayMs) {
    return Projection.of(name, "d", target, Connectivity.rule(rule)).with("delay", delayMs);
  }

  /** What moved a neuron in each step: V(t + h) = P V(t) + (1 - P) tau / C I. */
  private static double[] received(double[] potentials) {
    double p = Math.exp(-H_MS / TAU_MS);
    double[] currents = new double[potentials.length];
    for (int i = 0; i < currents.length; i++) {
      double before = i == 0 ? 0 : potentials[i - 1];
      currents[i] = (potentials[i] - p * before) / ((1 - p) * TAU_MS / C_PF);
    }
    return currents;
  }

  private static void check(Network network, DoubleUnaryOperator expected) {
    Run run = Run.of(network, 1, 2).sampling("d", H_MS, "I").run(13.7, 46.3);
    assertThat(run.sampleTimes()).hasSize(600).startsWith(0.1, 0.2);
    for (int i = 0; i < 600; i++) {
      double t = run.sampleTimes().get(i);
      // NEST: a sample at t is from origin + start on, and 0 again at origin + stop.
      boolean active = i + 1 >= 75 && i + 1 < 450;
      assertThat(run.series(0)[i])
          .as("at %s ms", t)
          .isCloseTo(active ? expected.applyAsDouble(t) : 0, EXACT);
    }
  }

  @Test
  void shouldRecordAConstantCurrent() {
    check(network(device("dc_generator", 1).with("amplitude", -430)), t -> -430);
  }

  @Test
  void shouldRecordASine() {
    Population sine =
        device("ac_generator", 1)
            .with("amplitude", 500)
            .with("offset", 50)
            .with("frequency", 50)
            .with("phase", 45);
    check(network(sine), t -> 50 + 500 * Math.sin(2 * Math.PI * 50 * t / 1000 + Math.PI / 4));
  }

  @Test
  void shouldRecordSteps() {
    Population steps =
        device("step_current_generator", 1)
            .with("amplitude_times", Value.of(2.5, 25, 30.1, 50))
            .with("amplitude_values", Value.of(125, 250, -60, 900));
    check(network(steps), t -> t < 24.95 ? 125 : t < 30.05 ? 250 : -60);
  }

  /** Its own phase is in degrees; NEST's test of the rate profile has no window. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void shouldRecordTheRateOfASinusoidalPoissonGenerator(int individual) {
    Population tide =
        device("sinusoidal_poisson_generator", 2)
            .with("rate", 1)
            .with("amplitude", each(0.5, 3))
            .with("frequency", 10)
            .with("phase", 40)
            .with("individual_spike_trains", individual);
    Run run = Run.of(network(tide)).sampling("d", 0.5, "rate").run(100);
    assertThat(run.sampleTimes()).hasSize(200);
    for (int i = 0; i < 200; i++) {
      double sine = Math.sin(0.02 * Math.PI * run.sampleTimes().get(i) + Math.toRadians(40));
      assertThat(run.series(0)[i]).isCloseTo(1 + 0.5 * sine, EXACT);
      assertThat(run.series(1)[i]).isCloseTo(Math.max(0, 1 + 3 * sine), EXACT);
    }
  }

  @Test
  void shouldRecordNoiseWithoutDeviation() {
    Population noise = device("noise_generator", 1).with("mean", 500);
    check(network(noise, neurons("n", 3)).with(to("p", "all_to_all", "n", 1)), t -> 500);
    check(network(noise.with("std", 100)), t -> 0);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.1, 1.0", "1, 0.7, 0.1", "5, 0.5, 2.3"})
  void shouldRecordTheMeanNoiseOfAllTargets(int targets, double dtMs, double delayMs) {
    Population noise =
        device("noise_generator", 2)
            .with("mean", 40)
            .with("std", 100)
            .with("std_mod", 80)
            .with("frequency", 30)
            .with("start", each(2.5, 2.7))
            .with("dt", dtMs);
    Network network =
        network(noise, neurons("n", targets), neurons("m", 2))
            .with(to("p", "all_to_all", "n", delayMs).dropping("start[source] > 2.6"))
            .with(to("q", "one_to_one", "m", delayMs));
    Run run =
        Run.of(network)
            .sampling("d", H_MS, "I")
            .sampling("n", H_MS, "V_m")
            .sampling("m", H_MS, "V_m");
    run.run(50);
    List<double[]> first = new ArrayList<>();
    for (int i = 0; i < targets; i++) {
      first.add(received(column(run.samples(), 500, i)));
    }
    first.add(received(column(run.samples(), 1000, 0)));
    double[] second = received(column(run.samples(), 1000, 1));
    int lag = (int) Math.round(delayMs / H_MS) + 1;
    for (int i = 0; i + lag < 500; i++) {
      int at = i + lag;
      double mean = first.stream().mapToDouble(currents -> currents[at]).average().orElseThrow();
      assertThat(run.samples()[i][0]).isCloseTo(mean, EXACT);
      assertThat(run.samples()[i][1]).isCloseTo(second[at], EXACT);
    }
    assertThat(Arrays.stream(column(run.samples(), 0, 1)).distinct().count())
        .as("intervals of dt, and 0 outside")
        .isEqualTo((long) Math.ceil(37.3 / dtMs - 1e-9) + 1);
  }

  /** 500 samples of a column from a row on. */
  private static double[] column(double[][] rows, int from, int i) {
    return IntStream.range(from, from + 500).mapToDouble(row -> rows[row][i]).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void shouldRecordTheSameBitsWithAnyThreads(int threads) {
    assertThat(noise(threads, threads)).isDeepEqualTo(noise(1, 1));
    assertThat(noise(threads, 1)).isDeepEqualTo(noise(1, 1));
  }

  private static double[][] noise(int buildThreads, int threads) {
    Population noise = device("noise_generator", 3).with("std", 100).with("dt", 0.2);
    Network network =
        network(noise, neurons("n", 700), neurons("m", 90))
            .with(to("p", "all_to_all", "n", 1.2))
            .with(to("q", "all_to_all", "m", 0.4).with("delay", "uniform(0.4, 2)"));
    return Run.of(network, buildThreads, threads).sampling("d", H_MS, "I").run(20).samples();
  }

  @Test
  void shouldRecordSomeNodesAtSomeTimes() {
    Population currents = Population.of("d", "dc_generator", 3).with("amplitude", each(1, 2, 3));
    try (Simulation simulation =
        new Simulation(NetworkBuilder.build(network(currents), 1).network(), 1)) {
      SampleRecording some =
          simulation.record(
              "d", new int[] {2, 0, 2}, List.of("I", "I"), new SampleTimes(0.7, 0.3, 1, 3));
      simulation.record("d", new int[0], List.of("I"), SampleTimes.every(1));
      simulation.run(10);
      assertThat(some.timesMs()).containsExactly(1.7, 2.4);
      assertThat(some.values("I", 0)).containsExactly(3, 3);
      assertThat(some.values("I", 1)).containsExactly(1, 1);
      assertThat(some.values("I", 2)).containsExactly(3, 3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dc_generator", "ac_generator", "step_current_generator", "noise_generator"})
  void shouldNameWhatCanBeRecorded(String model) {
    Network network = network(Population.of("d", model, 1));
    Simulation simulation = new Simulation(NetworkBuilder.build(network, 1).network(), 1);
    String message = "record.V_m: population 'd' (" + model + ") has no such recordable; known: I";
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () -> simulation.record("d", new int[] {0}, List.of("I", "V_m"), SampleTimes.every(1)))
        .withMessage(message);
    Network described =
        network.with(new Recording.Samples("d", Optional.empty(), List.of("V_m"), 1));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> NetworkBuilder.build(described, 1))
        .withMessage(message);
  }

  @Test
  void shouldRefuseStimulatorsThatSendSpikes() {
    Network network =
        network(Population.of("d", "poisson_generator", 1))
            .with(new Recording.Samples("d", Optional.empty(), List.of("I"), 1));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> NetworkBuilder.build(network, 1))
        .withMessage(
            "record.I: population 'd' (poisson_generator) has no such recordable; none is known"
                + " here");
  }
}
