package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code baya analyze FILE...}: the statistics of spikes, whoever simulated them. */
@Command(
    name = "analyze",
    description = {
      "Rates, irregularity, correlation and synchrony of the spikes in files (.h5, .csv, .npz, .nwb),",
      "of any simulator. With two files: also how far apart their distributions are."
    },
    mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..2", description = "Spikes; one file or two.")
  private List<Path> files = List.of();

  @Option(
      names = "--from",
      paramLabel = "MS",
      description = "Spikes after this time count; default: ${DEFAULT-VALUE}.")
  private double fromMs;

  @Option(
      names = "--to",
      paramLabel = "MS",
      description = "Spikes up to this time count; default: the last of all, rounded up.")
  private Optional<Double> toMs = Optional.empty();

  @Option(
      names = "--neurons",
      paramLabel = "POPULATION=N",
      description =
          "Number of neurons, silent ones too; default: by the numbers of those that fired.")
  private Map<String, Integer> neurons = new LinkedHashMap<>();

  @Option(names = "--json", description = "Print JSON to stdout instead of tables.")
  private boolean json;

  @Override
  public Integer call() {
    List<List<PopulationSpikes>> spikes = files.stream().map(SpikeConversion::read).toList();
    checkNames(spikes);
    List<List<SpikeTable>> all = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      all.add(tables(files.get(i), spikes.get(i)));
    }
    Period period = new Period(fromMs, toMs.orElseGet(() -> last(all)));
    check(period);
    List<List<PopulationStatistics>> statistics =
        all.stream()
            .map(tables -> SpikeAnalysis.of(tables, tables.stream().map(t -> period).toList()))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    (json ? json(statistics) : text(statistics, period)).forEach(out::println);
    out.flush();
    return ExitCode.DONE;
  }

  private void check(Period period) {
    if (!(period.lengthMs() > 0 && Double.isFinite(period.lengthMs()))) {
      throw new ParameterException(
          spec.commandLine(),
          "nothing lies between --from " + fromMs + " and --to " + period.toMs() + " ms");
    }
  }

  private List<SpikeTable> tables(Path file, List<PopulationSpikes> populations) {
    List<SpikeTable> tables = new ArrayList<>();
    for (PopulationSpikes spikes : populations) {
      Integer known = neurons.get(spikes.population());
      OptionalInt size = known == null ? OptionalInt.empty() : OptionalInt.of(known);
      tables.add(FileSpikes.table(file.toString(), spikes, size));
    }
    return tables;
  }

  private void checkNames(List<List<PopulationSpikes>> all) {
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

  private List<String> json(List<List<PopulationStatistics>> statistics) {
    JsonWriter writer = new JsonWriter().beginArray();
    for (int i = 0; i < files.size(); i++) {
      writer.beginObject().name("file").value(files.get(i).toString());
      StatisticsJson.write(writer.name("statistics"), statistics.get(i));
      writer.endObject();
    }
    return List.of(writer.endArray().toString());
  }

  private List<String> text(List<List<PopulationStatistics>> statistics, Period period) {
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
