package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neurons that count spikes, and several spikes of one node in one step. */
class ParrotTest {

  @Test
  void shouldRepeatEverySpikeWhateverItsWeight() {
    for (double weight : new double[] {1, 0, -7.5}) {
      Network network =
          chain(
              Population.of("in", "spike_generator", 1)
                  .with("spike_times", Value.of(1.0, 2.0, 2.0, 5.0)),
              weight,
              0);
      assertThat(Run.of(network).run(10).spikeTimes(1))
          .as("weight %s", weight)
          .containsExactly(2.0, 3.0, 3.0, 6.0);
    }
  }

  @Test
  void shouldCountMultiplicitiesButNotWeightFactors() {
    Population in =
        Population.of("in", "spike_generator", 1)
            .with("spike_times", Value.of(1.0, 2.0))
            .with("spike_multiplicities", Value.of(3.0, 1.0));
    assertThat(Run.of(chain(in, 4, 0)).run(10).spikeTimes(1)).containsExactly(2.0, 2.0, 2.0, 3.0);
    Population weighted =
        Population.of("in", "spike_generator", 1)
            .with("spike_times", Value.of(1.0, 2.0))
            .with("spike_weights", Value.of(3.0, 0.0));
    assertThat(Run.of(chain(weighted, 4, 0)).run(10).spikeTimes(1)).containsExactly(2.0, 3.0);
  }

  @Test
  void shouldPassSeveralSpikesOfOneStepOnToAllTargets() {
    Network network =
        chain(
                Population.of("in", "spike_generator", 1)
                    .with("spike_times", Value.of(1.0))
                    .with("spike_multiplicities", Value.of(new double[] {3.0})),
                1,
                0)
            .with(Population.of("second", "parrot_neuron", 1))
            .with(Population.of("neuron", "iaf_psc_delta", 1))
            .with(to("second", 2))
            .with(to("neuron", 2));
    Run run = Run.of(network).sampling("neuron", 0.1, "V_m").run(4);
    assertThat(run.spikeTimes(2)).containsExactly(3.0, 3.0, 3.0);
    assertThat(run.series(0)[28]).isEqualTo(-70);
    assertThat(run.series(0)[29]).isEqualTo(-64);
  }

  @Test
  void shouldTakeSpikesOnItsSecondReceptorAndDropThem() {
    Population in =
        Population.of("in", "spike_generator", 1).with("spike_times", Value.of(1.0, 2.0));
    assertThat(Run.of(chain(in, 1, 1)).run(10).spikeTimes(1)).isEmpty();
    assertThatThrownBy(() -> Run.of(chain(in, 1, 2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("receptor is 2; population 'parrot' (parrot_neuron) has 0 to 1");
  }

  /** Weights change, spikes count: stdp of a pair of parrots, of which one fires 5 ms later. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void shouldLearnOnTheWayToAParrot(int receptor) {
    Network network =
        Network.of("pair", 0.1)
            .with(generator("before", 10.0, 50.0))
            .with(generator("after", 15.0))
            .with(Population.of("pre", "parrot_neuron", 1))
            .with(Population.of("post", "parrot_neuron", 1))
            .with(pair("before", "pre", 0))
            .with(pair("after", "post", 0))
            .with(
                pair("pre", "post", receptor)
                    .withSynapseModel("stdp_synapse")
                    .with("lambda", 0.1)
                    .with("mu_plus", 0)
                    .with("weight", 3)
                    .with("Wmax", 10));
    Run run = Run.of(network).run(60);
    // pre spikes at 11 and 51 ms, post at 16 ms on its own account and when pre is repeated.
    assertThat(run.spikeTimes(3))
        .isEqualTo(receptor == 0 ? List.of(12.0, 16.0, 52.0) : List.of(16.0));
    double weight = run.simulation().weights("pre-post").weights()[0];
    assertThat(weight).isNotEqualTo(3);
    if (receptor == 1) {
      // Dendritic delay 1 ms: 16 + 1 - 11 = 6 ms after; 51 - 17 = 34 ms before.
      double up = 3.0 / 10 + 0.1 * Math.exp(-6 / 20.0);
      double down = up - 0.1 * up * Math.exp(-34 / 20.0);
      assertThat(weight).isCloseTo(10 * down, within(1e-12));
    }
  }

  @Test
  void shouldRepeatWhatASynapseDoesNotLose() {
    double[] times = DoubleStream.iterate(1, t -> t + 1).limit(1000).toArray();
    for (String model : new String[] {"bernoulli_synapse", "quantal_stp_synapse"}) {
      Network network =
          Network.of("lossy", 0.1)
              .with(generator("in", times))
              .with(Population.of("out", "parrot_neuron", 1))
              .with(
                  pair("in", "out", 0)
                      .withSynapseModel(model)
                      .with("weight", 7.5)
                      .with(
                          model.startsWith("b") ? "p_transmit" : "tau_rec",
                          model.startsWith("b") ? 0.3 : 1.0));
      Run run = Run.of(network);
      List<Double> sent = new ArrayList<>();
      run.simulation()
          .recordWeights(
              "in-out",
              (time, source, target, weight) -> {
                if (weight != 0) {
                  sent.add(time + 1);
                }
              });
      run.run(1010);
      assertThat(run.spikeTimes(1)).hasSizeBetween(200, 700).isEqualTo(sent);
    }
  }

  private static Population generator(String name, double... times) {
    return Population.of(name, "spike_generator", 1).with("spike_times", Value.of(times));
  }

  private static Projection pair(String from, String to, int receptor) {
    return Projection.of(from + "-" + to, from, to, Connectivity.rule("all_to_all"))
        .with("receptor", receptor);
  }

  @Test
  void shouldRepeatTheCountsOfAPoissonGenerator() {
    Population in = Population.of("in", "poisson_generator", 1).with("rate", 20_000);
    Network network = chain(in, 0.25, 0);
    List<Double> times = Run.of(network).run(100).spikeTimes(1);
    // 2000 expected; five standard deviations are exceeded once in a million.
    assertThat(times).hasSizeBetween(2000 - 224, 2000 + 224);
    assertThat(times.stream().distinct().count()).isLessThan(times.size());
  }

  private static Network chain(Population in, double weight, int receptor) {
    return Network.of("chain", 0.1)
        .with(in)
        .with(Population.of("parrot", "parrot_neuron", 1))
        .with(
            Projection.of("in-parrot", "in", "parrot", Connectivity.rule("all_to_all"))
                .with("weight", weight)
                .with("receptor", receptor));
  }

  private static Projection to(String target, double weight) {
    return Projection.of("parrot-" + target, "parrot", target, Connectivity.rule("all_to_all"))
        .with("weight", weight);
  }
}
