package org.baya.app.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.engine.Recordables;
import org.baya.engine.SampleListener;
import org.baya.engine.SampleTimes;
import org.baya.engine.Simulation;
import org.baya.io.experiment.Outputs;
import org.baya.io.sonata.ReportFile;
import org.baya.network.Recording;

/**
 * The multimeters of one simulation and the reports they write to, several to one if need be, or
 * tables of their own.
 */
final class SampleRecorders implements AutoCloseable {
  private final CompiledNetwork network;
  private final Outputs outputs;
  private final Path directory;
  private final List<Multimeter> multimeters = new ArrayList<>();
  private final Map<String, RecoveryNote.Report> planned = new LinkedHashMap<>();
  private final Set<String> tables = new HashSet<>();
  private final List<ReportFile> reports = new ArrayList<>();
  private final List<SampleTable> openTables = new ArrayList<>();

  /** One recording and where each of its variables goes. */
  private record Multimeter(
      Recording.Samples recording, int[] ids, List<Place> places, SampleTimes times) {}

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
    SampleTimes times = named ? times(recording, outputs.reports().get(number)) : times(recording);
    String stem = population.name() + "_";
    List<Place> places = new ArrayList<>();
    if (!named && recording.format() == Recording.Format.CSV) {
      places.add(new Place(free(stem + String.join("_", recording.variables()), ".csv"), 0));
      tables.add(places.getFirst().file());
    } else {
      for (String variable : recording.variables()) {
        String file = named ? outputs.reports().get(number).file() : free(stem + variable, ".h5");
        double firstMs = times.firstMs(network.grid());
        RecoveryNote.Report report =
            planned.computeIfAbsent(
                file,
                _ ->
                    new RecoveryNote.Report(
                        file,
                        Recordables.unit(network, population, variable),
                        recording.everyMs(),
                        firstMs,
                        new ArrayList<>()));
        places.add(new Place(file, report.parts().size()));
        report.parts().add(new ReportFile.Columns(outputs.names(population.name()), ids));
      }
    }
    multimeters.add(new Multimeter(recording, ids, places, times));
  }

  private static SampleTimes times(Recording.Samples recording) {
    return new SampleTimes(
        recording.everyMs(),
        recording.offsetMs(),
        recording.window().startMs(),
        recording.window().stopMs());
  }

  private static SampleTimes times(Recording.Samples recording, Outputs.Report report) {
    return new SampleTimes(recording.everyMs(), 0, report.startMs(), report.endMs());
  }

  private String free(String stem, String ending) {
    String name = stem + ending;
    for (int i = 2; planned.containsKey(name) || tables.contains(name); i++) {
      name = stem + "_" + i + ending;
    }
    return name;
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
      Recording.Samples recording = multimeter.recording();
      simulation.sample(
          recording.population(),
          multimeter.ids(),
          recording.variables(),
          multimeter.times(),
          listener(multimeter, made));
    }
  }

  private SampleListener listener(Multimeter multimeter, Map<String, ReportFile> made) {
    List<String> variables = multimeter.recording().variables();
    String first = multimeter.places().getFirst().file();
    if (tables.contains(first)) {
      SampleTable table = SampleTable.create(directory.resolve(first), multimeter.ids(), variables);
      openTables.add(table);
      return table;
    }
    List<SampleRecorder.Column> columns =
        multimeter.places().stream()
            .map(place ->
                new SampleRecorder.Column(
                    Objects.requireNonNull(made.get(place.file())), place.part()))
            .toList();
    return new SampleRecorder(columns, multimeter.ids().length);
  }

  /** The reports. */
  List<RecoveryNote.Report> planned() {
    return List.copyOf(planned.values());
  }

  /** The tables. */
  List<RecoveryNote.Table> plannedTables() {
    return multimeters.stream()
        .filter(multimeter -> tables.contains(multimeter.places().getFirst().file()))
        .map(multimeter ->
            new RecoveryNote.Table(
                multimeter.places().getFirst().file(),
                multimeter.ids(),
                multimeter.recording().variables()))
        .toList();
  }

  /** Names of the files. */
  Set<String> names() {
    Set<String> names = new HashSet<>(planned.keySet());
    names.addAll(tables);
    return names;
  }

  /** Writes the files. */
  void commit() {
    reports.forEach(ReportFile::commit);
    openTables.forEach(SampleTable::commit);
  }

  @Override
  public void close() {
    reports.forEach(ReportFile::close);
    openTables.forEach(SampleTable::close);
  }
}
