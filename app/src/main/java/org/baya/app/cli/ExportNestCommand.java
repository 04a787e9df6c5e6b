package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.baya.build.NetworkFingerprint;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Experiment;
import org.baya.io.nest.NestNetworkWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code baya export nest FILE --out DIR}: a network as NumPy arrays and a PyNEST script. */
@Command(
    name = "nest",
    description = {
      "Writes the network of an experiment for NEST 3.9: NumPy arrays with final weights and",
      "delays, and a script that connects them in whole arrays. 'python3 DIR/run_nest.py' runs it,",
      "'--check' compares the network that NEST made with this one."
    },
    mixinStandardHelpOptions = true)
final class ExportNestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExperimentOptions options = new ExperimentOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Directory of the new files.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    Screen screen = Screen.of(spec.commandLine().getErr(), options.quiet());
    Experiment experiment = screen.during("load", () -> Double.NaN, options::load);
    try {
      NestNetworkWriter.Written written =
          screen.during(
              "write",
              () -> Double.NaN,
              () -> NestNetworkWriter.write(experiment, out, options.threads()));
      PrintWriter printer = spec.commandLine().getOut();
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
