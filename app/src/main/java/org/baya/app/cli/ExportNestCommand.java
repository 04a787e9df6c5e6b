package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.baya.build.NetworkFingerprint;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Experiment;
import org.baya.io.nest.NestNetworkWriter;

/** {@code baya export nest FILE --out DIR}: a network as NumPy arrays and a PyNEST script. */
final class ExportNestCommand implements Command {
  private final ExperimentOptions options;
  private final Argument<Path> directory;

  ExportNestCommand(Arguments arguments) {
    arguments.describe(
        "Writes the network of an experiment for NEST 3.9: NumPy arrays with final weights and"
            + " delays, and a script that connects them in whole arrays. 'python3 DIR/run_nest.py'"
            + " runs it, '--check' compares the network that NEST made with this one.");
    options = new ExperimentOptions(arguments);
    directory = arguments.required("--out", "DIR", Kind.PATH, "Directory of the new files.");
  }

  @Override
  public int run(Console console) {
    Screen screen = Screen.of(console.err(), options.quiet());
    Path out = directory.required();
    Experiment experiment = screen.during("load", () -> Double.NaN, options::load);
    try {
      NestNetworkWriter.Written written =
          screen.during(
              "write",
              () -> Double.NaN,
              () -> NestNetworkWriter.write(experiment, out, options.threads()));
      PrintWriter printer = console.out();
      printer.println(
          written.script()
              + ": "
              + Units.count(written.nodes())
              + " nodes, "
              + Units.count(written.edges())
              + " connections, fingerprint "
              + NetworkFingerprint.text(written.fingerprint()));
      printer.flush();
      return ExitCode.DONE;
    } catch (InvalidInputException e) {
      throw experiment.located(e);
    }
  }
}
