package org.baya.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.baya.app.run.OutputDirectory;
import org.baya.error.SimulationException;
import org.baya.io.experiment.ExperimentFile;
import org.baya.io.v1.V1Files;
import org.baya.io.v1.V1Network;
import org.baya.io.v1.V1Settings;

/** {@code baya demo}: the mouse V1 core, made where it is absent, simulated, and reported. */
final class DemoCommand implements Command {
  private static final String EXPERIMENT = "v1.yaml";
  private static final Path OUT = Path.of("out", "demo");

  private final RunOptions options;
  private final Argument<Path> directory;
  private final Argument<Double> radiusUm;

  DemoCommand(Arguments arguments) {
    arguments.describe(
        "Simulates the core of mouse V1: 51,978 neurons, 14.4 million synapses, one second.",
        "Makes the network on first use (v1.h5, input.h5, v1.yaml in DIR), then runs it as 'baya run"
            + " DIR/v1.yaml' would.");
    options = new RunOptions(arguments);
    directory =
        arguments.option(
            "--out", "DIR", Kind.PATH, "Directory for network and results; default: " + OUT + ".");
    radiusUm =
        arguments.option(
            "--radius",
            "UM",
            Kind.NUMBER,
            "Radius of the cylinder in um when the network is made; default: "
                + V1Settings.CORE_RADIUS_UM
                + ".");
  }

  @Override
  public int run(Console console) {
    V1Settings settings =
        V1Settings.of(radiusUm.orElse(V1Settings.CORE_RADIUS_UM), 1, options.threads());
    Path out = directory.orElse(OUT);
    RunSession session = new RunSession(console, options);
    try (OutputDirectory _ = OutputDirectory.prepare(out)) {
      makeNetwork(settings, out, session.screen());
    }
    return session.run(
        () -> ExperimentFile.load(out.resolve(EXPERIMENT), options.settings()), _ -> out);
  }

  private static void makeNetwork(V1Settings settings, Path out, Screen screen) {
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
