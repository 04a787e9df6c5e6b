package org.baya.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baya.error.SimulationException;

/** The V1 core from its files to its spikes, in fresh processes, at 0.1 and at 1.0 ms. */
final class V1Bench implements Benchmark {
  /** Neurons of the network that the targets are for. */
  private static final long NEURONS = 51_978;

  /** Simulated time that the targets are for [ms]. */
  private static final double DURATION_MS = 1000;

  private static final List<Target> TARGETS =
      List.of(
          new Target("0.1 ms", Figure.SETUP, "16 s", 2.0, 1.0),
          new Target("0.1 ms", Figure.SIMULATE, "24-26 s", 1.5, 0.7),
          new Target("0.1 ms", Figure.TOTAL, "43 s", 4, 2),
          new Target("0.1 ms", Figure.PEAK_MEMORY, "3.2 GB", 1.5e9, 0.7e9),
          new Target("1 ms", Figure.SETUP, "19 s", 2.0, 1.0),
          new Target("1 ms", Figure.SIMULATE, "8-11 s", 0.6, 0.3),
          new Target("1 ms", Figure.TOTAL, "30 s", 4, 2),
          new Target("1 ms", Figure.PEAK_MEMORY, "3.1 GB", 1.5e9, 0.7e9));

  private static final double[] RESOLUTIONS_MS = {0.1, 1.0};
  private static final int READ_BYTES = 1 << 20;

  @Override
  public String name() {
    return "v1";
  }

  @Override
  public String description() {
    return "the V1 core from its files to its spikes, in fresh processes, beside NEST and the targets.";
  }

  @Override
  public String seriesTitle() {
    return "step";
  }

  @Override
  public List<Figure> compared() {
    return ExperimentBench.WHOLE;
  }

  @Override
  public List<Figure> details() {
    return ExperimentBench.PHASES;
  }

  /** Only for the network and the time that the targets are for. */
  @Override
  public Optional<Target> target(Series series, Figure figure) {
    RunResult run = series.first();
    boolean comparable = run.neurons() == NEURONS && run.durationMs() == DURATION_MS;
    return TARGETS.stream()
        .filter(target ->
            comparable && target.figure() == figure && target.series().equals(series.name()))
        .findFirst();
  }

  /** Generates the network if need be and runs it; a series for each resolution. */
  @Override
  public List<Series> run(Conditions conditions) {
    FreshRuns runs = new FreshRuns(conditions);
    Path experiment = prepare(runs);
    List<Series> all = new ArrayList<>();
    for (double resolutionMs : RESOLUTIONS_MS) {
      String resolution = Double.toString(resolutionMs);
      String name = (resolutionMs == 1 ? "1" : resolution) + " ms";
      all.add(runs.series(name, experiment, List.of("--resolution", resolution)));
    }
    return all;
  }

  /** Makes sure that the files are there and in the page cache. */
  private static Path prepare(FreshRuns runs) {
    try {
      return prepare(runs, runs.example("v1", "v1.yaml"));
    } catch (IOException e) {
      throw new SimulationException(runs.directory() + ": " + e.getMessage(), e);
    }
  }

  private static Path prepare(FreshRuns runs, Path example) throws IOException {
    Path directory = runs.directory();
    Path experiment = directory.resolve("v1.yaml");
    Files.copy(example, experiment, StandardCopyOption.REPLACE_EXISTING);
    Path network = directory.resolve("v1.h5");
    Path input = directory.resolve("input.h5");
    if (!Files.isRegularFile(network) || !Files.isRegularFile(input)) {
      List<String> generate = List.of("generate", "v1", "--out", network.toString(), "--quiet");
      runs.during("generate", generate);
    }
    read(network);
    read(input);
    return experiment;
  }

  private static void read(Path file) throws IOException {
    byte[] buffer = new byte[READ_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      while (in.read(buffer) >= 0) {
        // only so that the file is in the page cache
      }
    }
  }
}
