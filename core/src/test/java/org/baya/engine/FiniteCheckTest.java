package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.baya.catalog.Catalog;
import org.baya.compiled.Slab;
import org.baya.error.SimulationException;
import org.baya.model.Model;
import org.baya.model.NeuronModel;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteCheckTest {

  static Stream<String> neurons() {
    return Catalog.standard().models().stream()
        .filter(NeuronModel.class::isInstance)
        .map(Model::name);
  }

  /** Every variable of every model is looked at, also of neurons in other blocks and shards. */
  @ParameterizedTest
  @MethodSource("neurons")
  void shouldStopForAnyVariableOfAnyModel(String model) {
    Network network =
        Network.of("n", 0.1)
            .with(Population.of("first", model, 3))
            .with(Population.of("p", model, 20));
    Run run = Run.of(network, 3, 1);
    Slab slab = slab(run);
    FiniteCheck check = new FiniteCheck(run.compiled(), run.compiled().shards().getLast());
    check.run(40, 20);
    for (int variable = 0; variable < slab.dynamics().states(); variable++) {
      int at = slab.stateIndex(slab.lanes() - 1 - padding(slab)) + 8 * variable;
      double finite = slab.state()[at];
      for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        slab.state()[at] = value;
        assertThatExceptionOfType(SimulationException.class)
            .as("variable %d is %s", variable, value)
            .isThrownBy(() -> check.run(40, 20))
            .withMessageStartingWith("population 'p', neuron 19 (" + model + "): ")
            .withMessageContaining(" at 4.0 ms; it was finite at 2.0 ms");
      }
      slab.state()[at] = finite;
    }
  }

  private static Slab slab(Run run) {
    return run.compiled().shards().getLast().slabs().getLast();
  }

  private static int padding(Slab slab) {
    int padding = 0;
    while (slab.node()[slab.lanes() - 1 - padding] < 0) {
      padding++;
    }
    return padding;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void shouldNameTheNeuronTheVariableAndTheTime(int threads) {
    Network network =
        Network.of("blow", 0.1)
            .with(Population.of("calm", "iaf_psc_exp", 5))
            .with(Population.of("wild", "iaf_cond_exp", 70))
            .with(
                Population.of("s", "spike_generator", 1).with("spike_times", Value.of(10.0, 10.1)))
            .with(
                Projection.of("p", "s", "wild", Connectivity.rule("all_to_all"))
                    .with("weight", 1.5e308)
                    .with("delay", 1));
    Run run = Run.of(network, 2, threads);
    assertThatExceptionOfType(SimulationException.class)
        .isThrownBy(() -> run.run(100))
        .withMessageMatching(
            "population 'wild', neuron \\d+ \\(iaf_cond_exp\\): \\w+ is (NaN|Infinity) at [12]\\d\\.\\d ms; it was finite at 1?\\d\\.\\d ms");
    assertThat(run.simulation().timeMs()).isBetween(8.0, 21.0);
  }

  @Test
  void shouldLookAtTheEndOfARun() {
    Run run = Run.of(Network.of("n", 0.1).with(Population.of("p", "iaf_psc_exp", 1)));
    slab(run).state()[0] = Double.NaN;
    assertThatExceptionOfType(SimulationException.class)
        .isThrownBy(() -> run.run(0.1))
        .withMessage(
            "population 'p', neuron 0 (iaf_psc_exp): V_m is NaN at 0.1 ms; it was finite at 0.0 ms");
  }
}
