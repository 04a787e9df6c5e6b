package org.baya.build;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.baya.array.Column;
import org.baya.compiled.SpikeList;
import org.baya.compiled.SpikeSchedule;
import org.baya.error.InvalidInputException;
import org.baya.model.DeviceModel;
import org.baya.model.DeviceNode;
import org.baya.model.SpikeTrain;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;
import org.baya.network.SpikeTrains;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;

/**
 * What every node of a stimulator population does, and the given spikes of all of them in one
 * sorted schedule.
 */
final class StimulusBuilder {
  private static final SpikeTrain NO_SPIKES = new SpikeTrain(new double[0], new double[0]);

  private final TimeGrid grid;
  private final long seed;
  private final Arena arena;
  private final SpikeList plain = new SpikeList(1024);
  private final List<Weighted> weighted = new ArrayList<>();

  private record Weighted(long key, double factor) {}

  StimulusBuilder(TimeGrid grid, long seed, Arena arena) {
    this.grid = grid;
    this.seed = seed;
    this.arena = arena;
  }

  /** The stimulus of each node. */
  List<Stimulus> add(ResolvedPopulation population) {
    DeviceModel model = (DeviceModel) population.model();
    Optional<SpikeTrain[]> given =
        population.description().spikes().map(trains -> split(population, trains));
    List<Stimulus> stimuli = new ArrayList<>(population.size());
    RandomStream random = new RandomStream(seed, Purpose.DEVICE.at(population.index()));
    for (int node = 0; node < population.size(); node++) {
      int number = node;
      DeviceNode description =
          new DeviceNode(grid, given.map(trains -> trains[number]), random.at(node, 0));
      Stimulus stimulus = stimulus(population, model, node, description);
      if (stimulus instanceof Stimulus.Spikes spikes) {
        schedule(spikes, population.firstNode() + node);
      }
      stimuli.add(stimulus);
    }
    return stimuli;
  }

  /** Random numbers that a stimulator's node draws while running, for all its trains. */
  static Purpose trainPurpose(int population) {
    return Purpose.DEVICE.at(population).at(0);
  }

  private Stimulus stimulus(
      ResolvedPopulation population, DeviceModel model, int node, DeviceNode description) {
    try {
      return model.stimulus(population.parameters(node), description);
    } catch (InvalidInputException e) {
      String place =
          population
              .description()
              .spikes()
              .map(trains -> trains.times().place())
              .orElse("populations." + population.name());
      throw new InvalidInputException(place + " (node " + node + ")", e.getMessage(), e);
    }
  }

  private void schedule(Stimulus.Spikes spikes, int node) {
    for (int i = 0; i < spikes.steps().length; i++) {
      if (spikes.factors().isEmpty()) {
        plain.add(spikes.steps()[i], node);
      } else {
        weighted.add(
            new Weighted(SpikeList.key(spikes.steps()[i], node), spikes.factors().get()[i]));
      }
    }
  }

  /** The spikes of each node, from columns in any order. */
  private SpikeTrain[] split(ResolvedPopulation population, SpikeTrains trains) {
    Column times = trains.times().open(arena);
    double[] all = times.toDoubles();
    int[] ids = trains.ids().isPresent() ? ids(population, trains, times) : new int[all.length];
    double[] factors =
        trains.weights().map(source -> source.open(arena).toDoubles()).orElse(new double[0]);
    if (factors.length != 0 && factors.length != all.length) {
      throw new InvalidInputException(
          trains.weights().orElseThrow().place(),
          "has " + factors.length + " rows but " + times.place() + " has " + all.length);
    }
    int size = trains.ids().isPresent() ? population.size() : 1;
    int[] start = new int[size + 1];
    for (int id : ids) {
      start[id + 1]++;
    }
    for (int node = 0; node < size; node++) {
      start[node + 1] += start[node];
    }
    double[] sorted = new double[all.length];
    double[] sortedFactors = new double[factors.length];
    int[] next = start.clone();
    for (int i = 0; i < all.length; i++) {
      int at = next[ids[i]]++;
      sorted[at] = all[i];
      if (factors.length != 0) {
        sortedFactors[at] = factors[i];
      }
    }
    SpikeTrain[] result = new SpikeTrain[population.size()];
    Arrays.fill(result, NO_SPIKES);
    for (int node = 0; node < population.size(); node++) {
      int from = start[Math.min(node, size - 1)];
      int to = start[Math.min(node, size - 1) + 1];
      double[] own = factors.length == 0 ? factors : Arrays.copyOfRange(sortedFactors, from, to);
      result[node] = new SpikeTrain(Arrays.copyOfRange(sorted, from, to), own);
    }
    return result;
  }

  private int[] ids(ResolvedPopulation population, SpikeTrains trains, Column times) {
    Column column = trains.ids().orElseThrow().open(arena);
    if (column.rows() != times.rows()) {
      throw new InvalidInputException(
          column.place(),
          "has " + column.rows() + " rows but " + times.place() + " has " + times.rows());
    }
    int[] ids = column.toInts();
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] < 0 || ids[i] >= population.size()) {
        throw new InvalidInputException(
            column.place(),
            "row " + i + ": node is " + ids[i] + "; allowed is 0 to " + (population.size() - 1));
      }
    }
    return ids;
  }

  /** All given spikes without factors. */
  SpikeSchedule given() {
    long[] keys = Arrays.copyOf(plain.keys(), plain.size());
    Arrays.parallelSort(keys);
    return new SpikeSchedule(keys, new double[0]);
  }

  /** All given spikes with factors. */
  SpikeSchedule weighted() {
    weighted.sort((a, b) -> Long.compare(a.key, b.key));
    return new SpikeSchedule(
        weighted.stream().mapToLong(Weighted::key).toArray(),
        weighted.stream().mapToDouble(Weighted::factor).toArray());
  }
}
