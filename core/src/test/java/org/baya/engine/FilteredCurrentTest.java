package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.baya.compiled.SpikeList;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stimulation currents and the receptors that they may go to. */
class FilteredCurrentTest {
  private static final int NEURONS = 11;
  private static final double RESOLUTION_MS = 0.1;
  private static final double TAU_MS = 3;
  private static final double PA = 600;

  private static Network neurons(double delta) {
    return Network.of("filter", RESOLUTION_MS)
        .with(
            Population.of("n", "iaf_psc_exp", NEURONS)
                .with("tau_syn_ex", Value.of(TAU_MS))
                .with("rho", Value.of(50))
                .with("delta", Value.of(delta)));
  }

  private static Projection to(String from, double weight, int receptor) {
    return Projection.of(from, from, "n", Connectivity.rule("all_to_all"))
        .with("weight", weight)
        .with("receptor", receptor)
        .with("delay", 1.0);
  }

  /** NEST: what arrives in a step moves the synaptic current by the 1 - exp(-h / tau)th part. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 2})
  void shouldFilterACurrentLikeSpikesInEveryStep(double delta) {
    double gain = 1 - Math.exp(-RESOLUTION_MS / TAU_MS);
    Network filtered =
        neurons(delta)
            .with(Population.of("dc", "dc_generator", 1).with("amplitude", Value.of(PA)))
            .with(to("dc", 1, 1));
    double[] times = IntStream.range(2, 401).mapToDouble(i -> i * RESOLUTION_MS).toArray();
    Network spikes =
        neurons(delta)
            .with(Population.of("s", "spike_generator", 1).with("spike_times", Value.of(times)))
            .with(to("s", gain * PA, 0));
    Run current = Run.of(filtered, 1, 1).sampling("n", 0.1, "V_m", "I_syn_ex").run(40);
    Run pulses = Run.of(spikes, 1, 1).sampling("n", 0.1, "V_m", "I_syn_ex").run(40);

    assertThat(current.keys())
        .isNotEmpty()
        .isEqualTo(pulses.keys().stream().filter(key -> SpikeList.node(key) < NEURONS).toList());
    for (int i = 0; i < 400; i++) {
      assertThat(current.samples()[i]).containsExactly(pulses.samples()[i], within(1e-10));
    }
    double expected = PA * (1 - Math.exp(-(20 - 1.1) / TAU_MS));
    assertThat(current.samples()[199][NEURONS]).isCloseTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 2", "1, 2"})
  void shouldGiveTheSameBitsForAnyShardsAndThreads(int shards, int threads) {
    Network network =
        neurons(0)
            .with(
                Population.of("step", "step_current_generator", 1)
                    .with("amplitude_times", Value.of(2.0, 7.3))
                    .with("amplitude_values", Value.of(900.0, 300.0)))
            .with(
                Population.of("noise", "noise_generator", 1)
                    .with("mean", Value.of(100))
                    .with("std", Value.of(400)))
            .with(to("step", 1, 1))
            .with(to("noise", 1, 1));
    Run reference = Run.of(network, 1, 1).sampling("n", 0.1, "I_syn_ex").run(60);
    Run other = Run.of(network, shards, threads).sampling("n", 0.1, "I_syn_ex").run(9.3, 0, 50.7);
    assertThat(other.keys()).hasSizeGreaterThan(10).isEqualTo(reference.keys());
    assertThat(Arrays.deepEquals(other.samples(), reference.samples())).isTrue();
    double[] currents = reference.samples()[599];
    assertThat(DoubleStream.of(currents).distinct().count()).isEqualTo(NEURONS);
  }

  @ParameterizedTest
  @CsvSource({
    "iaf_psc_exp, 2, has 0 to 1 for currents",
    "iaf_psc_alpha, 1, has 0 for currents",
    "iaf_psc_exp_multisynapse, 1, has 0 for currents",
    "glif_psc, 1, has 0 for currents",
  })
  void shouldRefuseAReceptorThatTakesNoCurrent(String model, int receptor, String message) {
    Network network =
        Network.of("wrong", 0.1)
            .with(Population.of("n", model, 1))
            .with(Population.of("dc", "dc_generator", 1))
            .with(to("dc", 1, receptor));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Run.of(network))
        .withMessageEndingWith(
            "receptor is " + receptor + "; population 'n' (" + model + ") " + message);
  }

  /** Ports begin at 1, but a current drives the membrane, which is receptor 0. */
  @Test
  void shouldDriveTheMembraneOfAModelWithPorts() {
    Network network =
        Network.of("ports", 0.1)
            .with(Population.of("n", "iaf_psc_exp_multisynapse", 3))
            .with(Population.of("dc", "dc_generator", 1).with("amplitude", Value.of(250)));
    Network given = network.with(to("dc", 1, 0));
    Network standard =
        network.with(Projection.of("dc", "dc", "n", Connectivity.rule("all_to_all")));
    for (Network each : new Network[] {given, standard}) {
      Run run = Run.of(each).sampling("n", 1.0, "V_m", "I_syn").run(100);
      // 250 pA through 40 MOhm.
      assertThat(run.samples()[98][0]).isCloseTo(-60, within(1e-3));
      assertThat(run.samples()[98][3]).isZero();
    }
  }
}
