package org.baya.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.baya.app.run.Progress;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a script in place of Baya that writes the summaries of {@link SampleSummary}. */
class ExperimentBenchTest {
  @TempDir private Path root;

  @Test
  void shouldRunTheExampleAsOftenAsAsked() throws IOException {
    example("microcircuit", "microcircuit.yaml");
    List<Series> series = ExperimentBench.microcircuit().run(conditions(3, 1000));

    assertThat(series).hasSize(1);
    assertThat(series.getFirst().runs()).hasSize(3);
    assertThat(calls()).hasSize(3).allMatch(call -> call.contains("microcircuit.yaml"));
  }

  @Test
  void shouldRunEverySizeOfAnExample() throws IOException {
    example("hpc_benchmark", "hpc_benchmark.yaml");
    List<Series> series = ExperimentBench.hpc().run(conditions(2, 1000));

    assertThat(series).extracting(Series::name).containsExactly("a fifth", "full size, 100 ms");
    assertThat(calls()).hasSize(4);
    assertThat(calls().getFirst()).contains("--duration 1000.0 --set scale=0.2");
    assertThat(calls().getLast()).contains("--duration 1000.0 --set duration=100");
    assertThat(Benchmarks.named("hpc_benchmark")).isPresent();
  }

  @Test
  void shouldKnowTargetsOnlyForTheDurationTheyAreFor() throws IOException {
    ExperimentBench bench = ExperimentBench.microcircuit();
    example("microcircuit", "microcircuit.yaml");
    Series series = bench.run(conditions(1, 1000)).getFirst();
    assertThat(bench.target(series, Figure.BUILD)).map(Target::required).contains(6.0);
    assertThat(bench.target(series, Figure.TOTAL)).isEmpty();
    RunResult first = series.first();
    Series shorter =
        new Series(
            "full size",
            List.of(
                new RunResult(
                    first.neurons(),
                    first.synapses(),
                    first.threads(),
                    first.resolutionMs(),
                    500,
                    first.spikes(),
                    first.spikeChecksum(),
                    first.figures())));
    assertThat(bench.target(shorter, Figure.BUILD)).isEmpty();
  }

  @Test
  void shouldRunEverySizeWithOneAndWithAllThreads() throws IOException {
    example("brunel", "brunel-delta.yaml");
    List<Series> series = new ScalingBench().run(conditions(1, 100));

    assertThat(series).extracting(Series::name).doesNotHaveDuplicates();
    assertThat(series)
        .extracting(Series::name)
        .contains("10 k x 100, 1 thread", "10 k x 100, 2 threads");
    assertThat(calls().getFirst())
        .contains("--set order=2000 --set epsilon=0.01")
        .endsWith("--threads 1");
  }

  @Test
  void shouldNameTheExampleWhenItIsMissing() throws IOException {
    assertThatThrownBy(() -> ExperimentBench.brunel().run(conditions(1, 100)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("brunel-delta.yaml: no such file");
  }

  private void example(String folder, String file) throws IOException {
    Path directory = Files.createDirectories(root.resolve("examples").resolve(folder));
    Files.writeString(directory.resolve(file), "name: x\n");
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(root.resolve("calls"));
  }

  /** In a folder that is not there yet. */
  private Conditions conditions(int repeats, double durationMs) throws IOException {
    String summary = SampleSummary.TEXT.replace("RESOLUTION", "0.1");
    Files.writeString(root.resolve("summary"), summary);
    String script =
        "#!/bin/sh\necho \"$*\" >> "
            + root
            + "/calls\nmkdir -p $5 && cp "
            + root
            + "/summary $5/summary.json\n";
    Path file = Files.writeString(root.resolve("baya"), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Conditions(
        () -> new Launcher(file),
        Optional.empty(),
        repeats,
        durationMs,
        OptionalInt.of(2),
        Progress.none());
  }
}
