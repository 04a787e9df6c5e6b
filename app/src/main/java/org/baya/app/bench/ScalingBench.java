package org.baya.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The balanced random network of {@code examples/brunel} from ten thousand neurons and a million
 * synapses to what memory allows, by one and by two threads: what a synapse, an event and an update
 * cost must not grow with the network.
 */
final class ScalingBench implements Benchmark {
  /** Inhibitory neurons; there are four times as many excitatory ones. */
  private static final int[] ORDERS = {2000, 2000, 6000, 20_000, 20_000, 60_000, 60_000};

  /** Synapses of a neuron. */
  private static final int[] INDEGREES = {100, 1000, 1000, 1000, 3000, 1000, 3000};

  /** Bytes of a synapse with a delay and a weight that all have, directory included. */
  private static final double BYTES_PER_SYNAPSE = 3;

  /** Share of the memory that networks may take. */
  private static final double USABLE = 0.6;

  /** The product of a neuron's synapses and their weight that makes it as active as the others. */
  private static final double WEIGHT_BY_INDEGREE = 125;

  @Override
  public String name() {
    return "scaling";
  }

  @Override
  public String description() {
    return "balanced networks of 10 thousand to 300 thousand neurons, as memory allows.";
  }

  @Override
  public String seriesTitle() {
    return "neurons x synapses of each";
  }

  @Override
  public List<Figure> compared() {
    return List.of();
  }

  @Override
  public List<Figure> details() {
    return List.of(
        Figure.BUILD,
        Figure.SIMULATE,
        Figure.NS_PER_EVENT,
        Figure.NS_PER_UPDATE,
        Figure.BYTES_PER_SYNAPSE,
        Figure.PEAK_MEMORY);
  }

  @Override
  public Optional<Target> target(Series series, Figure figure) {
    return Optional.empty();
  }

  @Override
  public List<Series> run(Conditions conditions) {
    List<Series> all = new ArrayList<>();
    for (int threads : threads(conditions)) {
      FreshRuns runs =
          new FreshRuns(
              new Conditions(
                  conditions.launcher(),
                  conditions.directory(),
                  conditions.repeats(),
                  conditions.durationMs(),
                  OptionalInt.of(threads),
                  conditions.progress()));
      Path experiment = runs.example("brunel", "brunel-delta.yaml");
      for (int i = 0; i < ORDERS.length; i++) {
        if (5.0 * ORDERS[i] * INDEGREES[i] * BYTES_PER_SYNAPSE < USABLE * Memory.physicalBytes()) {
          all.add(series(runs, experiment, ORDERS[i], INDEGREES[i], threads));
        }
      }
    }
    return all;
  }

  private static int[] threads(Conditions conditions) {
    int most = conditions.workers();
    return most == 1 ? new int[] {1} : new int[] {1, most};
  }

  private static Series series(
      FreshRuns runs, Path experiment, int order, int indegree, int threads) {
    int neurons = 5 * order;
    double epsilon = (double) indegree / neurons;
    return runs.series(
        neurons / 1000
            + " k x "
            + indegree
            + ", "
            + threads
            + (threads == 1 ? " thread" : " threads"),
        experiment,
        List.of(
            "--set",
            "order=" + order,
            "--set",
            "epsilon=" + epsilon,
            "--set",
            "J=" + WEIGHT_BY_INDEGREE / indegree));
  }
}
