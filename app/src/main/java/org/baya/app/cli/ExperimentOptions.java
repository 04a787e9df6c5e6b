package org.baya.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.baya.io.sonata.SonataExperiment;

/** What the commands that read an experiment's file have in common. */
final class ExperimentOptions extends RunOptions {
  private final Argument<Path> file;
  private final Argument<CountOfSynapses> countOfSynapses;

  ExperimentOptions(Arguments arguments) {
    super(arguments);
    file =
        arguments.operand(
            "FILE", Kind.PATH, 1, 1, "An experiment (.yaml) or a SONATA configuration (.json).");
    countOfSynapses =
        arguments.option(
            "--sonata-nsyns",
            "HOW",
            new Kind<>("multiply or ignore", CountOfSynapses::valueOf),
            "SONATA edges with nsyns: multiply their weight by it, as BMTK does (default), or ignore"
                + " it, as NEST does.");
  }

  /** What {@code nsyns} does; named as on the command line. */
  enum CountOfSynapses {
    multiply,
    ignore
  }

  Path file() {
    return file.required();
  }

  /**
   * The experiment with what the options set.
   *
   * @throws org.baya.error.InvalidInputException with every error of the file
   */
  Experiment load() {
    return isSonata() ? sonata() : ExperimentFile.load(file(), settings());
  }

  /** The experiment as far as it is right, with every error of its file. */
  ExperimentFile.Draft read() {
    return isSonata()
        ? new ExperimentFile.Draft(sonata(), List.of())
        : ExperimentFile.read(file(), settings());
  }

  private boolean isSonata() {
    return file().toString().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  private Experiment sonata() {
    boolean multiply = countOfSynapses.orElse(CountOfSynapses.multiply) == CountOfSynapses.multiply;
    return SonataExperiment.load(file(), settings(), multiply);
  }
}
