package org.baya.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.baya.app.run.ExperimentRun;
import org.baya.app.run.ProcessClock;
import org.baya.app.run.StopRequest;
import org.baya.error.SimulationException;
import org.baya.io.experiment.Experiment;

/** One run as a person sees it: progress, results, what is printed, what Ctrl-C does. */
final class RunSession {
  private final Console console;
  private final RunOptions options;

  RunSession(Console console, RunOptions options) {
    this.console = console;
    this.options = options;
  }

  /** Progress and messages of this session. */
  Screen screen() {
    return Screen.of(console.err(), options.quiet());
  }

  /**
   * Loads, builds and simulates an experiment and writes its results.
   *
   * @param directory of the results, by the experiment
   * @return the exit code
   */
  int run(Supplier<Experiment> experimentSource, Function<Experiment, Path> directory) {
    ProcessClock clock = ProcessClock.start();
    Screen screen = screen();
    int threads = options.threads();
    double loadStartS = clock.seconds();
    Experiment experiment = screen.during("load", () -> Double.NaN, experimentSource);
    double loadS = clock.seconds() - loadStartS;
    ExperimentRun.Request request =
        new ExperimentRun.Request(
            experiment,
            threads,
            directory.apply(experiment),
            clock,
            loadS,
            Version.baya(),
            command());
    StopRequest stop = new StopRequest();
    Interruption interruption = new Interruption(stop);
    try {
      return report(ExperimentRun.run(request, screen, stop), screen);
    } catch (SimulationException e) {
      if (!stop.isRequested()) {
        throw e;
      }
      screen.say("baya: " + e.getMessage());
      return ExitCode.INTERRUPTED;
    } finally {
      interruption.close();
    }
  }

  private int report(ExperimentRun.Result result, Screen screen) {
    result.messages().forEach(screen::say);
    print(result);
    if (!result.stopped()) {
      return ExitCode.DONE;
    }
    screen.say(
        "baya: stopped at "
            + Units.plain(result.summary().durationMs())
            + " ms; the results hold what was simulated");
    return ExitCode.INTERRUPTED;
  }

  private void print(ExperimentRun.Result result) {
    PrintWriter stdout = console.out();
    if (options.json()) {
      stdout.print(summaryFile(result));
    } else {
      RunTable.lines(result).forEach(stdout::println);
    }
    stdout.flush();
  }

  private static String summaryFile(ExperimentRun.Result result) {
    Path file = result.directory().resolve("summary.json");
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SimulationException(file + ": cannot be read back", e);
    }
  }

  /** The command line as it was given. */
  private List<String> command() {
    List<String> words = new ArrayList<>(List.of("baya"));
    words.addAll(console.words());
    return words;
  }
}
