package org.baya.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.baya.app.bench.BenchReport;
import org.baya.app.bench.Benchmark;
import org.baya.app.bench.Calibration;
import org.baya.app.bench.Figure;
import org.baya.app.bench.RunResult;
import org.baya.app.bench.Series;
import org.baya.app.bench.Target;
import org.baya.app.report.Machine;

/** The result of a benchmark as text, at most 80 columns wide. */
final class BenchTable {
  /** With more series than this, each has a row instead of a column. */
  private static final int MOST_COLUMNS = 3;

  private final Benchmark benchmark;
  private final BenchReport report;
  private final List<Series> all;

  BenchTable(Benchmark benchmark, BenchReport report) {
    this.benchmark = benchmark;
    this.report = report;
    all = report.series();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!all.isEmpty()) {
      lines.add(head());
      lines.add("");
      if (!benchmark.compared().isEmpty()) {
        lines.addAll(comparison());
        lines.add("");
      }
      lines.addAll(all.size() > MOST_COLUMNS ? detailsBySeries() : details());
      all.stream()
          .filter(series -> !series.sameSpikes())
          .forEach(series ->
              lines.add("WARNING: the runs of " + series.name() + " gave different spikes"));
      lines.add("");
    }
    lines.addAll(machine(report.machine(), report.calibration()));
    return lines;
  }

  /** What all series have in common. */
  private String head() {
    RunResult run = all.getFirst().first();
    int repeats = all.getFirst().runs().size();
    boolean sameNetwork =
        all.stream()
            .allMatch(series ->
                series.first().synapses() == run.synapses()
                    && series.first().neurons() == run.neurons());
    boolean sameThreads =
        all.stream().allMatch(series -> series.first().threads() == run.threads());
    return benchmark.name()
        + ": "
        + (sameNetwork
            ? Units.count(run.neurons())
                + " neurons, "
                + Units.count(run.synapses())
                + " synapses, "
            : "")
        + (run.durationMs() > 0 ? Units.plain(run.durationMs()) + " ms, " : "")
        + (sameThreads ? plural(run.threads(), "thread") + ", " : "")
        + (repeats == 1 ? "1 run" : "median of " + repeats);
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private List<String> comparison() {
    List<Figure> figures = benchmark.compared();
    // A single figure stands in the head instead of every row.
    boolean single = figures.size() == 1;
    String here = single ? figures.getFirst().title() : "here";
    TextTable table =
        new TextTable(
            single ? 1 : 2,
            cells(
                single,
                benchmark.seriesTitle(),
                "",
                here,
                "NEST 3.9",
                "required",
                "aim",
                "reached"));
    for (Series series : all) {
      for (Figure figure : figures) {
        double value = series.median(figure);
        Optional<Target> target = benchmark.target(series, figure);
        table.add(
            cells(
                single,
                figure == figures.getFirst() ? series.name() : "",
                figure.title(),
                text(figure, value),
                target.map(Target::nest).orElse("-"),
                target.map(t -> text(figure, t.required())).orElse("-"),
                target.filter(Target::hasAim).map(t -> text(figure, t.aim())).orElse("-"),
                target.map(t -> t.verdict(value)).orElse("-")));
      }
    }
    return table.lines();
  }

  private static String[] cells(boolean single, String name, String figure, String... more) {
    List<String> cells = new ArrayList<>(single ? List.of(name) : List.of(name, figure));
    cells.addAll(List.of(more));
    return cells.toArray(String[]::new);
  }

  private List<String> details() {
    List<String> header = new ArrayList<>(List.of("where it went"));
    all.forEach(series -> header.add(benchmark.seriesTitle() + " " + series.name()));
    TextTable table = new TextTable(1, header.toArray(String[]::new));
    for (Figure figure : benchmark.details()) {
      List<String> row = new ArrayList<>(List.of(figure.title()));
      all.forEach(series -> row.add(text(figure, series.median(figure))));
      table.add(row.toArray(String[]::new));
    }
    List<String> spikes = new ArrayList<>(List.of("spikes"));
    all.forEach(series -> spikes.add(Units.count(series.first().spikes())));
    table.add(spikes.toArray(String[]::new));
    return table.lines();
  }

  private List<String> detailsBySeries() {
    List<String> header = new ArrayList<>(List.of(benchmark.seriesTitle()));
    benchmark.details().forEach(figure -> header.add(figure.head()));
    TextTable table = new TextTable(1, header.toArray(String[]::new));
    for (Series series : all) {
      List<String> row = new ArrayList<>(List.of(series.name()));
      benchmark.details().forEach(figure -> row.add(text(figure, series.median(figure))));
      table.add(row.toArray(String[]::new));
    }
    return table.lines();
  }

  private static List<String> machine(Machine machine, Calibration.Figures figures) {
    TextTable table = new TextTable(1, "this machine", "");
    table.add("random accumulate, 1 MB", ns(figures.accumulateSmallNs()));
    table.add("random accumulate, 20 MB", ns(figures.accumulateLargeNs()));
    table.add(
        "memory copy, all cores", String.format(Locale.ROOT, "%.1f GB/s", figures.copyGbPerS()));
    table.add(
        "first use of memory", String.format(Locale.ROOT, "%.2f s/GB", figures.firstUseSPerGb()));
    table.add(
        "all cores by one, arithmetic", String.format(Locale.ROOT, "%.2f", figures.threadGain()));
    if (Double.isFinite(figures.barrierUs())) {
      table.add("barrier", String.format(Locale.ROOT, "%.2f us", figures.barrierUs()));
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add(machine.cpu() + ", " + plural(machine.cores(), "core"));
    lines.add("Java " + machine.java());
    return lines;
  }

  private static String ns(double value) {
    return String.format(Locale.ROOT, "%.2f ns", value);
  }

  /** A figure as people read it. */
  static String text(Figure figure, double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return switch (figure.unit()) {
      case SECONDS ->
          value < 0.1 && value > 0
              ? String.format(Locale.ROOT, "%.1f ms", 1000 * value)
              : Units.seconds(value);
      case BYTES -> Units.bytes(value);
      case MILLIONS -> String.format(Locale.ROOT, "%.1f M", value / 1e6);
      case NUMBER -> String.format(Locale.ROOT, "%.2f", value);
    };
  }
}
