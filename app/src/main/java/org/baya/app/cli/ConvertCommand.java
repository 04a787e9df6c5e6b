package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Experiment;
import org.baya.io.sonata.SonataNetworkWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code baya convert FILE DIR}: writes a network in the SONATA format. */
@Command(
    name = "convert",
    description = {
      "Writes the network of an experiment into DIR as SONATA: nodes, edges, types, configurations.",
      "'baya run DIR/simulation_config.json', BMTK and NEST read it."
    },
    mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExperimentOptions options = new ExperimentOptions();

  @Parameters(index = "1", paramLabel = "DIR", description = "Directory of the new files.")
  private Path directory = Path.of("");

  @Override
  public Integer call() {
    Screen screen = Screen.of(spec.commandLine().getErr(), options.quiet());
    Experiment experiment = screen.during("load", () -> Double.NaN, options::load);
    try {
      SonataNetworkWriter.Written written =
          screen.during(
              "write", () -> Double.NaN, () -> SonataNetworkWriter.write(experiment, directory));
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          directory.resolve("simulation_config.json")
              + ": "
              + Units.count(written.nodes())
              + " nodes, "
              + Units.count(written.edges())
              + " edges");
      out.flush();
      return ExitCode.DONE;
    } catch (InvalidInputException e) {
      throw experiment.located(e);
    }
  }
}
