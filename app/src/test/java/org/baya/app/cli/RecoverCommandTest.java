package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.baya.io.hdf5.Hdf5File;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in a process of its own is killed; its recordings are as those of a run that ends. */
class RecoverCommandTest {
  private static final String EXPERIMENT =
      """
      name: long
      resolution: 0.1
      duration: %s
      populations:
        noise: {model: poisson_generator, size: 1, parameters: {rate: 8000}}
        cells: {model: iaf_psc_exp, size: 50}
      projections:
        drive: {from: noise, to: cells, rule: all_to_all, weight: 60.0}
      record:
        spikes: {of: cells}
        V_m: {of: cells, ids: [3, 1], every: 0.5}
        multimeter: {of: cells, ids: [4, 2], record_from: [V_m, I_syn_ex], interval: 2.0, format: csv}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;
  private Path results;

  @BeforeEach
  void nameResults() {
    results = directory.resolve("results");
  }

  private int baya(String... args) {
    return Baya.run(args, new PrintWriter(out), new PrintWriter(err));
  }

  private Process start() throws IOException {
    Path file = Files.writeString(directory.resolve("long.yaml"), EXPERIMENT.formatted("1e8"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.baya.app.cli.Baya",
            "run",
            file.toString(),
            "--threads",
            "1",
            "--out",
            results.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("log.txt").toFile())
        .start();
  }

  /** Waits until a file of samples has more than a few buffers. */
  private Path awaitSamples() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < deadline) {
      Optional<Path> samples = samples();
      if (samples.isPresent() && Files.size(samples.get()) > 300_000) {
        return samples.get();
      }
      Thread.sleep(50);
    }
    throw new AssertionError(Files.readString(directory.resolve("log.txt")));
  }

  private Optional<Path> samples() throws IOException {
    if (!Files.isDirectory(results)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.walk(results)) {
      return all.filter(path -> path.toString().endsWith(".samples")).findFirst();
    }
  }

  @Test
  void shouldFinishTheFilesOfAKilledRun() throws IOException, InterruptedException {
    Process process = start();
    Path samples = awaitSamples();
    assertThat(baya("recover", results.toString())).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("its run is going on");
    process.destroyForcibly().waitFor();
    assertThat(Duration.between(Files.getLastModifiedTime(samples).toInstant(), Instant.now()))
        .isLessThan(Duration.ofSeconds(5));

    assertThat(baya("recover", results.toString())).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("cells_V_m.h5 cells_V_m_I_syn_ex.csv");
    try (Stream<Path> left = Files.list(results)) {
      assertThat(left.map(path -> path.getFileName().toString()).sorted())
          .containsExactly("cells_V_m.h5", "cells_V_m_I_syn_ex.csv", "spikes.h5");
    }
    comparePrefix();
  }

  /** The recovered files begin like those of a shorter run that ended by itself. */
  private void comparePrefix() throws IOException {
    Path file = Files.writeString(directory.resolve("short.yaml"), EXPERIMENT.formatted("1000"));
    Path whole = directory.resolve("whole");
    assertThat(baya("run", file.toString(), "--quiet", "--out", whole.toString()))
        .isEqualTo(ExitCode.DONE);
    double[] expected = column(whole, "cells_V_m.h5", "report/cells/data");
    double[] recovered = column(results, "cells_V_m.h5", "report/cells/data");
    assertThat(recovered).hasSizeGreaterThan(expected.length);
    assertThat(Arrays.copyOf(recovered, expected.length)).isEqualTo(expected);
    List<String> table = Files.readAllLines(whole.resolve("cells_V_m_I_syn_ex.csv"));
    assertThat(table).hasSize(1001).startsWith("time_ms,node,V_m,I_syn_ex");
    assertThat(Files.readAllLines(results.resolve("cells_V_m_I_syn_ex.csv")))
        .startsWith(table.toArray(String[]::new));
    for (String column : List.of("timestamps", "node_ids")) {
      double[] all = column(whole, "spikes.h5", "spikes/cells/" + column);
      assertThat(all).hasSizeGreaterThan(100);
      assertThat(Arrays.copyOf(column(results, "spikes.h5", "spikes/cells/" + column), all.length))
          .isEqualTo(all);
    }
  }

  private static double[] column(Path directory, String name, String dataset) {
    try (Hdf5File file = Hdf5File.open(directory.resolve(name));
        Arena arena = Arena.ofConfined()) {
      return file.column(dataset, arena).toDoubles();
    }
  }

  @Test
  void shouldSayThatNothingIsUnfinished() throws IOException {
    Files.createDirectories(results);
    assertThat(baya("recover", results.toString())).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("holds no unfinished run");
    assertThat(baya("recover", results.resolve("none").toString())).isEqualTo(ExitCode.INPUT);
  }
}
