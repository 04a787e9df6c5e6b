package org.baya.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.baya.build.NetworkPlan;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.baya.network.Network;
import org.baya.network.NetworkPart;
import org.baya.network.Population;
import org.baya.network.Projection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code baya plan FILE}: checks an experiment and its data and tells what it will need; nothing is
 * built.
 */
@Command(
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
              () ->
                  NetworkPlan.of(
                      NetworkPart.whole(experiment.network()), experiment.durationMs(), threads));
      if (problems.isEmpty()) {
        print(new PlanTable(experiment, plan, threads));
        plan.memory().requireHeap(Runtime.getRuntime().maxMemory());
        return ExitCode.DONE;
      }
    } catch (InvalidInputException e) {
      List<String> all = new ArrayList<>(e.problems());
      all.addAll(separately(NetworkPart.whole(experiment.network()), experiment.durationMs()));
      problems.addAll(experiment.located(InvalidInputException.of(all)).problems());
    }
    PrintWriter err = spec.commandLine().getErr();
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
