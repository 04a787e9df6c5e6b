package org.baya.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.baya.app.report.SpikeTable;
import org.baya.catalog.Catalog;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.engine.Simulation;
import org.baya.io.sonata.ReportFile;
import org.baya.io.sonata.SpikeFile;
import org.baya.network.Recording;

/** Everything that listens to one simulation, and the files it leaves. */
final class Recorders implements AutoCloseable {
  private final CompiledNetwork network;
  private final SpikeTally tally;
  private final List<SpikeRecorder> spikes = new ArrayList<>();
  private final List<SampleRecorder> samples = new ArrayList<>();
  private final Set<String> fileNames = new HashSet<>();

  private Recorders(CompiledNetwork network) {
    this.network = network;
    this.tally = new SpikeTally(network);
  }

  /**
   * Attaches recorders to {@code simulation}.
   *
   * @param directory where samples go while they come in
   * @throws org.baya.error.InvalidInputException if a file cannot be written
   */
  static Recorders attach(
      Simulation simulation, CompiledNetwork network, List<Recording> recordings, Path directory) {
    Recorders recorders = new Recorders(network);
    simulation.listen(recorders.tally);
    try {
      for (Recording recording : recordings) {
        recorders.add(simulation, recording, directory);
      }
      return recorders;
    } catch (RuntimeException e) {
      recorders.close();
      throw e;
    }
  }

  private void add(Simulation simulation, Recording recording, Path directory) {
    CompiledPopulation population = network.population(recording.population());
    int[] ids = ids(recording, population);
    switch (recording) {
      case Recording.Spikes ignored -> {
        SpikeRecorder recorder = new SpikeRecorder(population, ids);
        spikes.add(recorder);
        simulation.listen(recorder);
      }
      case Recording.Samples sampled -> {
        List<ReportFile> reports = new ArrayList<>();
        for (String variable : sampled.variables()) {
          Path file = directory.resolve(fileName(population.name() + "_" + variable));
          reports.add(
              ReportFile.create(
                  file, population.name(), unit(population, variable), ids, sampled.everyMs()));
        }
        SampleRecorder recorder = new SampleRecorder(reports, ids.length);
        samples.add(recorder);
        simulation.sample(population.name(), ids, sampled.variables(), sampled.everyMs(), recorder);
      }
    }
  }

  private static int[] ids(Recording recording, CompiledPopulation population) {
    return recording
        .ids()
        .map(ids -> ids.stream().mapToInt(Math::toIntExact).toArray())
        .orElseGet(() -> IntStream.range(0, population.size()).toArray());
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

  private String fileName(String stem) {
    String name = stem + ".h5";
    for (int i = 2; !fileNames.add(name); i++) {
      name = stem + "_" + i + ".h5";
    }
    return name;
  }

  /** Counts over all neurons. */
  SpikeTally tally() {
    return tally;
  }

  /** The recorded spikes for the report. */
  List<SpikeTable> tables() {
    return spikes.stream().map(recorder -> recorder.table(network.grid().resolutionMs())).toList();
  }

  /** Writes {@code spikes.h5} and the samples' reports. */
  void commit(Path directory) {
    List<SpikeFile.Train> trains = spikes.stream().map(SpikeRecorder::train).toList();
    SpikeFile.write(directory.resolve("spikes.h5"), trains, network.grid().resolutionMs());
    samples.forEach(SampleRecorder::commit);
  }

  /** Names of the files that {@link #commit} wrote. */
  List<String> files(Path directory) {
    List<String> names = new ArrayList<>(List.of("spikes.h5"));
    fileNames.stream()
        .sorted()
        .filter(name -> Files.exists(directory.resolve(name)))
        .forEach(names::add);
    return names;
  }

  @Override
  public void close() {
    samples.forEach(SampleRecorder::close);
  }
}
