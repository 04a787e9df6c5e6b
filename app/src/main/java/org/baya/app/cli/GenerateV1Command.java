package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.baya.app.run.OutputDirectory;
import org.baya.error.InvalidInputException;
import org.baya.io.v1.V1Files;
import org.baya.io.v1.V1Network;
import org.baya.io.v1.V1Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code baya generate v1}: the mouse V1 core in two HDF5 files. */
@Command(
    name = "v1",
    description =
        "Mouse V1 (Billeh et al. 2020): the network into FILE, its input spikes into input.h5 beside it.",
    mixinStandardHelpOptions = true)
final class GenerateV1Command implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The HDF5 file to write.")
  private Path out = Path.of("");

  @Option(
      names = "--radius",
      paramLabel = "UM",
      description =
          "Radius of the cylinder in um, up to 845; default: ${DEFAULT-VALUE}, the core of 51,978 neurons.")
  private double radiusUm = V1Settings.CORE_RADIUS_UM;

  @Option(names = "--seed", paramLabel = "N", description = "Seed; default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads; default: one per core. The file does not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--quiet", description = "No progress and messages on stderr.")
  private boolean quiet;

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads is " + threads + "; allowed is 1 or more");
    }
    V1Settings settings = V1Settings.of(radiusUm, seed, threads);
    if (Files.isDirectory(out)) {
      throw new InvalidInputException(
          out.toString(), "is a directory; allowed is the name of a file (--out)");
    }
    OutputDirectory directory = OutputDirectory.prepare(out.toAbsolutePath().resolveSibling(""));
    try {
      generate(settings, Screen.of(spec.commandLine().getErr(), quiet));
      return ExitCode.DONE;
    } finally {
      directory.close();
    }
  }

  private void generate(V1Settings settings, Screen screen) {
    Path input = V1Files.inputBeside(out);
    V1Network network =
        screen.during("generate", () -> Double.NaN, () -> V1Network.generate(settings));
    screen.during(
        "write",
        () -> Double.NaN,
        () -> {
          V1Files.write(network, out, input, threads);
          return network;
        });
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.println(
        out
            + ": "
            + Units.count(network.cells().count())
            + " neurons, "
            + Units.count(network.recurrent().edges())
            + " recurrent synapses, "
            + Units.count(network.input().edges())
            + " from the LGN");
    stdout.println(input + ": spikes of the LGN and of the background");
  }
}
