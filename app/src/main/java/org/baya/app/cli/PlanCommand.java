package org.baya.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.baya.build.NetworkPlan;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code baya plan FILE}: checks an experiment and its data and tells what it will need; nothing is
 * built.
 */
@Command(
    name = "plan",
    description =
        "Checks an experiment and all its data and tells neurons, synapses, bytes and times; nothing is built.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExperimentOptions options = new ExperimentOptions();

  @Override
  public Integer call() {
    Screen screen = Screen.of(spec.commandLine().getErr(), options.quiet());
    int threads = options.threads();
    ExperimentFile.Draft draft = screen.during("load", () -> Double.NaN, options::read);
    List<String> problems = new ArrayList<>(draft.problems());
    Experiment experiment = draft.experiment();
    try {
      NetworkPlan plan =
          screen.during(
              "check",
              () -> Double.NaN,
              () -> NetworkPlan.of(whole(experiment.network()), experiment.durationMs(), threads));
      if (problems.isEmpty()) {
        print(new PlanTable(experiment, plan, threads));
        plan.memory().requireHeap(Runtime.getRuntime().maxMemory());
        return ExitCode.DONE;
      }
    } catch (InvalidInputException e) {
      List<String> all = new ArrayList<>(e.problems());
      all.addAll(separately(whole(experiment.network()), experiment.durationMs()));
      problems.addAll(experiment.located(InvalidInputException.of(all)).problems());
    }
    PrintWriter err = spec.commandLine().getErr();
    problems.stream().distinct().forEach(problem -> err.println("baya: " + problem));
    return ExitCode.INPUT;
  }

  /**
   * The network without projections and recordings whose populations were wrong: those errors are
   * known already.
   */
  private static Network whole(Network network) {
    Set<String> names =
        new HashSet<>(network.populations().stream().map(Population::name).toList());
    List<Projection> projections =
        network.projections().stream()
            .filter(p -> names.contains(p.from()) && names.contains(p.to()))
            .toList();
    List<Recording> recordings =
        network.recordings().stream().filter(r -> names.containsAll(r.populations())).toList();
    return new Network(
        network.name(),
        network.resolutionMs(),
        network.seed(),
        network.populations(),
        projections,
        recordings);
  }

  /**
   * The problems of every population and projection by itself: one that fails does not hide
   * another.
   */
  private static List<String> separately(Network network, double durationMs) {
    List<String> problems = new ArrayList<>();
    Network empty =
        new Network(
            network.name(),
            network.resolutionMs(),
            network.seed(),
            List.of(),
            List.of(),
            List.of());
    for (Population population : network.populations()) {
      problems.addAll(problems(empty.with(population), durationMs));
    }
    for (Projection projection : network.projections()) {
      Network pair = empty.with(projection);
      for (Population population : network.populations()) {
        if (population.name().equals(projection.from())
            || population.name().equals(projection.to())) {
          pair = pair.with(population);
        }
      }
      problems.addAll(problems(pair, durationMs));
    }
    return problems;
  }

  private static List<String> problems(Network network, double durationMs) {
    try {
      NetworkPlan.of(network, durationMs, 1);
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems();
    }
  }

  private void print(PlanTable table) {
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      out.println(table.json());
    } else {
      table.lines().forEach(out::println);
    }
    out.flush();
  }
}
