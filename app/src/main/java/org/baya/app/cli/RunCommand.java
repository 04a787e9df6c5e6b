package org.baya.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.baya.app.run.ExperimentRun;
import org.baya.app.run.ProcessClock;
import org.baya.app.run.StopRequest;
import org.baya.error.SimulationException;
import org.baya.io.experiment.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code baya run FILE}: builds and simulates an experiment and writes its results. */
@Command(
    name = "run",
    description = "Builds and simulates an experiment and writes spikes.h5, report.html, raster.png and summary.json.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExperimentOptions options = new ExperimentOptions();

  @Option(names = "--out", paramLabel = "DIR", description = "Directory for the results; default: out/NAME.")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() {
    ProcessClock clock = ProcessClock.start();
    PrintWriter stdout = spec.commandLine().getOut();
    PrintWriter stderr = spec.commandLine().getErr();
    Screen screen = Screen.of(stderr, options.quiet());
    int threads = options.threads();
    double loadStartS = clock.seconds();
    Experiment experiment = screen.during("load", () -> Double.NaN, options::load);
    double loadS = clock.seconds() - loadStartS;
    Path directory = out.orElseGet(() -> Path.of("out", experiment.network().name()));
    ExperimentRun.Request request =
        new ExperimentRun.Request(experiment, threads, directory, clock, loadS, Version.baya(), command());
    StopRequest stop = new StopRequest();
    Interruption interruption = new Interruption(stop);
    try {
      return report(ExperimentRun.run(request, screen, stop), screen, stdout);
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

  private int report(ExperimentRun.Result result, Screen screen, PrintWriter stdout) {
    result.messages().forEach(screen::say);
    print(result, stdout);
    if (!result.stopped()) {
      return ExitCode.DONE;
    }
    screen.say("baya: stopped at " + Units.plain(result.summary().durationMs()) + " ms; the results hold what was simulated");
    return ExitCode.INTERRUPTED;
  }

  private void print(ExperimentRun.Result result, PrintWriter stdout) {
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
    words.addAll(spec.root().commandLine().getParseResult().originalArgs());
    return words;
  }
}
