package org.baya.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.baya.app.run.OutputDirectory;
import org.baya.error.SimulationException;
import org.baya.io.experiment.ExperimentFile;
import org.baya.io.v1.V1Files;
import org.baya.io.v1.V1Network;
import org.baya.io.v1.V1Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code baya demo}: the mouse V1 core, made where it is absent, simulated, and reported. */
@Command(
    description = {
      "Simulates the core of mouse V1: 51,978 neurons, 14.4 million synapses, one second.",
      "Makes the network on first use (v1.h5, input.h5, v1.yaml in DIR), then runs it as 'baya run DIR/v1.yaml' would."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final String EXPERIMENT = "v1.yaml";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Directory for network and results; default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("out", "demo");

  @Option(
      names = "--radius",
      paramLabel = "UM",
      description =
          "Radius of the cylinder in um when the network is made; default: ${DEFAULT-VALUE}.")
  private double radiusUm = V1Settings.CORE_RADIUS_UM;

  @Override
  public Integer call() {
    V1Settings settings = V1Settings.of(radiusUm, 1, options.threads());
    RunSession session = new RunSession(spec, options);
    try (OutputDirectory _ = OutputDirectory.prepare(out)) {
      makeNetwork(settings, session.screen());
    }
    return session.run(
        () -> ExperimentFile.load(out.resolve(EXPERIMENT), options.settings()), _ -> out);
  }

  private void makeNetwork(V1Settings settings, Screen screen) {
    Path network = out.resolve("v1.h5");
    Path input = V1Files.inputBeside(network);
    if (!Files.exists(network) || !Files.exists(input)) {
      screen.during(
          "make the network",
          () -> Double.NaN,
          () -> {
            V1Network made = V1Network.generate(settings);
            V1Files.write(made, network, input, settings.threads());
            return made;
          });
    }
    try (InputStream experiment =
        Objects.requireNonNull(DemoCommand.class.getResourceAsStream(EXPERIMENT), EXPERIMENT)) {
      Files.copy(experiment, out.resolve(EXPERIMENT), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new SimulationException(out.resolve(EXPERIMENT) + ": cannot be written", e);
    }
  }
}
