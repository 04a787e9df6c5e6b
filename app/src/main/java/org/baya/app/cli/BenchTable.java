package org.baya.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.baya.app.bench.BenchReport;
import org.baya.app.bench.Calibration;
import org.baya.app.bench.Figure;
import org.baya.app.bench.RunResult;
import org.baya.app.bench.Series;
import org.baya.app.bench.Target;
import org.baya.app.report.Machine;

/** The result of a benchmark as text, at most 80 columns wide. */
final class BenchTable {
  private static final List<Figure> COMPARED =
      List.of(Figure.SETUP, Figure.SIMULATE, Figure.TOTAL, Figure.PEAK_MEMORY);
  private static final List<Figure> DETAILS =
      List.of(
          Figure.START,
          Figure.LOAD,
          Figure.BUILD,
          Figure.DELIVER,
          Figure.UPDATE,
          Figure.EXCHANGE,
          Figure.RECORD,
          Figure.WAIT,
          Figure.NS_PER_EVENT,
          Figure.NS_PER_UPDATE,
          Figure.BYTES_PER_SYNAPSE);

  private BenchTable() {}

  static List<String> lines(BenchReport report) {
    List<String> lines = new ArrayList<>();
    if (!report.series().isEmpty()) {
      lines.add(head(report.series().getFirst()));
      lines.add("");
      lines.addAll(comparison(report.series()));
      lines.add("");
      lines.addAll(details(report.series()));
      report.series().stream()
          .filter(series -> !series.sameSpikes())
          .forEach(series -> lines.add(differing(series)));
      lines.add("");
    }
    lines.addAll(machine(report.machine(), report.calibration()));
    return lines;
  }

  private static String head(Series series) {
    RunResult run = series.first();
    int repeats = series.runs().size();
    return "V1 core: "
        + Units.count(run.neurons())
        + " neurons, "
        + Units.count(run.synapses())
        + " synapses, "
        + Units.plain(run.durationMs())
        + " ms, "
        + plural(run.threads(), "thread")
        + ", "
        + (repeats == 1 ? "1 run" : "median of " + repeats);
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static List<String> comparison(List<Series> all) {
    TextTable table =
        new TextTable(2, "step", "", "here", "NEST 3.9", "required", "aim", "reached");
    for (Series series : all) {
      for (Figure figure : COMPARED) {
        double value = series.median(figure);
        Optional<Target> target = Target.of(figure, series.first());
        table.add(
            figure == COMPARED.getFirst() ? Units.plain(series.resolutionMs()) + " ms" : "",
            figure.title(),
            text(figure, value),
            target.map(BenchTable::nest).orElse("-"),
            target.map(t -> text(figure, t.required())).orElse("-"),
            target.map(t -> text(figure, t.aim())).orElse("-"),
            target.map(t -> t.verdict(value)).orElse("-"));
      }
    }
    return table.lines();
  }

  private static String nest(Target target) {
    String low = text(target.figure(), target.nest());
    return target.nest() == target.nestHigh()
        ? low
        : Units.plain(target.nest()) + "-" + Units.plain(target.nestHigh()) + " s";
  }

  private static List<String> details(List<Series> all) {
    List<String> header = new ArrayList<>(List.of("where it went"));
    all.forEach(series -> header.add("step " + Units.plain(series.resolutionMs()) + " ms"));
    TextTable table = new TextTable(1, header.toArray(String[]::new));
    for (Figure figure : DETAILS) {
      List<String> row = new ArrayList<>(List.of(figure.title()));
      all.forEach(series -> row.add(text(figure, series.median(figure))));
      table.add(row.toArray(String[]::new));
    }
    List<String> spikes = new ArrayList<>(List.of("spikes"));
    all.forEach(series -> spikes.add(Units.count(series.first().spikes())));
    table.add(spikes.toArray(String[]::new));
    return table.lines();
  }

  private static String differing(Series series) {
    return "WARNING: the runs at "
        + Units.plain(series.resolutionMs())
        + " ms gave different spikes";
  }

  private static List<String> machine(Machine machine, Calibration.Figures figures) {
    TextTable table = new TextTable(1, "this machine", "");
    table.add("random accumulate, 1 MB", ns(figures.accumulateSmallNs()));
    table.add("random accumulate, 20 MB", ns(figures.accumulateLargeNs()));
    table.add(
        "memory copy, all cores", String.format(Locale.ROOT, "%.1f GB/s", figures.copyGbPerS()));
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

  private static String text(Figure figure, double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return switch (figure.unit()) {
      case SECONDS ->
          value < 0.1 && value > 0
              ? String.format(Locale.ROOT, "%.1f ms", 1000 * value)
              : Units.seconds(value);
      case BYTES -> Units.bytes(value);
      case NUMBER -> String.format(Locale.ROOT, "%.2f", value);
    };
  }
}
