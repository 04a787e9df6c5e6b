package org.baya.io.sonata;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.baya.io.experiment.Outputs.SpikeOrder;

/**
 * The spikes of one population of a file in their order. Trains of several parts, and those sorted
 * by node, are sorted as pairs of a step and the rank of a node among all that fired.
 */
final class SortedSpikes {
  private final String population;
  private final int count;
  private final SpikeFile.Train only;
  private final long[] keys;
  private final long[] nodes;
  private final boolean byTime;

  private SortedSpikes(
      String population, SpikeFile.Train only, long[] keys, long[] nodes, boolean byTime) {
    this.population = population;
    this.only = only;
    this.keys = keys;
    this.nodes = nodes;
    this.byTime = byTime;
    this.count = nodes.length == 0 ? only.count() : keys.length;
  }

  /** The spikes of {@code trains}, at least one of them. */
  static SortedSpikes of(String population, List<SpikeFile.Train> trains, SpikeOrder order) {
    if (trains.size() == 1 && order == SpikeOrder.TIME) {
      return new SortedSpikes(population, trains.getFirst(), new long[0], new long[0], true);
    }
    long[] nodes =
        trains.stream()
            .flatMapToLong(train ->
                IntStream.range(0, train.count())
                    .mapToLong(i -> train.names().id(train.nodes()[i])))
            .distinct()
            .sorted()
            .toArray();
    long[] keys = new long[trains.stream().mapToInt(SpikeFile.Train::count).sum()];
    int at = 0;
    for (SpikeFile.Train train : trains) {
      for (int i = 0; i < train.count(); i++) {
        long rank = Arrays.binarySearch(nodes, train.names().id(train.nodes()[i]));
        long step = train.steps()[i];
        keys[at++] = order == SpikeOrder.TIME ? step << 32 | rank : rank << 32 | step;
      }
    }
    Arrays.parallelSort(keys);
    return new SortedSpikes(population, trains.getFirst(), keys, nodes, order == SpikeOrder.TIME);
  }

  /** The population's name. */
  String population() {
    return population;
  }

  /** Number of spikes. */
  int count() {
    return count;
  }

  /** The step of spike {@code i}, from 1. */
  int step(int i) {
    return nodes.length == 0 ? only.steps()[i] : (int) (byTime ? keys[i] >>> 32 : keys[i]);
  }

  /** The number of the node of spike {@code i}. */
  long node(int i) {
    return nodes.length == 0
        ? only.names().id(only.nodes()[i])
        : nodes[(int) (byTime ? keys[i] : keys[i] >>> 32)];
  }
}
