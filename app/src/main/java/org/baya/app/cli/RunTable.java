package org.baya.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baya.app.report.NetworkCounts;
import org.baya.app.report.ProjectionCounts;
import org.baya.app.report.RunSummary;
import org.baya.app.report.Timing;
import org.baya.app.run.ExperimentRun;

/** The result of a run as text, at most 80 columns wide unless names are long. */
final class RunTable {
  private static final int WIDTH = 80;

  /** What building did to edges; a column each, if it happened at all. */
  private static final List<String> COUNTED =
      List.of("dropped", "changed delays", "rounded delays");

  private RunTable() {}

  static List<String> lines(ExperimentRun.Result result) {
    RunSummary run = result.summary();
    List<String> lines = new ArrayList<>();
    lines.add(head(run));
    lines.add(activity(run));
    lines.add("");
    lines.addAll(projections(run.network()));
    Map<String, Double> ratesHz = run.activity().ratesHz();
    List<String> statistics = StatisticsTable.lines(run.statistics());
    if (!statistics.isEmpty()) {
      lines.add("");
      lines.addAll(statistics);
      ratesHz = StatisticsTable.others(ratesHz, run.statistics());
    }
    if (ratesHz.size() > (statistics.isEmpty() ? 1 : 0)) {
      lines.add("");
      lines.addAll(rates(ratesHz));
    }
    lines.add("");
    lines.addAll(times(run));
    lines.add(result.directory() + ": " + String.join(" ", result.files()));
    return lines;
  }

  private static String head(RunSummary run) {
    NetworkCounts network = run.network();
    double each = network.bytesPerSynapse();
    String bytes =
        Double.isFinite(each) ? String.format(Locale.ROOT, " (%.1f bytes each)", each) : "";
    return run.name()
        + ": "
        + Units.count(network.neurons())
        + " neurons, "
        + Units.count(network.synapses())
        + " synapses"
        + bytes;
  }

  private static String activity(RunSummary run) {
    return String.format(
        Locale.ROOT,
        "%s ms (steps of %s ms): %s spikes, %s Hz%s, %s synaptic events",
        Units.plain(run.durationMs()),
        Units.plain(run.resolutionMs()),
        Units.count(run.activity().spikes()),
        StatisticsTable.number(run.activity().meanRateHz(), 2),
        run.transientMs() > 0 ? " after " + Units.plain(run.transientMs()) + " ms" : "",
        Units.count(run.activity().synapticEvents()));
  }

  private static List<String> projections(NetworkCounts network) {
    List<String> told = COUNTED.stream().filter(count -> occurs(network, count)).toList();
    List<String> header = new ArrayList<>(List.of("projection", "from -> to", "synapses"));
    header.addAll(told);
    TextTable table = new TextTable(2, header.toArray(String[]::new));
    for (ProjectionCounts projection : network.projections()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  projection.name(),
                  projection.source() + " -> " + projection.target(),
                  Units.count(projection.synapses())));
      told.forEach(count -> row.add(Units.count(projection.counts().getOrDefault(count, 0L))));
      table.add(row.toArray(String[]::new));
    }
    return table.lines();
  }

  private static boolean occurs(NetworkCounts network, String count) {
    return network.projections().stream()
        .anyMatch(projection -> projection.counts().getOrDefault(count, 0L) > 0);
  }

  /** Name and rate side by side, as many as fit. */
  private static List<String> rates(Map<String, Double> ratesHz) {
    int nameWidth = ratesHz.keySet().stream().mapToInt(String::length).max().orElse(0);
    int perLine = Math.max(1, (WIDTH + 2) / (nameWidth + 10));
    List<String> lines = new ArrayList<>(List.of("mean rates [Hz]"));
    StringBuilder line = new StringBuilder();
    int cells = 0;
    for (Map.Entry<String, Double> rate : ratesHz.entrySet()) {
      if (cells == perLine) {
        lines.add(line.toString());
        line.setLength(0);
        cells = 0;
      }
      line.append(cells == 0 ? "" : "  ");
      line.append(
          String.format(
              Locale.ROOT,
              "%-" + Math.max(1, nameWidth) + "s %7s",
              rate.getKey(),
              StatisticsTable.number(rate.getValue(), 2)));
      cells++;
    }
    lines.add(line.toString());
    return lines;
  }

  private static List<String> times(RunSummary run) {
    Timing timing = run.timing();
    double peak = (double) run.machine().peakMemoryBytes();
    String memory = peak < 0 ? "" : ", peak memory " + Units.bytes(peak);
    return List.of(
        String.format(
            Locale.ROOT,
            "load %s, build %s, simulate %s (%.3g x real time)",
            Units.seconds(timing.loadS()),
            Units.seconds(timing.buildS()),
            Units.seconds(timing.simulateS()),
            run.realTimeFactor()),
        "setup "
            + Units.seconds(timing.setupS())
            + ", total "
            + Units.seconds(timing.totalS())
            + " from the start of the process",
        run.threads()
            + (run.threads() == 1 ? " thread" : " threads")
            + ", seed "
            + run.seed()
            + memory);
  }
}
