package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.baya.build.NetworkEdges;
import org.baya.error.InvalidInputException;
import org.baya.io.connections.EdgeFormat;
import org.baya.io.experiment.Experiment;
import org.baya.io.sonata.SonataNetworkWriter;
import org.baya.io.sonata.SpikeConversion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code baya convert IN OUT}: a network or spikes from one kind of file to another. */
@Command(
    description = {
      "Converts a network or spikes; the names say which.",
      "From an experiment (.yaml) or a SONATA configuration (.json): to a directory (SONATA: nodes,",
      "edges, types, configurations; 'baya run OUT/simulation_config.json', BMTK and NEST read it),",
      "to .npz (arrays of all connections) or to .csv.",
      "From spikes (.h5, .csv, .npz, .nwb): to .h5 (SONATA), .csv or .npz."
    },
    mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExperimentOptions options = new ExperimentOptions();

  @Parameters(index = "1", paramLabel = "OUT", description = "The new file or directory.")
  private Path target = Path.of("");

  @Override
  public Integer call() {
    Screen screen = Screen.of(spec.commandLine().getErr(), options.quiet());
    if (SpikeConversion.isSpikeFile(options.file())) {
      long spikes =
          screen.during(
              "convert", () -> Double.NaN, () -> SpikeConversion.convert(options.file(), target));
      return done(target + ": " + Units.count(spikes) + " spikes");
    }
    Experiment experiment = screen.during("load", () -> Double.NaN, options::load);
    try {
      return done(screen.during("write", () -> Double.NaN, () -> writeNetwork(experiment)));
    } catch (InvalidInputException e) {
      throw experiment.located(e);
    }
  }

  private String writeNetwork(Experiment experiment) {
    String name = target.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".npz") || name.endsWith(".csv")) {
      EdgeFormat format = name.endsWith(".npz") ? EdgeFormat.COO : EdgeFormat.CSV;
      try (NetworkEdges edges = NetworkEdges.open(experiment.network())) {
        return target
            + ": "
            + Units.count(format.write(edges.projections(), target))
            + " connections";
      }
    }
    SonataNetworkWriter.Written written = SonataNetworkWriter.write(experiment, target);
    return target.resolve("simulation_config.json")
        + ": "
        + Units.count(written.nodes())
        + " nodes, "
        + Units.count(written.edges())
        + " edges";
  }

  private int done(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
    return ExitCode.DONE;
  }
}
