package org.baya.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.baya.app.run.Progress;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;

/** The V1 core from its files to its spikes, in fresh processes, at 0.1 and at 1.0 ms. */
public final class V1Bench {
  private static final double[] RESOLUTIONS_MS = {0.1, 1.0};
  private static final int READ_BYTES = 1 << 20;

  private final Launcher launcher;
  private final Settings settings;
  private final Progress progress;

  /**
   * What to measure.
   *
   * @param directory holds the network; made and filled if it is not there
   * @param repeats runs at each resolution
   * @param durationMs simulated time [ms]
   * @param threads of the runs; absent for one per core
   */
  public record Settings(Path directory, int repeats, double durationMs, OptionalInt threads) {}

  private V1Bench(Launcher launcher, Settings settings, Progress progress) {
    this.launcher = launcher;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Generates the network if need be and runs it.
   *
   * @return a series for each resolution
   */
  public static List<Series> run(Launcher launcher, Settings settings, Progress progress) {
    try {
      return new V1Bench(launcher, settings, progress).series();
    } catch (IOException e) {
      throw new SimulationException(settings.directory() + ": " + e.getMessage(), e);
    }
  }

  private List<Series> series() throws IOException {
    Path experiment = prepare();
    List<Series> all = new ArrayList<>();
    for (double resolutionMs : RESOLUTIONS_MS) {
      List<RunResult> runs = new ArrayList<>();
      for (int run = 1; run <= settings.repeats(); run++) {
        String phase = resolutionMs + " ms " + run + "/" + settings.repeats();
        runs.add(progress.during(phase, () -> Double.NaN, () -> result(experiment, resolutionMs)));
      }
      all.add(new Series(resolutionMs, runs));
    }
    return all;
  }

  /** Makes sure that the files are there and in the page cache. */
  private Path prepare() throws IOException {
    Path example = launcher.root().resolve("examples").resolve("v1").resolve("v1.yaml");
    if (!Files.isRegularFile(example)) {
      throw new InvalidInputException(
          example.toString(), "no such file; it is what 'baya bench v1' runs");
    }
    Path directory = Files.createDirectories(settings.directory());
    Path experiment = directory.resolve("v1.yaml");
    Files.copy(example, experiment, StandardCopyOption.REPLACE_EXISTING);
    Path network = directory.resolve("v1.h5");
    Path input = directory.resolve("input.h5");
    if (!Files.isRegularFile(network) || !Files.isRegularFile(input)) {
      List<String> generate = List.of("generate", "v1", "--out", network.toString(), "--quiet");
      progress.during("generate", () -> Double.NaN, () -> start(generate));
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

  private RunResult result(Path experiment, double resolutionMs) {
    Path out = settings.directory().resolve("out-" + resolutionMs);
    List<String> arguments =
        new ArrayList<>(List.of("run", experiment.toString(), "--quiet", "--out", out.toString()));
    arguments.addAll(
        List.of(
            "--resolution",
            Double.toString(resolutionMs),
            "--duration",
            Double.toString(settings.durationMs())));
    settings
        .threads()
        .ifPresent(threads -> arguments.addAll(List.of("--threads", Integer.toString(threads))));
    start(arguments);
    return RunResult.read(out.resolve("summary.json"));
  }

  private Path start(List<String> arguments) {
    Path log = settings.directory().resolve("bench.log");
    launcher.run(log, arguments);
    return log;
  }
}
