package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;

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
