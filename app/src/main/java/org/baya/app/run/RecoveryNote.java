package org.baya.app.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.baya.io.experiment.Outputs.NodeNames;
import org.baya.io.experiment.Outputs.SpikeOrder;
import org.baya.io.file.Reasons;
import org.baya.io.sonata.ReportFile;
import org.baya.io.text.JsonWriter;
import org.baya.io.yaml.YamlReader;
import org.baya.io.yaml.YamlValue;

/**
 * What a run writes down at its start, beside the lists that grow, so that another process can
 * finish its files: {@code recovery.json}.
 *
 * @param resolutionMs length of a step [ms]
 * @param order of the spikes
 * @param spikesFile name of the file of spikes
 * @param spikesCsv name of the text file of spikes
 * @param spikes names of population and nodes of each log of spikes
 * @param reports the reports
 * @param tables samples that are wanted as text
 */
record RecoveryNote(
    double resolutionMs,
    SpikeOrder order,
    String spikesFile,
    Optional<String> spikesCsv,
    List<NodeNames> spikes,
    List<Report> reports,
    List<Table> tables) {
  private static final String FILE = ".recovery.json";

  /** A report that will be made. */
  record Report(
      String file, String unit, double everyMs, double firstMs, List<ReportFile.Columns> parts) {}

  /** A table of samples that will be made. */
  record Table(String file, int[] ids, List<String> variables) {}

  /** The name of log {@code number}. */
  static String spikeLog(int number) {
    return ".spikes." + number + ".log";
  }

  /** Writes the note. */
  void write(Path directory) {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("resolution_ms").value(resolutionMs);
    json.name("order").value(order.name());
    json.name("spikes_file").value(spikesFile);
    spikesCsv.ifPresent(name -> json.name("spikes_csv").value(name));
    json.name("spikes").beginArray();
    for (NodeNames names : spikes) {
      json.beginObject().name("population").value(names.population());
      json.name("ids").value(names.ids()).endObject();
    }
    json.endArray().name("reports").beginArray();
    reports.forEach(report -> write(json, report));
    json.endArray().name("tables").beginArray();
    tables.forEach(table -> write(json, table));
    String text = json.endArray().endObject().toString();
    try {
      Files.writeString(directory.resolve(FILE), text);
    } catch (IOException e) {
      throw new SimulationException(directory + ": cannot be written: " + Reasons.of(e), e);
    }
  }

  private static void write(JsonWriter json, Report report) {
    json.beginObject().name("file").value(report.file());
    json.name("unit").value(report.unit());
    json.name("every_ms").value(report.everyMs());
    json.name("first_ms").value(report.firstMs());
    json.name("parts").beginArray();
    for (ReportFile.Columns columns : report.parts()) {
      NodeNames names = columns.names();
      json.beginObject().name("population").value(names.population());
      json.name("ids")
          .value(IntStream.of(columns.nodes()).mapToLong(names::id).toArray())
          .endObject();
    }
    json.endArray().endObject();
  }

  private static void write(JsonWriter json, Table table) {
    json.beginObject().name("file").value(table.file());
    json.name("ids").value(IntStream.of(table.ids()).asLongStream().toArray());
    json.name("variables").beginArray();
    table.variables().forEach(json::value);
    json.endArray().endObject();
  }

  /** Removes the note. */
  static void delete(Path directory) {
    try {
      Files.deleteIfExists(directory.resolve(FILE));
    } catch (IOException e) {
      throw new SimulationException(directory + ": cannot be removed: " + Reasons.of(e), e);
    }
  }

  /**
   * Reads a note.
   *
   * @throws InvalidInputException if there is none or it is damaged
   */
  static RecoveryNote read(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      return of(YamlReader.read(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
    } catch (IOException | ClassCastException | NullPointerException | IllegalArgumentException e) {
      throw new InvalidInputException(file.toString(), "is missing or damaged", e);
    }
  }

  private static RecoveryNote of(YamlValue root) {
    List<NodeNames> spikes = new ArrayList<>();
    for (YamlValue log : list(root, "spikes")) {
      spikes.add(new NodeNames(text(log, "population"), ids(log)));
    }
    List<Report> reports = new ArrayList<>();
    for (YamlValue report : list(root, "reports")) {
      List<ReportFile.Columns> parts = new ArrayList<>();
      for (YamlValue part : list(report, "parts")) {
        long[] ids = ids(part);
        parts.add(
            new ReportFile.Columns(
                new NodeNames(text(part, "population"), ids),
                IntStream.range(0, ids.length).toArray()));
      }
      reports.add(
          new Report(
              text(report, "file"),
              text(report, "unit"),
              Double.parseDouble(text(report, "every_ms")),
              Double.parseDouble(text(report, "first_ms")),
              parts));
    }
    List<Table> tables = new ArrayList<>();
    for (YamlValue table : list(root, "tables")) {
      List<String> variables =
          list(table, "variables").stream().map(name -> ((YamlValue.Scalar) name).text()).toList();
      int[] nodes = LongStream.of(ids(table)).mapToInt(Math::toIntExact).toArray();
      tables.add(new Table(text(table, "file"), nodes, variables));
    }
    return new RecoveryNote(
        Double.parseDouble(text(root, "resolution_ms")),
        SpikeOrder.valueOf(text(root, "order")),
        text(root, "spikes_file"),
        entries(root).containsKey("spikes_csv")
            ? Optional.of(text(root, "spikes_csv"))
            : Optional.empty(),
        spikes,
        reports,
        tables);
  }

  private static Map<String, YamlValue.Entry> entries(YamlValue value) {
    return ((YamlValue.Mapping) value).entries();
  }

  private static YamlValue get(YamlValue value, String key) {
    return Objects.requireNonNull(entries(value).get(key), key).value();
  }

  private static List<YamlValue> list(YamlValue value, String key) {
    return ((YamlValue.Items) get(value, key)).values();
  }

  private static String text(YamlValue value, String key) {
    return ((YamlValue.Scalar) get(value, key)).text();
  }

  private static long[] ids(YamlValue value) {
    return list(value, "ids").stream()
        .flatMapToLong(id -> LongStream.of(Long.parseLong(((YamlValue.Scalar) id).text())))
        .toArray();
  }
}
