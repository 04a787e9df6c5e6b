package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.baya.app.analysis.FileSpikes;
import org.baya.app.analysis.Period;
import org.baya.app.analysis.PopulationStatistics;
import org.baya.app.analysis.SpikeAnalysis;
import org.baya.app.analysis.SpikeTable;
import org.baya.app.report.StatisticsJson;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.sonata.PopulationSpikes;
import org.baya.io.sonata.SpikeConversion;
import org.baya.io.text.JsonWriter;

/** {@code baya analyze FILE...}: the statistics of spikes, whoever simulated them. */
final class AnalyzeCommand implements Command {
  private static final double FROM_MS = 0;

  private final Argument<Path> fileNames;
  private final Argument<Double> from;
  private final Argument<Double> to;
  private final Argument<String> sizes;
  private final Flag json;

  AnalyzeCommand(Arguments arguments) {
    arguments.describe(
        "Rates, irregularity, correlation and synchrony of the spikes in files.",
        "Files are .h5, .csv, .npz or .nwb, of any simulator. With two files: also how far apart"
            + " their distributions are.");
    fileNames = arguments.operand("FILE", Kind.PATH, 1, 2, "Spikes; one file or two.");
    from =
        arguments.option(
            "--from",
            "MS",
            Kind.NUMBER,
            "Spikes after this time count; default: " + Units.plain(FROM_MS) + ".");
    to =
        arguments.option(
            "--to",
            "MS",
            Kind.NUMBER,
            "Spikes up to this time count; default: the last of all, rounded up.");
    sizes =
        arguments.repeated(
            "--neurons",
            "POPULATION=N",
            Kind.TEXT,
            "Number of neurons, silent ones too; default: by the numbers of those that fired.");
    json = arguments.flag("--json", "Print JSON to stdout instead of tables.");
  }

  @Override
  public int run(Console console) {
    List<Path> files = fileNames.values();
    Map<String, Integer> neurons = neurons();
    List<List<PopulationSpikes>> spikes = files.stream().map(SpikeConversion::read).toList();
    checkNames(spikes, neurons);
    List<List<SpikeTable>> all = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      all.add(tables(files.get(i), spikes.get(i), neurons));
    }
    Period period = new Period(from.orElse(FROM_MS), to.value().orElseGet(() -> last(all)));
    check(period);
    List<List<PopulationStatistics>> statistics =
        all.stream()
            .map(tables -> SpikeAnalysis.of(tables, tables.stream().map(t -> period).toList()))
            .toList();
    PrintWriter out = console.out();
    (json.isGiven() ? json(files, statistics) : text(files, statistics, period))
        .forEach(out::println);
    out.flush();
    return ExitCode.DONE;
  }

  /** What {@code --neurons} says. */
  private Map<String, Integer> neurons() {
    Map<String, Integer> neurons = new LinkedHashMap<>();
    for (String size : sizes.values()) {
      int equals = size.lastIndexOf('=');
      if (equals < 1) {
        throw new UsageException("--neurons is '" + size + "'; allowed is POPULATION=N");
      }
      String name = size.substring(0, equals);
      neurons.put(name, Kind.WHOLE.read("--neurons " + name, size.substring(equals + 1)));
    }
    return neurons;
  }

  private static void check(Period period) {
    if (!(period.lengthMs() > 0 && Double.isFinite(period.lengthMs()))) {
      throw new UsageException(
          "nothing lies between --from " + period.fromMs() + " and --to " + period.toMs() + " ms");
    }
  }

  private static List<SpikeTable> tables(
      Path file, List<PopulationSpikes> populations, Map<String, Integer> neurons) {
    List<SpikeTable> tables = new ArrayList<>();
    for (PopulationSpikes spikes : populations) {
      Integer known = neurons.get(spikes.population());
      OptionalInt size = known == null ? OptionalInt.empty() : OptionalInt.of(known);
      tables.add(FileSpikes.table(file.toString(), spikes, size));
    }
    return tables;
  }

  private static void checkNames(List<List<PopulationSpikes>> all, Map<String, Integer> neurons) {
    List<String> names =
        all.stream().flatMap(List::stream).map(PopulationSpikes::population).distinct().toList();
    for (String name : neurons.keySet()) {
      if (neurons.getOrDefault(name, 0) < 0) {
        throw new InvalidInputException(
            "--neurons", name + " is " + neurons.get(name) + "; allowed is 0 or more");
      }
      if (!names.contains(name)) {
        throw new InvalidInputException(
            "--neurons", "no population '" + name + "' in the files; " + Names.hint(name, names));
      }
    }
  }

  private static double last(List<List<SpikeTable>> all) {
    return all.stream()
        .flatMap(List::stream)
        .filter(table -> table.times().count() > 0)
        .mapToDouble(table -> Math.ceil(table.times().timeMs(table.times().count() - 1)))
        .max()
        .orElse(0);
  }

  private static List<String> json(List<Path> files, List<List<PopulationStatistics>> statistics) {
    JsonWriter writer = new JsonWriter().beginArray();
    for (int i = 0; i < files.size(); i++) {
      writer.beginObject().name("file").value(files.get(i).toString());
      StatisticsJson.write(writer.name("statistics"), statistics.get(i));
      writer.endObject();
    }
    return List.of(writer.endArray().toString());
  }

  private static List<String> text(
      List<Path> files, List<List<PopulationStatistics>> statistics, Period period) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      lines.add(
          files.get(i)
              + ", "
              + Units.plain(period.fromMs())
              + " to "
              + Units.plain(period.toMs())
              + " ms");
      lines.addAll(StatisticsTable.all(statistics.get(i)));
      lines.add("");
    }
    if (statistics.size() == 2) {
      lines.addAll(StatisticsTable.distances(statistics.get(0), statistics.get(1)));
    } else {
      lines.removeLast();
    }
    return lines;
  }
}
