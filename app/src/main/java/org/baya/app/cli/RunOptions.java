package org.baya.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands that run or plan an experiment have in common. */
class RunOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads; default: one per core.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--duration",
      paramLabel = "MS",
      description = "Simulated time, instead of the experiment's.")
  private Optional<String> duration = Optional.empty();

  @Option(
      names = "--resolution",
      paramLabel = "MS",
      description = "Step, instead of the experiment's.")
  private Optional<String> resolution = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", description = "Seed, instead of the experiment's.")
  private Optional<String> seed = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Any value of the experiment, for example projections.local.weight=20. May be repeated.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON to stdout instead of a table.")
  private boolean json;

  @Option(names = "--quiet", description = "No progress and messages on stderr.")
  private boolean quiet;

  /** Number of worker threads, at least 1. */
  final int threads() {
    int number = threads.orElse(Runtime.getRuntime().availableProcessors());
    if (number < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads is " + number + "; allowed is 1 or more");
    }
    return number;
  }

  final boolean json() {
    return json;
  }

  final boolean quiet() {
    return quiet;
  }

  /** What the options set in the experiment. */
  final List<Setting> settings() {
    List<Setting> all = new ArrayList<>();
    duration.ifPresent(value -> all.add(Setting.key("--duration", "duration", value)));
    resolution.ifPresent(value -> all.add(Setting.key("--resolution", "resolution", value)));
    seed.ifPresent(value -> all.add(Setting.key("--seed", "seed", value)));
    for (String setting : settings) {
      all.add(parse(setting));
    }
    return all;
  }

  private Setting parse(String setting) {
    try {
      return Setting.set(setting);
    } catch (InvalidInputException e) {
      CommandLine command = spec.commandLine();
      throw new ParameterException(command, e.getMessage(), e);
    }
  }
}
