package org.baya.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Setting;

/** What the commands that run or plan an experiment have in common. */
class RunOptions {
  private final ThreadsOption threads;
  private final Argument<String> duration;
  private final Argument<String> resolution;
  private final Argument<String> seed;
  private final Argument<String> settings;
  private final Flag json;
  private final Flag quiet;

  RunOptions(Arguments arguments) {
    threads = new ThreadsOption(arguments);
    duration =
        arguments.option(
            "--duration", "MS", Kind.TEXT, "Simulated time, instead of the experiment's.");
    resolution =
        arguments.option("--resolution", "MS", Kind.TEXT, "Step, instead of the experiment's.");
    seed = arguments.option("--seed", "N", Kind.TEXT, "Seed, instead of the experiment's.");
    settings =
        arguments.repeated(
            "--set",
            "PATH=VALUE",
            Kind.TEXT,
            "Any value of the experiment, for example projections.local.weight=20. May be repeated.");
    json = arguments.flag("--json", "Print JSON to stdout instead of a table.");
    quiet = arguments.flag("--quiet", "No progress and messages on stderr.");
  }

  /** Number of worker threads, at least 1. */
  final int threads() {
    return threads.number();
  }

  final boolean json() {
    return json.isGiven();
  }

  final boolean quiet() {
    return quiet.isGiven();
  }

  /** What the options set in the experiment. */
  final List<Setting> settings() {
    List<Setting> all = new ArrayList<>();
    duration.value().ifPresent(value -> all.add(Setting.key("--duration", "duration", value)));
    resolution
        .value()
        .ifPresent(value -> all.add(Setting.key("--resolution", "resolution", value)));
    seed.value().ifPresent(value -> all.add(Setting.key("--seed", "seed", value)));
    for (String setting : settings.values()) {
      all.add(parse(setting));
    }
    return all;
  }

  private static Setting parse(String setting) {
    try {
      return Setting.set(setting);
    } catch (InvalidInputException e) {
      throw new UsageException(String.join("; ", e.problems()), e);
    }
  }
}
