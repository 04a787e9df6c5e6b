package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.baya.build.NetworkEdges;
import org.baya.build.ProjectionEdges;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.connections.EdgeFormat;
import org.baya.io.experiment.Experiment;
import org.baya.io.text.JsonWriter;
import org.baya.network.Population;

/**
 * {@code baya connections FILE}: the edges of an experiment's network with their final values, as a
 * table or as a file; nothing is built.
 */
final class ConnectionsCommand implements Command {
  private static final int LIMIT = 20;
  private static final String FORMAT = "coo";

  private final ExperimentOptions options;
  private final Argument<String> from;
  private final Argument<String> to;
  private final Argument<String> projection;
  private final Argument<Integer> source;
  private final Argument<Integer> target;
  private final Argument<Integer> limit;
  private final Argument<Path> out;
  private final Argument<String> format;

  ConnectionsCommand(Arguments arguments) {
    arguments.describe(
        "Lists the connections of an experiment's network with their final values, or writes them"
            + " to a file.");
    options = new ExperimentOptions(arguments);
    from = arguments.option("--from", "A", Kind.TEXT, "Only from this population.");
    to = arguments.option("--to", "B", Kind.TEXT, "Only to this population.");
    projection = arguments.option("--projection", "NAME", Kind.TEXT, "Only of this projection.");
    source = arguments.option("--source", "I", Kind.WHOLE, "Only from this node.");
    target = arguments.option("--target", "J", Kind.WHOLE, "Only to this node.");
    limit =
        arguments.option(
            "--limit", "N", Kind.WHOLE, "Most lines to print; default: " + LIMIT + ".");
    out =
        arguments.option(
            "--out", "FILE", Kind.PATH, "Write all connections there instead of printing some.");
    format =
        arguments.option(
            "--format",
            "F",
            Kind.TEXT,
            "coo (.npz), csr (.npz for SciPy) or csv; default: " + FORMAT + ".");
  }

  @Override
  public int run(Console console) {
    Experiment experiment = options.load();
    int most = limit.orElse(LIMIT);
    if (most < 0) {
      throw new InvalidInputException("--limit", most + "; allowed is 0 or more");
    }
    EdgeFormat chosen = EdgeFormat.of(format.orElse(FORMAT));
    List<String> populations =
        experiment.network().populations().stream().map(Population::name).toList();
    from.value().ifPresent(name -> known("--from", "population", name, populations));
    to.value().ifPresent(name -> known("--to", "population", name, populations));
    try (NetworkEdges edges = NetworkEdges.open(experiment.network())) {
      List<ProjectionEdges> wanted = wanted(edges.projections());
      if (out.value().isPresent()) {
        write(chosen, wanted, out.required(), console);
      } else {
        print(new ConnectionList(most).add(wanted, this::reader), console.out());
      }
      return ExitCode.DONE;
    } catch (InvalidInputException e) {
      throw experiment.located(e);
    }
  }

  private static void known(String option, String kind, String name, List<String> names) {
    if (!names.contains(name)) {
      throw new InvalidInputException(
          option, "no " + kind + " '" + name + "'; " + Names.hint(name, names));
    }
  }

  private List<ProjectionEdges> wanted(List<ProjectionEdges> all) {
    projection
        .value()
        .ifPresent(
            name -> known("--projection", "projection", name, names(all, ProjectionEdges::name)));
    List<ProjectionEdges> wanted = new ArrayList<>();
    for (ProjectionEdges edges : all) {
      if (from.orElse(edges.from()).equals(edges.from())
          && to.orElse(edges.to()).equals(edges.to())
          && projection.orElse(edges.name()).equals(edges.name())) {
        wanted.add(edges);
        source
            .value()
            .ifPresent(node -> checkNode("--source", node, edges.from(), edges.sources()));
        target.value().ifPresent(node -> checkNode("--target", node, edges.to(), edges.targets()));
      }
    }
    if (wanted.isEmpty()) {
      throw new InvalidInputException(
          "--from, --to", "no projection leads from there to there; 'baya plan' lists them");
    }
    return wanted;
  }

  private static List<String> names(
      List<ProjectionEdges> all, Function<ProjectionEdges, String> name) {
    Set<String> names = new TreeSet<>();
    all.forEach(edges -> names.add(name.apply(edges)));
    return List.copyOf(names);
  }

  private static void checkNode(String option, int node, String population, int size) {
    if (node < 0 || node >= size) {
      throw new InvalidInputException(
          option, node + "; population '" + population + "' has the nodes 0 to " + (size - 1));
    }
  }

  private ProjectionEdges.Reader reader(ProjectionEdges edges) {
    if (source.value().isPresent()) {
      return target.value().isPresent()
          ? edges.between(source.required(), target.required())
          : edges.ofSource(source.required());
    }
    return target.value().isPresent() ? edges.ofTarget(target.required()) : edges.reader();
  }

  private void write(EdgeFormat chosen, List<ProjectionEdges> wanted, Path file, Console console) {
    if (source.value().isPresent() || target.value().isPresent()) {
      throw new InvalidInputException(
          "--out", "writes whole projections; leave out --source and --target");
    }
    Screen screen = Screen.of(console.err(), options.quiet());
    long edges = screen.during("write", () -> Double.NaN, () -> chosen.write(wanted, file));
    PrintWriter printer = console.out();
    if (options.json()) {
      printer.println(
          new JsonWriter()
              .beginObject()
              .name("file")
              .value(file.toString())
              .name("format")
              .value(chosen.toString())
              .name("connections")
              .value(edges)
              .endObject());
    } else {
      printer.println(file + ": " + Units.count(edges) + " connections (" + chosen + ")");
    }
    printer.flush();
  }

  private void print(ConnectionList list, PrintWriter printer) {
    if (options.json()) {
      printer.println(list.json());
    } else {
      list.lines().forEach(printer::println);
    }
    printer.flush();
  }
}
