package org.baya.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.baya.app.bench.BenchReport;
import org.baya.app.bench.Benchmark;
import org.baya.app.bench.Calibration;
import org.baya.app.bench.Figure;
import org.baya.app.bench.SavedReport;
import org.baya.app.bench.Series;

/** What a benchmark gives now beside what it gave earlier; the machine's own figures first. */
final class ChangeTable {
  private final Benchmark benchmark;
  private final BenchReport now;
  private final SavedReport then;

  ChangeTable(Benchmark benchmark, BenchReport now, SavedReport then) {
    this.benchmark = benchmark;
    this.now = now;
    this.then = then;
  }

  List<String> lines() {
    TextTable table = new TextTable(2, benchmark.seriesTitle(), "", "then", "now", "change");
    Calibration.Figures machine = now.calibration();
    row(table, "1 MB accumulate, ns", "accumulate_1mb_ns", machine.accumulateSmallNs());
    row(table, "20 MB accumulate, ns", "accumulate_20mb_ns", machine.accumulateLargeNs());
    row(table, "copy, GB/s", "copy_gb_per_s", machine.copyGbPerS());
    row(table, "first use, s/GB", "first_use_s_per_gb", machine.firstUseSPerGb());
    row(table, "all cores by one", "thread_gain", machine.threadGain());
    for (Series series : now.series()) {
      String name = series.name();
      for (Figure figure :
          Stream.concat(benchmark.compared().stream(), benchmark.details().stream()).toList()) {
        double before = then.median(series.name(), figure);
        double after = series.median(figure);
        if (Double.isFinite(before) || Double.isFinite(after)) {
          table.add(
              name,
              figure.title(),
              BenchTable.text(figure, before),
              BenchTable.text(figure, after),
              change(before, after));
          name = "";
        }
      }
    }
    List<String> lines = new ArrayList<>(List.of("", "since " + then.time()));
    if (!then.cpu().isEmpty() && !then.cpu().equals(now.machine().cpu())) {
      lines.add("another machine then: " + then.cpu());
    }
    now.series().forEach(series -> lines.addAll(then.differences(series)));
    lines.addAll(table.lines());
    return lines;
  }

  private void row(TextTable table, String title, String key, double after) {
    double before = then.machine().getOrDefault(key, Double.NaN);
    table.add(
        "machine",
        title,
        String.format(Locale.ROOT, "%.2f", before),
        String.format(Locale.ROOT, "%.2f", after),
        change(before, after));
  }

  /** {@code +12 %}; a dash where there is nothing to compare with. */
  private static String change(double before, double after) {
    return before > 0 && Double.isFinite(after)
        ? String.format(Locale.ROOT, "%+.0f %%", 100 * (after / before - 1))
        : "-";
  }
}
