package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.baya.build.NetworkEdges;
import org.baya.build.ProjectionEdges;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.connections.EdgeFormat;
import org.baya.io.experiment.Experiment;
import org.baya.io.text.JsonWriter;
import org.baya.network.Population;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code baya connections FILE}: the edges of an experiment's network with their final values, as a
 * table or as a file; nothing is built.
 */
@Command(
    description =
        "Lists the connections of an experiment's network with their final values, or writes them to a file.",
    mixinStandardHelpOptions = true)
final class ConnectionsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExperimentOptions options = new ExperimentOptions();

  @Option(names = "--from", paramLabel = "A", description = "Only from this population.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "B", description = "Only to this population.")
  private Optional<String> to = Optional.empty();

  @Option(names = "--projection", paramLabel = "NAME", description = "Only of this projection.")
  private Optional<String> projection = Optional.empty();

  @Option(names = "--source", paramLabel = "I", description = "Only from this node.")
  private Optional<Integer> source = Optional.empty();

  @Option(names = "--target", paramLabel = "J", description = "Only to this node.")
  private Optional<Integer> target = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Most lines to print; default: ${DEFAULT-VALUE}.")
  private int limit = 20;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write all connections there instead of printing some.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "coo (.npz), csr (.npz for SciPy) or csv; default: ${DEFAULT-VALUE}.")
  private String format = "coo";

  @Override
  public Integer call() {
    Experiment experiment = options.load();
    if (limit < 0) {
      throw new InvalidInputException("--limit", limit + "; allowed is 0 or more");
    }
    EdgeFormat chosen = EdgeFormat.of(format);
    List<String> populations =
        experiment.network().populations().stream().map(Population::name).toList();
    from.ifPresent(name -> known("--from", "population", name, populations));
    to.ifPresent(name -> known("--to", "population", name, populations));
    try (NetworkEdges edges = NetworkEdges.open(experiment.network())) {
      List<ProjectionEdges> wanted = wanted(edges.projections());
      if (out.isPresent()) {
        write(chosen, wanted, out.get());
      } else {
        print(new ConnectionList(limit).add(wanted, this::reader));
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
    projection.ifPresent(
        name -> known("--projection", "projection", name, names(all, ProjectionEdges::name)));
    List<ProjectionEdges> wanted = new ArrayList<>();
    for (ProjectionEdges edges : all) {
      if (from.orElse(edges.from()).equals(edges.from())
          && to.orElse(edges.to()).equals(edges.to())
          && projection.orElse(edges.name()).equals(edges.name())) {
        wanted.add(edges);
        source.ifPresent(node -> checkNode("--source", node, edges.from(), edges.sources()));
        target.ifPresent(node -> checkNode("--target", node, edges.to(), edges.targets()));
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
    if (source.isPresent()) {
      return target.isPresent()
          ? edges.between(source.get(), target.get())
          : edges.ofSource(source.get());
    }
    return target.isPresent() ? edges.ofTarget(target.get()) : edges.reader();
  }

  private void write(EdgeFormat chosen, List<ProjectionEdges> wanted, Path file) {
    if (source.isPresent() || target.isPresent()) {
      throw new InvalidInputException(
          "--out", "writes whole projections; leave out --source and --target");
    }
    Screen screen = Screen.of(spec.commandLine().getErr(), options.quiet());
    long edges = screen.during("write", () -> Double.NaN, () -> chosen.write(wanted, file));
    PrintWriter printer = spec.commandLine().getOut();
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

  private void print(ConnectionList list) {
    PrintWriter printer = spec.commandLine().getOut();
    if (options.json()) {
      printer.println(list.json());
    } else {
      list.lines().forEach(printer::println);
    }
    printer.flush();
  }
}
