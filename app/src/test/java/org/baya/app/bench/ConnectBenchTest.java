package org.baya.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.baya.app.run.Progress;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.junit.jupiter.api.Test;

class ConnectBenchTest {
  private static Conditions conditions(int repeats) {
    return new Conditions(
        () -> new Launcher(Path.of("none")),
        Optional.empty(),
        repeats,
        1000,
        OptionalInt.of(2),
        Progress.none());
  }

  @Test
  void shouldTellSpeedAndMemoryOfEveryBuild() {
    ConnectCase small =
        new ConnectCase(
            "small",
            1,
            () ->
                Network.of("small", 0.1)
                    .with(Population.of("cells", "iaf_psc_exp", 100))
                    .with(
                        Projection.of("all", "cells", "cells", Connectivity.rule("all_to_all"))
                            .with("weight", 1.5)));
    Series series = ConnectBench.measure(small, conditions(3));

    assertThat(series.runs()).hasSize(3);
    RunResult run = series.first();
    assertThat(run.synapses()).isEqualTo(10_000);
    assertThat(run.threads()).isEqualTo(2);
    assertThat(run.figure(Figure.SYNAPSES_PER_S) * run.figure(Figure.BUILD))
        .isCloseTo(10_000, within(1e-6));
    assertThat(run.figure(Figure.BYTES_PER_SYNAPSE)).isGreaterThan(2);
    assertThat(run.figure(Figure.ALLOCATED)).isGreaterThan(1);
  }

  @Test
  void shouldHaveATargetForEveryCase() {
    List<String> names = ConnectCase.all().stream().map(ConnectCase::name).toList();
    assertThat(names).doesNotHaveDuplicates();
    for (String name : names) {
      RunResult run = new RunResult(1, 1, 2, 0.1, 0, 0, "", Map.of(Figure.SYNAPSES_PER_S, 30e6));
      Target target =
          new ConnectBench()
              .target(new Series(name, List.of(run)), Figure.SYNAPSES_PER_S)
              .orElseThrow();
      assertThat(target.verdict(30e6)).isEqualTo(target.required() > 30e6 ? "missed" : "required");
    }
  }
}
