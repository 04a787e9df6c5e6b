package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.baya.build.NetworkEdges;
import org.baya.error.InvalidInputException;
import org.baya.io.connections.EdgeFormat;
import org.baya.io.experiment.Experiment;
import org.baya.io.sonata.SonataNetworkWriter;
import org.baya.io.sonata.SpikeConversion;

/** {@code baya convert IN OUT}: a network or spikes from one kind of file to another. */
final class ConvertCommand implements Command {
  private final ExperimentOptions options;
  private final Argument<Path> out;

  ConvertCommand(Arguments arguments) {
    arguments.describe(
        "Converts a network or spikes; the names say which.",
        "From an experiment (.yaml) or a SONATA configuration (.json): to a directory (SONATA:"
            + " nodes, edges, types, configurations; 'baya run OUT/simulation_config.json', BMTK"
            + " and NEST read it), to .npz (arrays of all connections) or to .csv.",
        "From spikes (.h5, .csv, .npz, .nwb): to .h5 (SONATA), .csv or .npz.");
    options = new ExperimentOptions(arguments);
    out = arguments.operand("OUT", Kind.PATH, 1, 1, "The new file or directory.");
  }

  @Override
  public int run(Console console) {
    Screen screen = Screen.of(console.err(), options.quiet());
    Path target = out.required();
    if (SpikeConversion.isSpikeFile(options.file())) {
      long spikes =
          screen.during(
              "convert", () -> Double.NaN, () -> SpikeConversion.convert(options.file(), target));
      return done(target + ": " + Units.count(spikes) + " spikes", console.out());
    }
    Experiment experiment = screen.during("load", () -> Double.NaN, options::load);
    try {
      return done(
          screen.during("write", () -> Double.NaN, () -> writeNetwork(experiment, target)),
          console.out());
    } catch (InvalidInputException e) {
      throw experiment.located(e);
    }
  }

  private static String writeNetwork(Experiment experiment, Path target) {
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

  private static int done(String line, PrintWriter out) {
    out.println(line);
    out.flush();
    return ExitCode.DONE;
  }
}
