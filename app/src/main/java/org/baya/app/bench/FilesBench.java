package org.baya.app.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.error.SimulationException;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.baya.network.Connectivity;

/**
 * Files to compiled network, warm, in this process: each {@link FileCase} is built twice unmeasured
 * and then as often as asked. Reading is what opening all columns and going through them once takes
 * on all cores; building does it and more.
 */
final class FilesBench implements Benchmark {
  private static final int WARM_UPS = 2;
  private static final int BLOCK = 4096;

  private final int edges;

  FilesBench() {
    this(FileCase.EDGES);
  }

  /** A benchmark of fewer edges. */
  FilesBench(int edges) {
    this.edges = edges;
  }

  @Override
  public String name() {
    return "files";
  }

  @Override
  public String description() {
    return "building 14.4 million synapses from files; --dir keeps them.";
  }

  @Override
  public String seriesTitle() {
    return "file";
  }

  @Override
  public List<Figure> compared() {
    return List.of(Figure.BUILD);
  }

  @Override
  public List<Figure> details() {
    return List.of(Figure.LOAD, Figure.READ, Figure.BYTES_PER_SYNAPSE);
  }

  @Override
  public Optional<Target> target(Series series, Figure figure) {
    return FileCase.all().stream()
        .filter(one -> figure == Figure.BUILD && one.name().equals(series.name()))
        .findFirst()
        .map(one -> new Target(one.name(), figure, "-", one.requiredS()));
  }

  @Override
  public List<Series> run(Conditions conditions) {
    if (conditions.directory().isPresent()) {
      return run(conditions.directory().get(), conditions);
    }
    try {
      Path directory = Files.createTempDirectory("baya-files");
      try {
        return run(directory, conditions);
      } finally {
        for (FileCase one : FileCase.all()) {
          Files.deleteIfExists(directory.resolve(one.file()));
        }
        Files.deleteIfExists(directory.resolve("files.yaml"));
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new SimulationException("no room for temporary files: " + e.getMessage(), e);
    }
  }

  private List<Series> run(Path directory, Conditions conditions) {
    conditions
        .progress()
        .during(
            "write files",
            () -> Double.NaN,
            () -> {
              FileCase.write(directory, edges);
              return 0.0;
            });
    List<Series> all = new ArrayList<>();
    for (FileCase one : FileCase.all()) {
      if (Files.exists(directory.resolve(one.file()))) {
        all.add(
            conditions
                .progress()
                .during(one.name(), () -> Double.NaN, () -> measure(one, directory, conditions)));
      }
    }
    return all;
  }

  private static Series measure(FileCase one, Path directory, Conditions conditions) {
    Path file = directory.resolve("files.yaml");
    try {
      Files.writeString(
          file,
          """
          duration: 1
          populations: {cells: {model: iaf_psc_exp, size: %d}}
          projections: {edges: {from: cells, to: cells, %s}}
          """
              .formatted(FileCase.NODES, one.connectivity()));
    } catch (IOException e) {
      throw new SimulationException(file + ": cannot be written: " + e.getMessage(), e);
    }
    List<RunResult> runs = new ArrayList<>();
    for (int run = -WARM_UPS; run < conditions.repeats(); run++) {
      RunResult result = build(file, conditions.workers());
      if (run >= 0) {
        runs.add(result);
      }
    }
    return new Series(one.name(), runs);
  }

  // A full collection before each build: its pauses belong to the build before.
  @SuppressWarnings("SystemGc")
  private static RunResult build(Path file, int workers) {
    System.gc();
    long start = System.nanoTime();
    Experiment experiment = ExperimentFile.load(file, List.of());
    long loaded = System.nanoTime();
    CompiledNetwork built = NetworkBuilder.build(experiment.network(), workers).network();
    long end = System.nanoTime();
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.LOAD, (loaded - start) * 1e-9);
    figures.put(Figure.BUILD, (end - loaded) * 1e-9);
    figures.put(Figure.BYTES_PER_SYNAPSE, (double) built.synapseBytes() / built.synapses());
    figures.put(
        Figure.READ, read(experiment.network().projections().getFirst().connectivity(), workers));
    return new RunResult(
        FileCase.NODES,
        built.synapses(),
        workers,
        experiment.network().resolutionMs(),
        0,
        0,
        "",
        figures);
  }

  /** How long it takes to go through all columns once [s]. */
  private static double read(Connectivity connectivity, int workers) {
    Collection<ColumnSource> sources =
        switch (connectivity) {
          case Connectivity.Edges edges -> edges.columns().values();
          case Connectivity.Sparse sparse -> {
            List<ColumnSource> all = new ArrayList<>(sparse.columns().values());
            all.add(sparse.indices());
            yield all;
          }
          default -> List.of();
        };
    long start = System.nanoTime();
    try (Arena arena = Arena.ofShared()) {
      List<Column> columns = sources.stream().map(source -> source.open(arena)).toList();
      long rows = columns.isEmpty() ? 0 : columns.getFirst().rows();
      LongStream.range(0, workers)
          .parallel()
          .forEach(worker -> read(columns, rows * worker / workers, rows * (worker + 1) / workers));
    }
    return (System.nanoTime() - start) * 1e-9;
  }

  private static void read(List<Column> columns, long from, long to) {
    double[] block = new double[BLOCK];
    for (long row = from; row < to; row += BLOCK) {
      for (Column column : columns) {
        column.read(row, (int) Math.min(BLOCK, to - row), block, 0);
      }
    }
  }
}
