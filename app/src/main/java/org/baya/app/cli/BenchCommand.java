package org.baya.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.baya.app.bench.BenchReport;
import org.baya.app.bench.Calibration;
import org.baya.app.bench.Launcher;
import org.baya.app.bench.Series;
import org.baya.app.bench.V1Bench;
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
    name = "bench",
    description = {
      "Measures Baya on this machine.",
      "v1: the V1 core from its files to its spikes, in fresh processes, beside NEST and the targets.",
      "machine: only what the machine gives."
    },
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  private static final String V1 = "v1";
  private static final String MACHINE = "machine";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "v1 or machine; default: ${DEFAULT-VALUE}.")
  private String name = V1;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Keeps the network, made if absent; default: target/bench.")
  private Optional<Path> directory = Optional.empty();

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description = "Runs at each resolution; default: ${DEFAULT-VALUE}.")
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

  @Option(names = "--json", description = "Print JSON to stdout instead of a table.")
  private boolean json;

  @Option(names = "--quiet", description = "No progress and messages on stderr.")
  private boolean quiet;

  @Override
  public Integer call() {
    check();
    Screen screen = Screen.of(spec.commandLine().getErr(), quiet);
    Instant time = Instant.now();
    Calibration.Figures calibration =
        screen.during("machine", () -> Double.NaN, Calibration::measure);
    List<Series> series = name.equals(V1) ? v1(screen) : List.of();
    BenchReport report =
        new BenchReport(name, Version.baya(), time, Machine.here(), calibration, series);
    List<String> lines = new ArrayList<>();
    if (json) {
      lines.add(report.json());
    } else {
      lines.addAll(BenchTable.lines(report));
    }
    lines.forEach(spec.commandLine().getOut()::println);
    save.ifPresent(to -> screen.say("saved as " + report.save(to)));
    return ExitCode.DONE;
  }

  private List<Series> v1(Screen screen) {
    Launcher launcher = Launcher.ofThisProcess();
    Path files = directory.orElse(launcher.root().resolve("target").resolve("bench"));
    OptionalInt workers = threads.map(OptionalInt::of).orElse(OptionalInt.empty());
    return V1Bench.run(launcher, new V1Bench.Settings(files, repeats, durationMs, workers), screen);
  }

  private void check() {
    if (!name.equals(V1) && !name.equals(MACHINE)) {
      throw wrong("no benchmark '" + name + "'; " + Names.hint(name, List.of(V1, MACHINE)));
    }
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
