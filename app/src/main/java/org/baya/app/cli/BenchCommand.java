package org.baya.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.baya.app.bench.BenchReport;
import org.baya.app.bench.Benchmark;
import org.baya.app.bench.Benchmarks;
import org.baya.app.bench.Calibration;
import org.baya.app.bench.Conditions;
import org.baya.app.bench.Launcher;
import org.baya.app.bench.SavedReport;
import org.baya.app.bench.Series;
import org.baya.app.report.Machine;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;

/** {@code baya bench [NAME]}: measures this machine and what Baya makes of it. */
final class BenchCommand implements Command {
  private static final String BENCHMARK = "v1";
  private static final int REPEATS = 3;
  private static final double DURATION_MS = 1000;

  private final Argument<String> benchmarkName;
  private final Argument<Path> directory;
  private final Argument<Integer> repeats;
  private final Argument<Double> durationMs;
  private final ThreadsOption threads;
  private final Argument<Path> save;
  private final Argument<Path> earlier;
  private final Flag json;
  private final Flag quiet;

  BenchCommand(Arguments arguments) {
    arguments.describe("Measures Baya on this machine. NAME is one of:");
    Benchmarks.all()
        .forEach(
            benchmark -> arguments.describe(benchmark.name() + ": " + benchmark.description()));
    benchmarkName =
        arguments.operand("NAME", Kind.TEXT, 0, 1, "What to measure; default: " + BENCHMARK + ".");
    directory =
        arguments.option(
            "--dir", "DIR", Kind.PATH, "Keeps the network, made if absent; default: target/bench.");
    repeats =
        arguments.option(
            "--repeats", "N", Kind.WHOLE, "Measurements of each figure; default: " + REPEATS + ".");
    durationMs =
        arguments.option(
            "--duration",
            "MS",
            Kind.NUMBER,
            "Simulated time; default: " + Units.plain(DURATION_MS) + ".");
    threads = new ThreadsOption(arguments);
    save =
        arguments.option(
            "--save", "DIR", Kind.PATH, "Also write the figures into a dated JSON file in DIR.");
    earlier =
        arguments.option(
            "--compare",
            "FILE",
            Kind.PATH,
            "Also show what changed since a file that --save wrote.");
    json = arguments.flag("--json", "Print JSON to stdout instead of a table.");
    quiet = arguments.flag("--quiet", "No progress and messages on stderr.");
  }

  @Override
  public int run(Console console) {
    String name = benchmarkName.orElse(BENCHMARK);
    Benchmark benchmark =
        Benchmarks.named(name)
            .orElseThrow(() ->
                new UsageException(
                    "no benchmark '" + name + "'; " + Names.hint(name, Benchmarks.names())));
    Optional<SavedReport> then = earlier.value().map(file -> earlier(file, benchmark));
    Screen screen = Screen.of(console.err(), quiet.isGiven());
    Conditions conditions = conditions(screen);
    Instant time = Instant.now();
    Calibration.Figures calibration =
        screen.during("machine", () -> Double.NaN, Calibration::measure);
    List<Series> series = benchmark.run(conditions);
    BenchReport report =
        new BenchReport(name, Version.baya(), time, Machine.here(), calibration, series);
    List<String> lines = new ArrayList<>();
    if (json.isGiven()) {
      lines.add(report.json());
    } else {
      BenchTable table = new BenchTable(benchmark, report);
      lines.addAll(table.lines());
      then.ifPresent(saved -> lines.addAll(new ChangeTable(benchmark, report, saved).lines()));
    }
    lines.forEach(console.out()::println);
    save.value().ifPresent(to -> screen.say("saved as " + report.save(to)));
    return ExitCode.DONE;
  }

  /** Read before anything is measured, which takes minutes. */
  private static SavedReport earlier(Path file, Benchmark benchmark) {
    SavedReport report = SavedReport.read(file);
    if (!report.name().equals(benchmark.name())) {
      throw new InvalidInputException(
          file.toString(),
          "is of the benchmark '"
              + report.name()
              + "'; allowed is one of '"
              + benchmark.name()
              + "'");
    }
    return report;
  }

  private Conditions conditions(Screen screen) {
    int measurements = repeats.orElse(REPEATS);
    if (measurements < 1) {
      throw new UsageException("--repeats is " + measurements + "; allowed is 1 or more");
    }
    double duration = durationMs.orElse(DURATION_MS);
    if (!(duration > 0)) {
      throw new UsageException("--duration is " + duration + " ms; allowed is more than 0");
    }
    return new Conditions(
        Launcher::ofThisProcess,
        directory.value(),
        measurements,
        duration,
        threads.isGiven() ? OptionalInt.of(threads.number()) : OptionalInt.empty(),
        screen);
  }
}
