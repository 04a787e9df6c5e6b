package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.error.Names;
import org.baya.io.experiment.Outputs;

/** Reads the section {@code output}. */
final class OutputReader {
  private static final List<String> ORDERS = List.of("time", "by_time", "id", "by_id", "none");

  private OutputReader() {}

  /** Where the files go: as the configuration says, or beside it. */
  static Path directory(SonataConfig config) {
    return config
        .find("output")
        .flatMap(output -> output.find("output_dir"))
        .map(JsonValue::path)
        .orElseGet(() -> config.root().file().directory().resolve("output"));
  }

  /** The outputs of a configuration. */
  static Outputs outputs(
      SonataConfig config, Circuit circuit, Path directory, List<Outputs.Report> reports) {
    Optional<JsonValue> output = config.find("output");
    Optional<JsonValue> overwrite = output.flatMap(o -> o.find("overwrite_output_dir"));
    if (overwrite.isEmpty()) {
      overwrite = config.find("run").flatMap(run -> run.find("overwrite_output_dir"));
    }
    return new Outputs(
        Optional.of(directory),
        overwrite.map(JsonValue::flag).orElse(true),
        output
            .flatMap(o -> o.find("spikes_file"))
            .map(given -> name(given, directory))
            .orElse("spikes.h5"),
        output.flatMap(o -> o.find("spikes_file_csv")).map(given -> name(given, directory)),
        output
            .flatMap(o -> o.find("spikes_sort_order"))
            .map(OutputReader::order)
            .orElse(Outputs.SpikeOrder.TIME),
        names(circuit),
        reports);
  }

  /** The name of a file that must lie in {@code directory}. */
  static String name(JsonValue given, Path directory) {
    Path inside = directory.toAbsolutePath().normalize();
    Path file = given.path(inside).toAbsolutePath().normalize();
    if (!inside.equals(file.getParent())) {
      throw given.wrong("is " + file + "; allowed is a file in the output directory " + inside);
    }
    return String.valueOf(file.getFileName());
  }

  private static Outputs.SpikeOrder order(JsonValue given) {
    return switch (given.text()) {
      case "time", "by_time", "none" -> Outputs.SpikeOrder.TIME;
      case "id", "by_id" -> Outputs.SpikeOrder.NODE;
      default ->
          throw given.wrong(
              "unknown order '" + given.text() + "'; " + Names.hint(given.text(), ORDERS));
    };
  }

  private static Map<String, Outputs.NodeNames> names(Circuit circuit) {
    Map<String, Outputs.NodeNames> names = new HashMap<>();
    for (NodeParts parts : circuit.nodes().values()) {
      for (NodePart part : parts.parts()) {
        long[] ids = new long[0];
        if (!part.isWhole() || !part.nodes().isNumbered()) {
          ids = new long[part.size()];
          for (int i = 0; i < ids.length; i++) {
            ids[i] = part.nodes().id(part.rows()[i]);
          }
        }
        names.put(part.name(), new Outputs.NodeNames(parts.nodes().name(), ids));
      }
    }
    return names;
  }
}
