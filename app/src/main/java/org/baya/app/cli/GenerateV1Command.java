package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.baya.app.run.OutputDirectory;
import org.baya.error.InvalidInputException;
import org.baya.io.v1.V1Files;
import org.baya.io.v1.V1Network;
import org.baya.io.v1.V1Settings;

/** {@code baya generate v1}: the mouse V1 core in two HDF5 files. */
final class GenerateV1Command implements Command {
  private final Argument<Path> file;
  private final Argument<Double> radiusUm;
  private final Argument<Long> seed;
  private final ThreadsOption threads;
  private final Flag quiet;

  GenerateV1Command(Arguments arguments) {
    arguments.describe(
        "Mouse V1 (Billeh et al. 2020): the network into FILE, its input spikes into input.h5"
            + " beside it.");
    file = arguments.required("--out", "FILE", Kind.PATH, "The HDF5 file to write.");
    radiusUm =
        arguments.option(
            "--radius",
            "UM",
            Kind.NUMBER,
            "Radius of the cylinder in um, up to 845; default: "
                + V1Settings.CORE_RADIUS_UM
                + ", the core of 51,978 neurons.");
    seed = arguments.option("--seed", "N", Kind.LONG, "Seed; default: 1.");
    threads = new ThreadsOption(arguments);
    quiet = arguments.flag("--quiet", "No progress and messages on stderr.");
  }

  @Override
  public int run(Console console) {
    Path out = file.required();
    V1Settings settings =
        V1Settings.of(
            radiusUm.orElse(V1Settings.CORE_RADIUS_UM), seed.orElse(1L), threads.number());
    if (Files.isDirectory(out)) {
      throw new InvalidInputException(
          out.toString(), "is a directory; allowed is the name of a file (--out)");
    }
    OutputDirectory directory = OutputDirectory.prepare(out.toAbsolutePath().resolveSibling(""));
    try {
      generate(settings, out, console);
      return ExitCode.DONE;
    } finally {
      directory.close();
    }
  }

  private void generate(V1Settings settings, Path out, Console console) {
    Screen screen = Screen.of(console.err(), quiet.isGiven());
    Path input = V1Files.inputBeside(out);
    V1Network network =
        screen.during("generate", () -> Double.NaN, () -> V1Network.generate(settings));
    screen.during(
        "write",
        () -> Double.NaN,
        () -> {
          V1Files.write(network, out, input, settings.threads());
          return network;
        });
    PrintWriter stdout = console.out();
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
