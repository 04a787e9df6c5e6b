package org.baya.io.sonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.baya.build.NetworkBuilder;
import org.baya.engine.Simulation;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.Setting;
import org.baya.io.hdf5.Hdf5File;
import org.baya.network.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published networks against every spike of the simulators that ran them; see the README. */
class SonataAnswersTest {
  @TempDir static Path directory;

  @BeforeAll
  static void unpack() throws IOException {
    SonataExamples.unpack(directory);
  }

  private static Experiment experiment(String file, String... settings) {
    List<Setting> all = List.of(settings).stream().map(Setting::set).toList();
    return SonataExperiment.load(directory.resolve(file), all, true);
  }

  private static List<String> expected(String file, String population, double stepMs) {
    try (Hdf5File opened = Hdf5File.open(directory.resolve(file));
        Arena arena = Arena.ofConfined()) {
      String group = "spikes/" + population;
      double[] times = opened.column(group + "/timestamps", arena).toDoubles();
      int[] nodes = opened.column(group + "/node_ids", arena).toInts();
      List<String> spikes = new ArrayList<>();
      for (int i = 0; i < times.length; i++) {
        spikes.add(SonataSpikes.text(Math.round(times[i] / stepMs), population, nodes[i]));
      }
      Collections.sort(spikes);
      return spikes;
    }
  }

  @ParameterizedTest
  @CsvSource({"config.json, 1", "simulation_config.json, 2"})
  void shouldGiveEverySpikeOfNest(String file, int threads) {
    List<String> expected = expected("300_pointneurons/nest_spikes.h5", "internal", 0.01);
    assertThat(expected).hasSize(18_828);
    assertThat(SonataSpikes.of(experiment("300_pointneurons/" + file), threads))
        .isEqualTo(expected);
  }

  @Test
  void shouldGiveEverySpikeOfBmtk() {
    List<String> expected = expected("point_120cells/expected_spikes.h5", "cortex", 0.001);
    assertThat(expected).hasSize(1_197);
    assertThat(SonataSpikes.of(experiment("point_120cells/config.simulation.json"), 1))
        .isEqualTo(expected);
  }

  @Test
  void shouldGiveTheMembranePotentialsOfBmtk() {
    Experiment experiment = experiment("point_120cells/config.simulation.json", "run.tstop=600");
    Recording.Samples recording = (Recording.Samples) experiment.network().recordings().getLast();
    int[] ids = recording.ids().orElseThrow().stream().mapToInt(Long::intValue).toArray();
    assertThat(ids).containsExactly(0, 20, 60, 80, 100);
    double[] expected = expectedPotentials();
    List<double[]> rows = new ArrayList<>();
    try (Simulation simulation =
        new Simulation(NetworkBuilder.build(experiment.network(), 1).network(), 1)) {
      simulation.sample(
          "cortex",
          ids,
          List.of("V_m"),
          0.001,
          (timeMs, values) -> {
            if (Math.round(timeMs * 1000) % 1000 == 1) {
              rows.add(values.clone());
            }
          });
      simulation.run(600);
    }
    assertThat(rows).hasSize(600);
    for (int row = 0; row < rows.size(); row++) {
      for (int i = 0; i < ids.length; i++) {
        double rounded = Math.rint(rows.get(row)[i] * 1000) / 1000;
        assertThat(rounded)
            .as("row %d, node %d", row, ids[i])
            .isCloseTo(expected[row * ids.length + i], within(1e-6));
      }
    }
  }

  private static double[] expectedPotentials() {
    Path file = directory.resolve("point_120cells/expected_membrane_potential_1ms.h5");
    try (Hdf5File opened = Hdf5File.open(file);
        Arena arena = Arena.ofConfined()) {
      return opened.column("report/cortex/data_every_1000th_row", arena).toDoubles();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"iclamp", "iclamp.aslist", "iclamp.csv"})
  void shouldRunCurrentClamps(String variant) {
    Experiment experiment =
        experiment(
            "point_120cells/config.simulation_" + variant + ".json", "run.tstop=900", "run.dt=0.1");
    String clamp = experiment.network().populations().getLast().name();
    List<double[]> potentials = new ArrayList<>();
    try (Simulation simulation =
        new Simulation(NetworkBuilder.build(experiment.network(), 1).network(), 1)) {
      simulation.sample(
          "cortex", new int[] {3}, List.of("V_m"), 1.0, (t, v) -> potentials.add(v.clone()));
      simulation.run(900);
    }
    // 0.15 pA on a membrane of tau_m / C_m = 10 ms / 250 pF lifts it by 0.006 mV.
    assertThat(clamp).startsWith("current_clamp_");
    assertThat(potentials.get(490)[0]).isEqualTo(-70);
    assertThat(potentials.get(890)[0]).isCloseTo(-69.994, within(1e-4));
  }
}
