package org.baya.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.baya.app.analysis.Period;
import org.baya.app.analysis.PopulationStatistics;
import org.baya.app.analysis.SpikeAnalysis;
import org.baya.app.analysis.SpikeTable;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.engine.CorrelationBins;
import org.baya.engine.CorrelationWeights;
import org.baya.engine.Simulation;
import org.baya.engine.SpikeRecording;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.Outputs;
import org.baya.io.sonata.SpikeFile;
import org.baya.io.sonata.SpikeLog;
import org.baya.network.Recording;

/** Everything that listens to one simulation, and the files it leaves. */
final class Recorders implements AutoCloseable {
  /** Where spikes go that are wanted as text. */
  private static final String SPIKES_CSV = "spikes.csv";

  /** Where spikes go that are wanted as NumPy arrays. */
  private static final String SPIKES_NPZ = "spikes.npz";

  private final CompiledNetwork network;
  private final Outputs outputs;
  private final SpikeTally tally;
  private final List<SpikeRecorder> spikes = new ArrayList<>();
  private final List<Period> windows = new ArrayList<>();
  private final List<Outputs.NodeNames> recordedSpikes = new ArrayList<>();
  private final List<CorrelationOutput> correlations = new ArrayList<>();
  private final SampleRecorders samples;
  private final Path directory;

  private Recorders(CompiledNetwork network, Experiment experiment, Path directory) {
    this.network = network;
    this.outputs = experiment.outputs();
    this.directory = directory;
    this.tally = new SpikeTally(network, experiment.transientMs());
    this.samples = new SampleRecorders(network, outputs, directory);
  }

  /**
   * Attaches recorders to {@code simulation}.
   *
   * @param experiment what is recorded, and what the files and the nodes in them are called
   * @param directory where samples go while they come in
   * @throws org.baya.error.InvalidInputException if a file cannot be written
   */
  static Recorders attach(
      Simulation simulation, CompiledNetwork network, Experiment experiment, Path directory) {
    Recorders recorders = new Recorders(network, experiment, directory);
    simulation.listen(recorders.tally);
    try {
      for (Recording recording : experiment.network().recordings()) {
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
      case Recording.Spikes recorded -> add(simulation, recorded, ids);
      case Recording.Samples sampled -> samples.add(sampled, population, ids);
      case Recording.Correlation c -> {
        CorrelationBins bins =
            new CorrelationBins(
                c.deltaTauMs(), c.tauMaxMs(), c.window().startMs(), c.window().stopMs());
        correlations.add(
            new CorrelationOutput(
                directory.resolve(correlationFile(c)),
                simulation.correlate(c.population(), c.other(), bins, weights(c))));
      }
    }
  }

  private void add(Simulation simulation, Recording.Spikes recorded, int[] ids) {
    SpikeLog log = SpikeLog.create(directory.resolve(RecoveryNote.spikeLog(spikes.size())));
    SpikeRecording recording =
        simulation.record(
            recorded.population(), ids, recorded.window().startMs(), recorded.window().stopMs());
    SpikeRecorder recorder = new SpikeRecorder(recording, recorded.format(), log);
    spikes.add(recorder);
    windows.add(new Period(recorded.window().startMs(), recorded.window().stopMs()));
    recordedSpikes.add(outputs.names(recorded.population()));
    simulation.listen(recorder);
  }

  private String correlationFile(Recording.Correlation recording) {
    String stem = recording.population() + "_" + recording.other() + "_correlation";
    long same = correlations.stream().filter(c -> c.name().startsWith(stem)).count();
    String ending = recording.file().name().toLowerCase(Locale.ROOT);
    return stem + (same == 0 ? "" : "_" + (same + 1)) + "." + ending;
  }

  private static CorrelationWeights weights(Recording.Correlation recording) {
    double[][] weights = new double[2][];
    for (int i = 0; i < 2; i++) {
      weights[i] = recording.weights().get(i).stream().mapToDouble(Double::doubleValue).toArray();
    }
    return new CorrelationWeights(weights[0], weights[1]);
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
        samples.planned(),
        samples.plannedTables());
  }

  /** Counts over all neurons. */
  SpikeTally tally() {
    return tally;
  }

  /** The recorded spikes for the report. */
  List<SpikeTable> tables() {
    return spikes.stream().map(recorder -> recorder.table(network.grid().resolutionMs())).toList();
  }

  /** The statistics of the recorded spikes: of what was recorded within {@code period}. */
  List<PopulationStatistics> statistics(Period period) {
    return SpikeAnalysis.of(tables(), windows.stream().map(period::and).toList());
  }

  /** Writes spikes, samples and correlations. */
  void commit(Path to) {
    if (isWanted(Recording.Format.CSV)) {
      spikeFile(Recording.Format.CSV).writeCsv(to.resolve(SPIKES_CSV));
    }
    if (isWanted(Recording.Format.NPZ)) {
      spikeFile(Recording.Format.NPZ).writeNpz(to.resolve(SPIKES_NPZ));
    }
    if (isWanted(Recording.Format.SONATA) || spikes.isEmpty()) {
      SpikeFile file = spikeFile(Recording.Format.SONATA);
      file.write(to.resolve(outputs.spikesFile()));
      outputs.spikesCsv().ifPresent(name -> file.writeCsv(to.resolve(name)));
    }
    samples.commit();
    correlations.forEach(CorrelationOutput::write);
  }

  private boolean isWanted(Recording.Format format) {
    return spikes.stream().anyMatch(recorder -> recorder.format() == format);
  }

  private SpikeFile spikeFile(Recording.Format format) {
    List<SpikeFile.Train> trains =
        spikes.stream()
            .filter(recorder -> recorder.format() == format)
            .map(recorder -> recorder.train(outputs))
            .toList();
    return new SpikeFile(trains, outputs.order(), network.grid().resolutionMs());
  }

  /** Names of the files that {@link #commit} wrote. */
  List<String> files(Path in) {
    List<String> all = new ArrayList<>(List.of(outputs.spikesFile(), SPIKES_CSV, SPIKES_NPZ));
    outputs.spikesCsv().ifPresent(all::add);
    samples.names().stream().sorted().forEach(all::add);
    correlations.forEach(correlation -> all.add(correlation.name()));
    return all.stream().distinct().filter(name -> Files.exists(in.resolve(name))).toList();
  }

  @Override
  public void close() {
    spikes.forEach(SpikeRecorder::close);
    samples.close();
    RecoveryNote.delete(directory);
  }
}
