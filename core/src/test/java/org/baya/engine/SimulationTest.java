package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.SpikeTrains;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
  private static final Connectivity ALL = Connectivity.rule("all_to_all");

  private static Network driven(int neurons) {
    return Network.of("driven", 0.1)
        .with(Population.of("n", "iaf_psc_exp", neurons).with("I_e", 500));
  }

  /**
   * Analytic: V - E_L = R I (1 - exp(-t / tau)) passes 15 mV of 20 mV at t = tau ln 4, then again 2
   * ms of rest later.
   */
  @Test
  void shouldSpikeWhenTheAnalyticSolutionCrossesTheThreshold() {
    Run run = Run.of(driven(1)).run(50);
    double first = Math.ceil(10 * Math.log(4) * 10) / 10;
    assertThat(run.spikeTimes(0))
        .hasSize(3)
        .startsWith(first)
        .contains(Math.rint((2 * first + 2) * 10) / 10);
    assertThat(run.simulation().spikes()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void shouldRunWithoutAnyNode(int threads) {
    Run run = Run.of(Network.of("nothing", 0.1), threads, threads).run(100);
    assertThat(run.keys()).isEmpty();
    assertThat(run.simulation().timeMs()).isEqualTo(100);
  }

  @Test
  void shouldRunEmptyPopulationsAndProjections() {
    Network network =
        driven(1)
            .with(Population.of("none", "glif_psc", 0))
            .with(Population.of("no noise", "poisson_generator", 0))
            .with(Population.of("no injector", "spike_train_injector", 0))
            .with(Projection.of("a", "none", "n", ALL))
            .with(Projection.of("b", "n", "none", ALL))
            .with(Projection.of("c", "none", "none", ALL))
            .with(Projection.of("d", "no noise", "n", ALL))
            .with(Projection.of("e", "no injector", "n", ALL))
            .with(
                Projection.of(
                    "f",
                    "n",
                    "n",
                    new Connectivity.Rule("all_to_all", Map.of("allow_autapses", Value.of(0)))));
    assertThat(Run.of(network, 3, 3).run(50).keys()).isEqualTo(Run.of(driven(1)).run(50).keys());
  }

  @Test
  void shouldSampleAtMultiplesOfTheInterval() {
    Run run = Run.of(driven(2)).sampling("n", 0.7, "V_m").run(0.5, 3, 1.7);
    assertThat(run.sampleTimes()).containsExactly(0.7, 1.4, 2.1, 2.8, 3.5, 4.2, 4.9);
    assertThat(run.samples()[0]).hasSize(2);
    double expected = -70 + 20 * (1 - Math.exp(-0.07));
    assertThat(run.series(0)[0]).isCloseTo(expected, within(1e-12));
  }

  @Test
  void shouldSampleTheSameWhateverElseIsSampled() {
    Run every = Run.of(Mixed.fixedDelays(), 3, 1).sampling("exp", 0.1, "V_m", "I_syn_in").run(30);
    assertThat(every.compiled().windowSteps()).isEqualTo(11);
    Run several = Run.of(Mixed.fixedDelays(), 3, 1);
    List<double[]> subset = new ArrayList<>();
    several
        .simulation()
        .sample(
            "exp",
            new int[] {129, 0, 64, 0},
            List.of("I_syn_in", "V_m"),
            0.3,
            (t, values) -> subset.add(values.clone()));
    several.sampling("glif", 2.5, "V_m").sampling("alpha", 0.4, "V_m").run(30);
    assertThat(subset).hasSize(100);
    for (int i = 0; i < 100; i++) {
      double[] all = every.samples()[3 * i + 2];
      assertThat(subset.get(i))
          .containsExactly(
              all[130 + 129], all[130], all[130 + 64], all[130], all[129], all[0], all[64], all[0]);
    }
    assertThat(several.keys()).isEqualTo(every.keys());
  }

  @Test
  void shouldStopAtTheEndOfAWindow() throws InterruptedException {
    Run run = Run.of(Mixed.fixedDelays(), 2, 2);
    AtomicBoolean stopped = new AtomicBoolean();
    Thread stopper =
        Thread.ofPlatform()
            .start(() -> {
              while (run.simulation().timeMs() < 5) {
                Thread.onSpinWait();
              }
              run.simulation().stop();
              stopped.set(true);
            });
    run.run(1e6);
    stopper.join();
    assertThat(stopped).isTrue();
    long steps = Math.round(run.simulation().timeMs() * 10);
    assertThat(steps).isBetween(50L, 9_999_999L);
    assertThat(steps % run.compiled().windowSteps()).isZero();
  }

  /**
   * Allowed in 1,000 steps: a few kilobytes for the objects of one call of run, and lists that
   * reach a new largest size; not a byte for each step. Vectors are objects until the last compiler
   * has seen their loop, which may take a while beside other tests.
   */
  @Test
  void shouldAllocateNothingPerStep() {
    Simulation simulation = quiet();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    simulation.run(2000);
    long allocated = Long.MAX_VALUE;
    for (int tries = 0; tries < 50 && allocated >= 4096; tries++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      simulation.run(100);
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertThat(simulation.spikes()).isGreaterThan(5000);
    assertThat(allocated).isLessThan(4096);
  }

  /** A network that fires regularly, without a listener: 1,000 steps are 1,000 windows. */
  private static Simulation quiet() {
    Network network =
        driven(200)
            .with(Population.of("noise", "poisson_generator", 1).with("rate", 1000))
            .with(
                Projection.of(
                        "r",
                        "n",
                        "n",
                        new Connectivity.Rule("fixed_indegree", Map.of("indegree", Value.of(20))))
                    .with("weight", "normal(1, 0.1)")
                    .with("delay", 0.1))
            .with(Projection.of("p", "noise", "n", ALL).with("weight", 5))
            .with(
                Population.of("tide", "inhomogeneous_poisson_generator", 1)
                    .with("rate_times", Value.of(1.0, 2.0))
                    .with("rate_values", Value.of(900.0, 800.0)))
            .with(Projection.of("t", "tide", "n", ALL).with("weight", 5))
            .with(
                Population.of("gamma", "gamma_sup_generator", 1)
                    .with("rate", 20)
                    .with("gamma_shape", 3))
            .with(Projection.of("g", "gamma", "n", ALL).with("weight", 5))
            .with(Population.of("mip", "mip_generator", 1).with("rate", 900).with("p_copy", 0.1))
            .with(Projection.of("m", "mip", "n", ALL).with("weight", 5))
            .with(Population.of("white", "noise_generator", 1).with("std", 20).with("dt", 0.1))
            .with(Projection.of("w", "white", "n", ALL))
            .with(Population.of("wave", "ac_generator", 1).with("amplitude", 20))
            .with(Projection.of("a", "wave", "n", ALL));
    CompiledNetwork compiled = NetworkBuilder.build(network, 1).network();
    assertThat(compiled.windowSteps()).isEqualTo(1);
    return new Simulation(compiled, 1);
  }

  @Test
  void shouldFailTheRunWhenAListenerFails() {
    Simulation simulation = new Simulation(NetworkBuilder.build(driven(100), 3).network(), 3);
    simulation.listen((keys, n) -> {
      if (n > 0) {
        throw new IllegalStateException("listener");
      }
    });
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> simulation.run(50))
        .withMessage("listener");
  }

  @Test
  void shouldSendGivenSpikesToListeners() {
    Network network =
        Network.of("given", 0.1)
            .with(Population.of("n", "iaf_psc_exp", 3))
            .with(
                Population.of("i", "spike_train_injector", 2)
                    .withSpikes(
                        SpikeTrains.of(
                            ColumnSource.of(SegmentColumn.of("ids", 1, 0, 1)),
                            ColumnSource.of(SegmentColumn.of("times", 5.0, 0.1, 5.0)))));
    Run run = Run.of(network).run(10);
    assertThat(run.spikeTimes(3)).containsExactly(0.1);
    assertThat(run.spikeTimes(4)).containsExactly(5.0, 5.0);
    assertThat(run.simulation().spikes()).as("spikes of neurons").isZero();
  }

  @Test
  void shouldRefuseWrongRequestsInOneLine() {
    Simulation simulation =
        new Simulation(NetworkBuilder.build(Mixed.fixedDelays(), 1).network(), 1);
    refuses(
        () -> simulation.run(0.05),
        "duration: 0.05 ms; allowed is a multiple of the resolution 0.1 ms, up to 2^31 steps in all");
    refuses(
        () -> simulation.run(-1),
        "duration: -1.0 ms; allowed is a multiple of the resolution 0.1 ms, up to 2^31 steps in all");
    refuses(
        () -> simulation.run(1e9),
        "duration: 1.0E9 ms; allowed is a multiple of the resolution 0.1 ms, up to 2^31 steps in all");
    refuses(
        () -> sample(simulation, "glif", 0, "V_m", 0.25),
        "record.every: 0.25 ms; allowed is a positive multiple of the resolution 0.1 ms");
    refuses(
        () -> sample(simulation, "glif", 0, "V_m", 0),
        "record.every: 0.0 ms; allowed is a positive multiple of the resolution 0.1 ms");
    refuses(
        () -> sample(simulation, "glif", 251, "V_m", 1),
        "record.ids: node 251 of population 'glif'; allowed is 0 to 250");
    refuses(
        () -> sample(simulation, "glif", -1, "V_m", 1),
        "record.ids: node -1 of population 'glif'; allowed is 0 to 250");
    refuses(
        () -> sample(simulation, "gilf", 0, "V_m", 1),
        "unknown population 'gilf'; did you mean 'glif'?");
    refuses(
        () -> sample(simulation, "lgn", 0, "V_m", 1),
        "record: population 'lgn' (spike_train_injector) has no recordables");
    refuses(
        () -> sample(simulation, "exp", 0, "Vm", 1),
        "record.Vm: population 'exp' (iaf_psc_exp) has no such recordable; did you mean 'V_m'?");
    refuses(
        () -> simulation.sample("exp", new int[0], List.of("V_m", "Vm"), 1, (t, values) -> {}),
        "record.Vm: population 'exp' (iaf_psc_exp) has no such recordable; did you mean 'V_m'?");
    refuses(() -> Run.of(driven(1), 1, 0), "threads: 0; allowed is 1 or more");
    refuses(() -> Run.of(driven(1), 0, 1), "threads: 0; allowed is 1 or more");
  }

  @Test
  void shouldSampleNoNodesAsEmptyRows() {
    Simulation simulation =
        new Simulation(NetworkBuilder.build(Mixed.fixedDelays(), 1).network(), 1);
    List<Integer> lengths = new ArrayList<>();
    simulation.sample(
        "exp", new int[0], List.of("V_m"), 1, (t, values) -> lengths.add(values.length));
    simulation.run(5);
    assertThat(lengths).hasSize(5).containsOnly(0);
  }

  private static void sample(
      Simulation simulation, String population, int id, String variable, double everyMs) {
    simulation.sample(population, new int[] {id}, List.of(variable), everyMs, (t, values) -> {});
  }

  private static void refuses(Runnable request, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(request::run)
        .withMessage(message);
  }
}
