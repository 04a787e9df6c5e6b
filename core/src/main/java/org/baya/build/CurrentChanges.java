package org.baya.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.baya.compiled.CurrentInput;
import org.baya.compiled.Slab;
import org.baya.model.Stimulus;

/** The piecewise constant currents onto each neuron, as one table of changes per shard. */
final class CurrentChanges {
  private final List<Map<Integer, List<Source>>> shards = new ArrayList<>();

  private record Source(Stimulus.Current stimulus, double weight, int delaySteps) {
    /**
     * The current in a step of the target. A current reaches the potential one step after its
     * delay.
     */
    double at(long step) {
      return weight * stimulus.at(step - delaySteps - 1);
    }
  }

  CurrentChanges(int shardCount) {
    for (int shard = 0; shard < shardCount; shard++) {
      shards.add(new HashMap<>());
    }
  }

  /**
   * Adds a synapse.
   *
   * @param place shard and slot that stands for neuron and receptor
   */
  void add(Stimulus.Current stimulus, int place, double weight, int delaySteps) {
    shards
        .get(place >>> 16)
        .computeIfAbsent(place & 0xFFFF, slot -> new ArrayList<>())
        .add(new Source(stimulus, weight, delaySteps));
  }

  /** The changes of a shard, in the order of steps. */
  CurrentInput input(int shard, List<Slab> slabs) {
    List<Change> changes = new ArrayList<>();
    shards
        .get(shard)
        .forEach((slot, sources) -> {
          int slab = SlabPlaces.slabOf(slabs, slot);
          int place = SlabPlaces.currentOf(slabs.get(slab), slot);
          TreeSet<Long> steps = new TreeSet<>();
          sources.forEach(source ->
              Arrays.stream(source.stimulus.steps())
                  .forEach(step -> steps.add(step + source.delaySteps + 1)));
          for (long step : steps) {
            if (step < Integer.MAX_VALUE) {
              double sum = sources.stream().mapToDouble(source -> source.at(step)).sum();
              changes.add(new Change((int) step, slab, place, sum));
            }
          }
        });
    changes.sort(Change.ORDER);
    return new CurrentInput(
        changes.stream().mapToInt(Change::step).toArray(),
        changes.stream().mapToInt(Change::slab).toArray(),
        changes.stream().mapToInt(Change::place).toArray(),
        changes.stream().mapToDouble(Change::amplitude).toArray());
  }

  private record Change(int step, int slab, int place, double amplitude) {
    static final Comparator<Change> ORDER =
        Comparator.comparingInt(Change::step)
            .thenComparingInt(Change::slab)
            .thenComparingInt(Change::place);
  }
}
