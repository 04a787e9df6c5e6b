package org.baya.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An experiment of {@code examples/} from its file to its spikes, in fresh processes.
 *
 * @param name of the benchmark
 * @param description what the help says
 * @param folder in {@code examples}
 * @param file the experiment
 * @param sizes of the network that are run
 * @param targets for the series {@code full}, at the duration they are for
 * @param durationMs the duration that the targets are for [ms]
 */
record ExperimentBench(
    String name,
    String description,
    String folder,
    String file,
    List<Size> sizes,
    List<Target> targets,
    double durationMs)
    implements Benchmark {

  private static final String FULL = "full size";

  private static final List<Size> FULL_SIZE = List.of(new Size(FULL, List.of()));

  /**
   * A network of the experiment.
   *
   * @param options of {@code baya run}; what they set wins over the duration of the benchmark
   */
  record Size(String name, List<String> options) {
    Size {
      options = List.copyOf(options);
    }
  }

  /** Figures of a whole run beside the four that are compared. */
  static final List<Figure> PHASES =
      List.of(
          Figure.START,
          Figure.LOAD,
          Figure.BUILD,
          Figure.DELIVER,
          Figure.UPDATE,
          Figure.EXCHANGE,
          Figure.RECORD,
          Figure.WAIT,
          Figure.NS_PER_EVENT,
          Figure.NS_PER_UPDATE,
          Figure.BYTES_PER_SYNAPSE);

  /** What a whole run is judged by. */
  static final List<Figure> WHOLE =
      List.of(Figure.SETUP, Figure.SIMULATE, Figure.TOTAL, Figure.PEAK_MEMORY);

  /** The cortical microcircuit; NEST with two threads on two such cores. */
  static ExperimentBench microcircuit() {
    return new ExperimentBench(
        "microcircuit",
        "the cortical microcircuit at full size: 77,169 neurons, 299 million synapses.",
        "microcircuit",
        "microcircuit.yaml",
        FULL_SIZE,
        List.of(
            new Target(FULL, Figure.BUILD, "130 s", 6, 3),
            new Target(FULL, Figure.SIMULATE, "108 s", 3.5, 2),
            new Target(FULL, Figure.PEAK_MEMORY, "14.8 GB", 4e9, 2.5e9)),
        1000);
  }

  /** A balanced random network. */
  static ExperimentBench brunel() {
    return new ExperimentBench(
        "brunel",
        "a balanced random network of 12,500 neurons with delta synapses.",
        "brunel",
        "brunel-delta.yaml",
        FULL_SIZE,
        List.of(),
        1000);
  }

  /**
   * Plastic synapses: the benchmark of large machines, small, and for a short time at full size.
   */
  static ExperimentBench hpc() {
    return new ExperimentBench(
        "hpc_benchmark",
        "a balanced random network with plastic synapses, 2,250 neurons; 11,250 for 100 ms.",
        "hpc_benchmark",
        "hpc_benchmark.yaml",
        List.of(
            new Size("a fifth", List.of("--set", "scale=0.2")),
            new Size("full size, 100 ms", List.of("--set", "duration=100"))),
        List.of(),
        1000);
  }

  @Override
  public String seriesTitle() {
    return "network";
  }

  @Override
  public List<Figure> compared() {
    return List.of(Figure.BUILD, Figure.SIMULATE, Figure.TOTAL, Figure.PEAK_MEMORY);
  }

  @Override
  public List<Figure> details() {
    return PHASES;
  }

  @Override
  public Optional<Target> target(Series series, Figure figure) {
    return targets.stream()
        .filter(target -> target.figure() == figure && series.first().durationMs() == durationMs)
        .findFirst();
  }

  @Override
  public List<Series> run(Conditions conditions) {
    FreshRuns runs = new FreshRuns(conditions);
    Path experiment = runs.example(folder, file);
    List<Series> all = new ArrayList<>();
    for (Size size : sizes) {
      all.add(runs.series(size.name(), experiment, size.options()));
    }
    return all;
  }
}
