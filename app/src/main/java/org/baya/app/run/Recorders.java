package org.baya.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.baya.app.report.SpikeTable;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.engine.Simulation;
import org.baya.io.experiment.Outputs;
import org.baya.io.sonata.SpikeFile;
import org.baya.io.sonata.SpikeLog;
import org.baya.network.Recording;

/** Everything that listens to one simulation, and the files it leaves. */
final class Recorders implements AutoCloseable {
  private final CompiledNetwork network;
  private final Outputs outputs;
  private final SpikeTally tally;
  private final List<SpikeRecorder> spikes = new ArrayList<>();
  private final List<Outputs.NodeNames> recordedSpikes = new ArrayList<>();
  private final SampleRecorders samples;
  private final Path directory;

  private Recorders(CompiledNetwork network, Outputs outputs, Path directory) {
    this.network = network;
    this.outputs = outputs;
    this.directory = directory;
    this.tally = new SpikeTally(network);
    this.samples = new SampleRecorders(network, outputs, directory);
  }

  /**
   * Attaches recorders to {@code simulation}.
   *
   * @param outputs what the files and the nodes in them are called
   * @param directory where samples go while they come in
   * @throws org.baya.error.InvalidInputException if a file cannot be written
   */
  static Recorders attach(
      Simulation simulation,
      CompiledNetwork network,
      List<Recording> recordings,
      Outputs outputs,
      Path directory) {
    Recorders recorders = new Recorders(network, outputs, directory);
    simulation.listen(recorders.tally);
    try {
      for (Recording recording : recordings) {
        recorders.add(simulation, recording);
      }
      recorders.samples.attach(simulation);
      recorders.note().write(directory);
      return recorders;
    } catch (RuntimeException e) {
      recorders.close();
      throw e;
    }
  }

  private void add(Simulation simulation, Recording recording) {
    CompiledPopulation population = network.population(recording.population());
    int[] ids = ids(recording, population);
    switch (recording) {
      case Recording.Spikes ignored -> {
        SpikeLog log = SpikeLog.create(directory.resolve(RecoveryNote.spikeLog(spikes.size())));
        SpikeRecorder recorder = new SpikeRecorder(population, ids, log);
        spikes.add(recorder);
        recordedSpikes.add(outputs.names(population.name()));
        simulation.listen(recorder);
      }
      case Recording.Samples sampled -> samples.add(sampled, population, ids);
    }
  }

  private static int[] ids(Recording recording, CompiledPopulation population) {
    return recording
        .ids()
        .map(ids -> ids.stream().mapToInt(Math::toIntExact).toArray())
        .orElseGet(() -> IntStream.range(0, population.size()).toArray());
  }

  /** What is needed to finish the files without this process. */
  private RecoveryNote note() {
    return new RecoveryNote(
        network.grid().resolutionMs(),
        outputs.order(),
        outputs.spikesFile(),
        outputs.spikesCsv(),
        recordedSpikes,
        samples.planned());
  }

  /** Counts over all neurons. */
  SpikeTally tally() {
    return tally;
  }

  /** The recorded spikes for the report. */
  List<SpikeTable> tables() {
    return spikes.stream().map(recorder -> recorder.table(network.grid().resolutionMs())).toList();
  }

  /** Writes the spikes and the samples' reports. */
  void commit(Path directory) {
    List<SpikeFile.Train> trains =
        spikes.stream().map(recorder -> recorder.train(outputs)).toList();
    SpikeFile file = new SpikeFile(trains, outputs.order(), network.grid().resolutionMs());
    file.write(directory.resolve(outputs.spikesFile()));
    outputs.spikesCsv().ifPresent(name -> file.writeCsv(directory.resolve(name)));
    samples.commit();
  }

  /** Names of the files that {@link #commit} wrote. */
  List<String> files(Path directory) {
    List<String> names = new ArrayList<>(List.of(outputs.spikesFile()));
    outputs.spikesCsv().ifPresent(names::add);
    samples.names().stream()
        .sorted()
        .filter(name -> Files.exists(directory.resolve(name)))
        .forEach(names::add);
    return names;
  }

  @Override
  public void close() {
    spikes.forEach(SpikeRecorder::close);
    samples.close();
    RecoveryNote.delete(directory);
  }
}
