package org.baya.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.baya.io.experiment.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code baya run FILE}: builds and simulates an experiment and writes its results. */
@Command(
    description =
        "Builds and simulates an experiment and writes spikes.h5, report.html, raster.png and summary.json.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExperimentOptions options = new ExperimentOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Directory for the results; default: out/NAME, or what a SONATA configuration says.")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() {
    return new RunSession(spec, options).run(options::load, this::directory);
  }

  private Path directory(Experiment experiment) {
    return out.or(() -> experiment.outputs().directory())
        .orElseGet(() -> Path.of("out", experiment.network().name()));
  }
}
