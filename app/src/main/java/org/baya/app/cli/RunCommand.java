package org.baya.app.cli;

import java.nio.file.Path;
import org.baya.io.experiment.Experiment;

/** {@code baya run FILE}: builds and simulates an experiment and writes its results. */
final class RunCommand implements Command {
  private final ExperimentOptions options;
  private final Argument<Path> out;

  RunCommand(Arguments arguments) {
    arguments.describe(
        "Builds and simulates an experiment and writes spikes.h5, report.html, raster.png and"
            + " summary.json.");
    options = new ExperimentOptions(arguments);
    out =
        arguments.option(
            "--out",
            "DIR",
            Kind.PATH,
            "Directory for the results; default: out/NAME, or what a SONATA configuration says.");
  }

  @Override
  public int run(Console console) {
    return new RunSession(console, options).run(options::load, this::directory);
  }

  private Path directory(Experiment experiment) {
    return out.value()
        .or(() -> experiment.outputs().directory())
        .orElseGet(() -> Path.of("out", experiment.network().name()));
  }
}
