package org.baya.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.baya.error.SimulationException;
import org.baya.io.experiment.ExperimentFile;
import org.baya.io.experiment.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ExperimentRunTest {
  private static final String ENDLESS =
      """
      resolution: 0.1
      duration: 1e7
      populations:
        noise: {model: poisson_generator, size: 1, parameters: {rate: 8000}}
        cells: {model: iaf_psc_exp, size: 100}
      projections:
        drive: {from: noise, to: cells, rule: all_to_all, weight: 100.0, delay: 1.0}
      record:
        spikes: {of: cells}
        V_m: {of: cells, ids: [0], every: 1.0}
      """;

  @TempDir Path directory;

  @Test
  @Timeout(60)
  void shouldWriteWhatWasSimulatedWhenStopped() throws IOException {
    StopRequest stop = new StopRequest();
    ExperimentRun.Result result = run(stop, stopWhenSimulating(stop));
    assertThat(result.stopped()).isTrue();
    assertThat(result.summary().durationMs()).isGreaterThan(0).isLessThan(1e7);
    assertThat(result.summary().activity().spikes()).isPositive();
    for (String name : result.files()) {
      assertThat(directory.resolve("out").resolve(name)).exists();
    }
    assertThat(result.files()).contains("spikes.h5", "cells_V_m.h5", "summary.json");
  }

  @Test
  @Timeout(60)
  void shouldWriteNothingWhenStoppedBeforeTheFirstStep() {
    StopRequest stop = new StopRequest();
    stop.request();
    assertThatThrownBy(() -> run(stop, Progress.none()))
        .isInstanceOf(SimulationException.class)
        .hasMessageContaining("stopped");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  /** Stops the run as soon as 100 ms have been simulated. */
  private static Progress stopWhenSimulating(StopRequest stop) {
    return new Progress() {
      @Override
      public <T> T during(String phase, DoubleSupplier share, Supplier<T> work) {
        if (phase.equals("simulate")) {
          Thread.ofPlatform()
              .daemon()
              .start(() -> {
                while (share.getAsDouble() < 1e-5) {
                  Thread.onSpinWait();
                }
                stop.request();
              });
        }
        return work.get();
      }

      @Override
      public void say(String line) {}
    };
  }

  private ExperimentRun.Result run(StopRequest stop, Progress progress) throws IOException {
    Path file = Files.writeString(directory.resolve("endless.yaml"), ENDLESS);
    ExperimentRun.Request request =
        new ExperimentRun.Request(
            ExperimentFile.load(file, List.<Setting>of()),
            2,
            directory.resolve("out"),
            ProcessClock.start(),
            0.1,
            "test",
            List.of("baya", "run"));
    return ExperimentRun.run(request, progress, stop);
  }
}
