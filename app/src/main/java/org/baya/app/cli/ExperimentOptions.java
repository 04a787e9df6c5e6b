package org.baya.app.cli;

import java.nio.file.Path;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import picocli.CommandLine.Parameters;

/** What the commands that read an experiment's file have in common. */
final class ExperimentOptions extends RunOptions {
  @Parameters(paramLabel = "FILE", description = "An experiment (.yaml).")
  private Path file = Path.of("");

  Path file() {
    return file;
  }

  /**
   * The experiment with what the options set.
   *
   * @throws InvalidInputException with every error of the file
   */
  Experiment load() {
    return ExperimentFile.load(yaml(), settings());
  }

  /** The experiment as far as it is right, with every error of its file. */
  ExperimentFile.Draft read() {
    return ExperimentFile.read(yaml(), settings());
  }

  private Path yaml() {
    if (file.toString().endsWith(".json")) {
      throw new InvalidInputException(
          file.toString(),
          "SONATA configurations cannot be read yet; allowed is an experiment (.yaml)");
    }
    return file;
  }
}
