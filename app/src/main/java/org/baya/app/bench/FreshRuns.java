package org.baya.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.baya.error.InvalidInputException;

/** Runs experiments as users do, in a new process each, and reads what their summaries tell. */
final class FreshRuns {
  private final Conditions conditions;
  private final Launcher launcher;
  private final Path directory;

  FreshRuns(Conditions conditions) {
    this.conditions = conditions;
    launcher = conditions.launcher().get();
    directory = conditions.directory().orElse(launcher.root().resolve("target").resolve("bench"));
  }

  /** Where files are kept; made if it is not there. */
  Path directory() {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new InvalidInputException(directory.toString(), "cannot be created as a directory", e);
    }
  }

  /**
   * A file of the examples.
   *
   * @throws InvalidInputException if it is not there
   */
  Path example(String folder, String file) {
    Path example = launcher.root().resolve("examples").resolve(folder).resolve(file);
    if (!Files.isRegularFile(example)) {
      throw new InvalidInputException(
          example.toString(), "no such file; it is what 'baya bench " + folder + "' runs");
    }
    return example;
  }

  /** Runs a command of Baya, shown as {@code phase}. */
  void during(String phase, List<String> arguments) {
    conditions
        .progress()
        .during(
            phase,
            () -> Double.NaN,
            () -> {
              launcher.run(directory().resolve("bench.log"), arguments);
              return phase;
            });
  }

  /** Runs an experiment as often as asked. */
  Series series(String name, Path experiment, List<String> options) {
    Path out = directory().resolve("out");
    List<String> arguments =
        new ArrayList<>(List.of("run", experiment.toString(), "--quiet", "--out", out.toString()));
    arguments.addAll(List.of("--duration", Double.toString(conditions.durationMs())));
    arguments.addAll(options);
    conditions
        .threads()
        .ifPresent(threads -> arguments.addAll(List.of("--threads", Integer.toString(threads))));
    List<RunResult> runs = new ArrayList<>();
    for (int run = 1; run <= conditions.repeats(); run++) {
      during(name + " " + run + "/" + conditions.repeats(), arguments);
      runs.add(RunResult.read(out.resolve("summary.json")));
    }
    return new Series(name, runs);
  }
}
