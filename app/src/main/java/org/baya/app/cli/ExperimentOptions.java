package org.baya.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.baya.io.sonata.SonataExperiment;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that read an experiment's file have in common. */
final class ExperimentOptions extends RunOptions {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "An experiment (.yaml) or a SONATA configuration (.json).")
  private Path file = Path.of("");

  @Option(
      names = "--sonata-nsyns",
      paramLabel = "HOW",
      description =
          "SONATA edges with nsyns: multiply their weight by it, as BMTK does (default), or ignore it, as NEST does.")
  private CountOfSynapses countOfSynapses = CountOfSynapses.multiply;

  /** What {@code nsyns} does; named as on the command line. */
  enum CountOfSynapses {
    multiply,
    ignore
  }

  Path file() {
    return file;
  }

  /**
   * The experiment with what the options set.
   *
   * @throws org.baya.error.InvalidInputException with every error of the file
   */
  Experiment load() {
    return isSonata() ? sonata() : ExperimentFile.load(file, settings());
  }

  /** The experiment as far as it is right, with every error of its file. */
  ExperimentFile.Draft read() {
    return isSonata()
        ? new ExperimentFile.Draft(sonata(), List.of())
        : ExperimentFile.read(file, settings());
  }

  private boolean isSonata() {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  private Experiment sonata() {
    return SonataExperiment.load(file, settings(), countOfSynapses == CountOfSynapses.multiply);
  }
}
