package org.baya.app.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.baya.catalog.Catalog;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.engine.Simulation;
import org.baya.io.experiment.Outputs;
import org.baya.io.sonata.ReportFile;
import org.baya.network.Recording;

/** The multimeters of one simulation and the reports they write to, several to one if need be. */
final class SampleRecorders implements AutoCloseable {
  private final CompiledNetwork network;
  private final Outputs outputs;
  private final Path directory;
  private final List<Multimeter> multimeters = new ArrayList<>();
  private final Map<String, RecoveryNote.Report> planned = new LinkedHashMap<>();
  private final List<ReportFile> reports = new ArrayList<>();

  /** One recording and where each of its variables goes. */
  private record Multimeter(
      Recording.Samples recording, int[] ids, List<Place> places, Outputs.Report window) {}

  /** A part of a planned report. */
  private record Place(String file, int part) {}

  SampleRecorders(CompiledNetwork network, Outputs outputs, Path directory) {
    this.network = network;
    this.outputs = outputs;
    this.directory = directory;
  }

  /** Plans a recording of {@code ids}. */
  void add(Recording.Samples recording, CompiledPopulation population, int[] ids) {
    int number = multimeters.size();
    boolean named = number < outputs.reports().size();
    Outputs.Report window =
        named
            ? outputs.reports().get(number)
            : new Outputs.Report("", 0, Double.POSITIVE_INFINITY);
    List<Place> places = new ArrayList<>();
    for (String variable : recording.variables()) {
      String file = named ? window.file() : free(population.name() + "_" + variable);
      double everyMs = recording.everyMs();
      double firstMs = (Math.floor(window.startMs() / everyMs + 1e-9) + 1) * everyMs;
      RecoveryNote.Report report =
          planned.computeIfAbsent(
              file,
              _ ->
                  new RecoveryNote.Report(
                      file, unit(population, variable), everyMs, firstMs, new ArrayList<>()));
      places.add(new Place(file, report.parts().size()));
      report.parts().add(new ReportFile.Columns(outputs.names(population.name()), ids));
    }
    multimeters.add(new Multimeter(recording, ids, places, window));
  }

  private String free(String stem) {
    String name = stem + ".h5";
    for (int i = 2; planned.containsKey(name); i++) {
      name = stem + "_" + i + ".h5";
    }
    return name;
  }

  /**
   * The unit in which the model states its potentials and currents; empty when its parameters do
   * not tell.
   */
  private static String unit(CompiledPopulation population, String variable) {
    return Catalog.standard().model(population.model(), population.name()).parameters().stream()
        .filter(parameter -> parameter.name().equals(variable))
        .map(parameter -> parameter.unit())
        .findFirst()
        .orElse("");
  }

  /** Makes the reports and lets the simulation fill them. */
  void attach(Simulation simulation) {
    Map<String, ReportFile> made = new LinkedHashMap<>();
    planned.forEach((name, plan) -> {
      ReportFile report =
          ReportFile.create(
              directory.resolve(name), plan.unit(), plan.everyMs(), plan.firstMs(), plan.parts());
      reports.add(report);
      made.put(name, report);
    });
    for (Multimeter multimeter : multimeters) {
      List<SampleRecorder.Column> columns =
          multimeter.places().stream()
              .map(place ->
                  new SampleRecorder.Column(
                      Objects.requireNonNull(made.get(place.file())), place.part()))
              .toList();
      Outputs.Report window = multimeter.window();
      Recording.Samples recording = multimeter.recording();
      simulation.sample(
          recording.population(),
          multimeter.ids(),
          recording.variables(),
          recording.everyMs(),
          new SampleRecorder(
              columns, multimeter.ids().length, window.startMs(), window.endMs()));
    }
  }

  /** The reports. */
  List<RecoveryNote.Report> planned() {
    return List.copyOf(planned.values());
  }

  /** Names of the reports. */
  Set<String> names() {
    return planned.keySet();
  }

  /** Writes the reports. */
  void commit() {
    reports.forEach(ReportFile::commit);
  }

  @Override
  public void close() {
    reports.forEach(ReportFile::close);
  }
}
