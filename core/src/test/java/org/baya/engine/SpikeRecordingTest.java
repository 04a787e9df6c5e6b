package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.baya.build.NetworkBuilder;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;

class SpikeRecordingTest {
  /**
   * Two injectors in front of three neurons; each spike of node 1 makes neurons 2 and 0 fire within
   * two milliseconds.
   */
  private static final Network NETWORK =
      Network.of("small", 0.1)
          .with(
              Population.of("clock", "spike_train_injector", 2)
                  .with("spike_times", Value.of(2.0, 8.0)))
          .with(Population.of("cells", "iaf_psc_exp", 3))
          .with(
              Projection.of(
                      "kick",
                      "clock",
                      "cells",
                      Connectivity.edges(new int[] {1, 1}, new int[] {2, 0})
                          .with("weight", 20_000.0, 15_000.0))
                  .with("delay", 1.0));

  @Test
  void shouldKeepTheSpikesOfOnePopulation() {
    try (Simulation simulation = simulation()) {
      SpikeRecording clock = simulation.record("clock");
      SpikeRecording cells = simulation.record("cells");
      simulation.run(5.0);
      assertThat(clock.timesMs()).containsExactly(2.0, 2.0);
      assertThat(clock.nodes()).containsExactly(0, 1);
      assertThat(cells.nodes()).containsExactly(2, 0);
      assertThat(cells.timesMs()).isSorted().hasSize(2);
      assertThat(cells.timesMs()[0]).isGreaterThan(3.0);
    }
  }

  @Test
  void shouldGoOnThroughSeveralRuns() {
    try (Simulation simulation = simulation()) {
      SpikeRecording clock = simulation.record("clock");
      assertThat(clock.size()).isZero();
      simulation.run(5.0);
      assertThat(clock.size()).isEqualTo(2);
      simulation.run(5.0);
      assertThat(clock.size()).isEqualTo(4);
      assertThat(clock.timesMs()).containsExactly(2.0, 2.0, 8.0, 8.0);
    }
  }

  @Test
  void shouldGrowWhenThereAreManySpikes() {
    Network busy =
        Network.of("busy", 1.0)
            .with(
                Population.of("clock", "spike_train_injector", 3000)
                    .with("spike_times", Value.of(1.0, 2.0)));
    try (Simulation simulation = new Simulation(NetworkBuilder.build(busy, 1).network(), 1)) {
      SpikeRecording clock = simulation.record("clock");
      simulation.run(3.0);
      assertThat(clock.size()).isEqualTo(6000);
      assertThat(clock.nodes()[5999]).isEqualTo(2999);
    }
  }

  @Test
  void shouldRefuseAnUnknownPopulation() {
    try (Simulation simulation = simulation()) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> simulation.record("cell"))
          .withMessage("unknown population 'cell'; did you mean 'cells'?");
    }
  }

  private static Simulation simulation() {
    return new Simulation(NetworkBuilder.build(NETWORK, 1).network(), 1);
  }
}
