package org.baya.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.baya.app.bench.BenchReport;
import org.baya.app.bench.Benchmark;
import org.baya.app.bench.Benchmarks;
import org.baya.app.bench.Calibration;
import org.baya.app.bench.Conditions;
import org.baya.app.bench.Launcher;
import org.baya.app.bench.SavedReport;
import org.baya.app.bench.Series;
import org.baya.app.report.Machine;
import org.baya.error.Names;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code baya bench [NAME]}: measures this machine and what Baya makes of it. */
@Command(
    description = "Measures Baya on this machine. NAME is one of:",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  private CommandSpec spec = CommandSpec.create();

  /** Gives the command its specification, whose help lists all benchmarks. */
  @Spec
  void specify(CommandSpec command) {
    spec = command;
    List<String> lines = new ArrayList<>(List.of(command.usageMessage().description()));
    Benchmarks.all()
        .forEach(benchmark -> lines.add(benchmark.name() + ": " + benchmark.description()));
    command.usageMessage().description(lines.toArray(String[]::new));
  }

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "What to measure; default: ${DEFAULT-VALUE}.")
  private String name = "v1";

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Keeps the network, made if absent; default: target/bench.")
  private Optional<Path> directory = Optional.empty();

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description = "Measurements of each figure; default: ${DEFAULT-VALUE}.")
  private int repeats = 3;

  @Option(
      names = "--duration",
      paramLabel = "MS",
      description = "Simulated time; default: ${DEFAULT-VALUE}.")
  private double durationMs = 1000;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads; default: one per core.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--save",
      paramLabel = "DIR",
      description = "Also write the figures into a dated JSON file in DIR.")
  private Optional<Path> save = Optional.empty();

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description = "Also show what changed since a file that --save wrote.")
  private Optional<Path> earlier = Optional.empty();

  @Option(names = "--json", description = "Print JSON to stdout instead of a table.")
  private boolean json;

  @Option(names = "--quiet", description = "No progress and messages on stderr.")
  private boolean quiet;

  @Override
  public Integer call() {
    check();
    Benchmark benchmark =
        Benchmarks.named(name)
            .orElseThrow(() ->
                wrong("no benchmark '" + name + "'; " + Names.hint(name, Benchmarks.names())));
    Optional<SavedReport> then = earlier.map(SavedReport::read);
    Screen screen = Screen.of(spec.commandLine().getErr(), quiet);
    Instant time = Instant.now();
    Calibration.Figures calibration =
        screen.during("machine", () -> Double.NaN, Calibration::measure);
    List<Series> series = benchmark.run(conditions(screen));
    BenchReport report =
        new BenchReport(name, Version.baya(), time, Machine.here(), calibration, series);
    List<String> lines = new ArrayList<>();
    if (json) {
      lines.add(report.json());
    } else {
      BenchTable table = new BenchTable(benchmark, report);
      lines.addAll(table.lines());
      then.ifPresent(saved -> lines.addAll(new ChangeTable(benchmark, report, saved).lines()));
    }
    lines.forEach(spec.commandLine().getOut()::println);
    save.ifPresent(to -> screen.say("saved as " + report.save(to)));
    return ExitCode.DONE;
  }

  private Conditions conditions(Screen screen) {
    return new Conditions(
        Launcher::ofThisProcess,
        directory,
        repeats,
        durationMs,
        threads.map(OptionalInt::of).orElse(OptionalInt.empty()),
        screen);
  }

  private void check() {
    if (repeats < 1) {
      throw wrong("--repeats is " + repeats + "; allowed is 1 or more");
    }
    if (!(durationMs > 0)) {
      throw wrong("--duration is " + durationMs + " ms; allowed is more than 0");
    }
    if (threads.orElse(1) < 1) {
      throw wrong("--threads is " + threads.orElse(1) + "; allowed is 1 or more");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
