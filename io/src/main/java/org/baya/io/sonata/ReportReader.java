package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baya.error.Names;
import org.baya.io.experiment.Outputs;
import org.baya.network.Recording;

/** Reads the section {@code reports}: what multimeters record, and in which files. */
final class ReportReader {
  private static final Set<String> MODULES = Set.of("membrane_report", "multimeter_report");

  private final Circuit circuit;
  private final NodeSets sets;
  private final double stepMs;
  private final double endMs;
  private final Path directory;
  private final List<Recording> recordings = new ArrayList<>();
  private final List<Outputs.Report> files = new ArrayList<>();

  /**
   * A reader.
   *
   * @param stepMs the resolution
   * @param endMs end of the simulation
   * @param directory of the results, in which all files lie
   */
  ReportReader(Circuit circuit, NodeSets sets, double stepMs, double endMs, Path directory) {
    this.circuit = circuit;
    this.sets = sets;
    this.stepMs = stepMs;
    this.endMs = endMs;
    this.directory = directory;
  }

  /** What is recorded. */
  List<Recording> recordings() {
    return recordings;
  }

  /** Where each of the recordings goes. */
  List<Outputs.Report> files() {
    return files;
  }

  /** Reads one report. */
  void read(String name, JsonValue report) {
    report
        .findAny("module")
        .ifPresent(module -> {
          if (!MODULES.contains(module.text())) {
            throw module.wrong(
                "unknown module '" + module.text() + "'; " + Names.hint(module.text(), MODULES));
          }
        });
    JsonValue cells =
        report
            .findAny("cells", "node_set")
            .orElseGet(() -> report.require("cells", "the nodes to record"));
    List<JsonValue> variables =
        report.require("variable_name", "what to record, such as V_m").oneOrMore();
    double everyMs = report.findAny("dt", "interval").map(JsonValue::number).orElse(stepMs);
    double steps = everyMs / stepMs;
    if (everyMs < stepMs * 0.5 || Math.abs(steps - Math.rint(steps)) > 1e-9 * steps) {
      throw report
          .findAny("dt", "interval")
          .orElseThrow()
          .wrong("is " + everyMs + " ms; allowed is a multiple of the step, " + stepMs + " ms");
    }
    double startMs = report.findAny("start_time", "tstart").map(JsonValue::number).orElse(0.0);
    double stopMs = report.findAny("end_time", "tstop").map(JsonValue::number).orElse(endMs);
    Map<NodeTable, int[]> chosen = sets.nodes(cells);
    boolean any = false;
    for (JsonValue variable : variables) {
      String stem = variables.size() == 1 ? name : name + "_" + variable.text();
      String file = file(report, variables.size(), stem, variable.text());
      for (Map.Entry<NodeTable, int[]> entry : chosen.entrySet()) {
        any |=
            add(
                entry.getKey(),
                entry.getValue(),
                variable.text(),
                everyMs,
                new Outputs.Report(file, startMs, stopMs));
      }
    }
    if (!any) {
      throw cells.wrong("selects no neuron; virtual nodes have nothing to record");
    }
  }

  private String file(JsonValue report, int variables, String stem, String variable) {
    return report
        .find("file_name")
        .map(given -> {
          String name = OutputReader.name(given, directory);
          String base = name.endsWith(".h5") ? name.substring(0, name.length() - 3) : name;
          return (variables == 1 ? base : base + "_" + variable) + ".h5";
        })
        .orElse(stem + ".h5");
  }

  private boolean add(
      NodeTable table, int[] rows, String variable, double everyMs, Outputs.Report file) {
    NodeParts parts = circuit.nodes().get(table.name());
    boolean any = false;
    for (int part = 0; parts != null && part < parts.parts().size(); part++) {
      int[] indices = InputReader.indices(parts, part, rows);
      if (indices.length > 0 && !parts.parts().get(part).isVirtual()) {
        any = true;
        recordings.add(
            new Recording.Samples(
                parts.parts().get(part).name(),
                Optional.of(Arrays.stream(indices).asLongStream().boxed().toList()),
                List.of(variable),
                everyMs));
        files.add(file);
      }
    }
    return any;
  }
}
