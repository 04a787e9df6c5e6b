package org.baya.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.baya.app.run.Progress;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a script in place of Baya that writes the summaries of {@link SampleSummary}. */
class V1BenchTest {
  @TempDir private Path root;

  @Test
  void shouldGenerateOnceAndRunEveryResolutionAsOftenAsAsked() throws IOException {
    Launcher launcher = launcher("");
    List<Series> series = new V1Bench().run(conditions(launcher, 2));
    new V1Bench().run(conditions(launcher, 1));

    assertThat(series).extracting(Series::name).containsExactly("0.1 ms", "1 ms");
    assertThat(series).extracting(one -> one.first().resolutionMs()).containsExactly(0.1, 1.0);
    assertThat(series.getFirst().runs()).hasSize(2);
    assertThat(series.getFirst().sameSpikes()).isTrue();
    List<String> calls = Files.readAllLines(root.resolve("calls"));
    assertThat(calls).filteredOn(call -> call.startsWith("generate")).hasSize(1);
    assertThat(calls).filteredOn(call -> call.startsWith("run")).hasSize(6);
    assertThat(calls.get(1)).contains("--duration 1000.0 --resolution 0.1").endsWith("--threads 2");
  }

  @Test
  void shouldDeriveWhatTheSummaryDoesNotSay() throws IOException {
    RunResult run = new V1Bench().run(conditions(launcher(""), 1)).getFirst().first();

    assertThat(run.figure(Figure.START)).isCloseTo(0.1, within(1e-9));
    assertThat(run.figure(Figure.DELIVER)).isEqualTo(0.2);
    assertThat(run.figure(Figure.NS_PER_EVENT)).isCloseTo(0.2 * 2 * 1e9 / 100e6, within(1e-9));
    assertThat(run.figure(Figure.NS_PER_UPDATE))
        .isCloseTo(0.4 * 2 * 1e9 / (51_978 * 10_000.0), within(1e-9));
    assertThat(run.figure(Figure.BYTES_PER_SYNAPSE)).isNaN();
  }

  @Test
  void shouldFailWithTheEndOfTheLogWhenARunFails() throws IOException {
    Launcher launcher = launcher("echo out of luck; exit 3");
    assertThatThrownBy(() -> new V1Bench().run(conditions(launcher, 1)))
        .isInstanceOf(SimulationException.class)
        .hasMessageContaining("ended with 3: out of luck");
  }

  @Test
  void shouldNameTheExampleWhenItIsMissing() throws IOException {
    Launcher launcher = launcher("");
    Files.delete(root.resolve("examples/v1/v1.yaml"));
    assertThatThrownBy(() -> new V1Bench().run(conditions(launcher, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("v1.yaml: no such file");
  }

  @Test
  void shouldRefuseASummaryWithoutTheMembersItNeeds() throws IOException {
    Path summary =
        Files.writeString(root.resolve("summary.json"), "{\"phases_s\": {}, \"threads\": null}");
    assertThatThrownBy(() -> RunResult.read(summary))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("threads")
        .hasMessageContaining("allowed is a number");
    Files.writeString(summary, "[1]");
    assertThatThrownBy(() -> RunResult.read(summary))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a list");
  }

  private Conditions conditions(Launcher launcher, int repeats) {
    return new Conditions(
        () -> launcher,
        Optional.of(root.resolve("cache")),
        repeats,
        1000,
        OptionalInt.of(2),
        Progress.none());
  }

  /** A launcher whose runs do {@code extra} before they write a summary. */
  private Launcher launcher(String extra) throws IOException {
    Files.createDirectories(root.resolve("examples/v1"));
    Files.writeString(root.resolve("examples/v1/v1.yaml"), "name: v1\n");
    Files.writeString(root.resolve("summary"), SampleSummary.TEXT);
    StringWriter script = new StringWriter();
    try (PrintWriter lines = new PrintWriter(script)) {
      lines.println("#!/bin/sh");
      lines.println("echo \"$*\" >> " + root + "/calls");
      lines.println(
          "if [ $1 = generate ]; then echo > $4; echo > $(dirname $4)/input.h5; exit 0; fi");
      lines.println(extra);
      lines.println("mkdir -p $5 && sed s/RESOLUTION/$9/ " + root + "/summary > $5/summary.json");
    }
    Path file = Files.writeString(root.resolve("baya"), script.toString());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Launcher(file);
  }
}
