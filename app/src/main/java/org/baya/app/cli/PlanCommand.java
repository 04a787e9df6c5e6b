package org.baya.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.baya.build.NetworkPlan;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.baya.network.Network;
import org.baya.network.NetworkPart;
import org.baya.network.Population;
import org.baya.network.Projection;

/**
 * {@code baya plan FILE}: checks an experiment and its data and tells what it will need; nothing is
 * built.
 */
final class PlanCommand implements Command {
  private final ExperimentOptions options;

  PlanCommand(Arguments arguments) {
    arguments.describe(
        "Checks an experiment and all its data and tells neurons, synapses, bytes and times;"
            + " nothing is built.");
    options = new ExperimentOptions(arguments);
  }

  @Override
  public int run(Console console) {
    Screen screen = Screen.of(console.err(), options.quiet());
    int threads = options.threads();
    ExperimentFile.Draft draft = screen.during("load", () -> Double.NaN, options::read);
    List<String> problems = new ArrayList<>(draft.problems());
    Experiment experiment = draft.experiment();
    try {
      NetworkPlan plan =
          screen.during(
              "check",
              () -> Double.NaN,
              () ->
                  NetworkPlan.of(
                      NetworkPart.whole(experiment.network()), experiment.durationMs(), threads));
      if (problems.isEmpty()) {
        print(new PlanTable(experiment, plan, threads), console.out());
        plan.memory().requireHeap(Runtime.getRuntime().maxMemory());
        return ExitCode.DONE;
      }
    } catch (InvalidInputException e) {
      List<String> all = new ArrayList<>(e.problems());
      all.addAll(separately(NetworkPart.whole(experiment.network()), experiment.durationMs()));
      problems.addAll(experiment.located(InvalidInputException.of(all)).problems());
    }
    PrintWriter err = console.err();
    problems.stream().distinct().forEach(problem -> err.println("baya: " + problem));
    return ExitCode.INPUT;
  }

  /**
   * The problems of every population and projection by itself: one that fails does not hide
   * another.
   */
  private static List<String> separately(Network network, double durationMs) {
    List<String> problems = new ArrayList<>();
    for (Population population : network.populations()) {
      problems.addAll(problems(NetworkPart.of(network, population), durationMs));
    }
    for (Projection projection : network.projections()) {
      problems.addAll(problems(NetworkPart.of(network, projection), durationMs));
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

  private void print(PlanTable table, PrintWriter out) {
    if (options.json()) {
      out.println(table.json());
    } else {
      table.lines().forEach(out::println);
    }
    out.flush();
  }
}
