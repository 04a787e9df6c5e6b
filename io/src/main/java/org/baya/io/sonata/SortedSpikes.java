package org.baya.io.sonata;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.baya.io.experiment.Outputs.SpikeOrder;

/**
 * The spikes of one population of a file in their order. Trains of several parts, and those sorted
 * by node, are sorted as pairs of a step and the rank of a node among all that fired.
 */
final class SortedSpikes implements PopulationSpikes {
  private final String population;
  private final int count;
  private final SpikeFile.Train only;
  private final long[] keys;
  private final long[] nodes;
  private final boolean byTime;
  private final double resolutionMs;

  private SortedSpikes(
      String population,
      SpikeFile.Train only,
      long[] keys,
      long[] nodes,
      boolean byTime,
      double resolutionMs) {
    this.population = population;
    this.only = only;
    this.keys = keys;
    this.nodes = nodes;
    this.byTime = byTime;
    this.resolutionMs = resolutionMs;
    this.count = nodes.length == 0 ? only.count() : keys.length;
  }

  /** The spikes of {@code trains}, at least one of them. */
  static SortedSpikes of(
      String population, List<SpikeFile.Train> trains, SpikeOrder order, double resolutionMs) {
    if (trains.size() == 1 && order == SpikeOrder.TIME) {
      return new SortedSpikes(
          population, trains.getFirst(), new long[0], new long[0], true, resolutionMs);
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
    return new SortedSpikes(
        population, trains.getFirst(), keys, nodes, order == SpikeOrder.TIME, resolutionMs);
  }

  @Override
  public String population() {
    return population;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public double timeMs(int i) {
    int step = nodes.length == 0 ? only.steps()[i] : (int) (byTime ? keys[i] >>> 32 : keys[i]);
    return GridTimes.timeMs(step, resolutionMs);
  }

  @Override
  public long node(int i) {
    return nodes.length == 0
        ? only.names().id(only.nodes()[i])
        : nodes[(int) (byTime ? keys[i] : keys[i] >>> 32)];
  }
}
