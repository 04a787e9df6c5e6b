package org.baya.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baya.model.Stimulus;

/**
 * The synapses of stimulators in each shard, put together where they share projection, stimulus and
 * delay. The order of the groups is the same in every shard, so that a target's inputs are added in
 * one order wherever it lies.
 */
final class StimulusGroups {
  private final List<Map<Key, ArrivalList>> shards = new ArrayList<>();

  /**
   * What the synapses of a group share.
   *
   * @param node the first node that does the same
   */
  record Key(int projection, int node, int delaySteps) {
    static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::projection)
            .thenComparingInt(Key::node)
            .thenComparingInt(Key::delaySteps);
  }

  /** Turns a finished group into an input. */
  @FunctionalInterface
  interface Finish<T> {
    T input(Key key, ArrivalList list);
  }

  StimulusGroups(int shardCount) {
    for (int shard = 0; shard < shardCount; shard++) {
      shards.add(new HashMap<>());
    }
  }

  /**
   * The first node that does the same as each node.
   *
   * @param stimuli of each node
   */
  static int[] firstAlike(List<Stimulus> stimuli) {
    Map<Stimulus, Integer> first = new HashMap<>();
    int[] alike = new int[stimuli.size()];
    for (int node = 0; node < alike.length; node++) {
      Stimulus stimulus = stimuli.get(node);
      boolean own = stimulus instanceof Stimulus.Trains t && t.process().isShared();
      first.putIfAbsent(stimulus, node);
      alike[node] = own ? node : first.getOrDefault(stimulus, node);
    }
    return alike;
  }

  /**
   * Adds a synapse.
   *
   * @param place shard and slot
   * @param source node of the stimulator
   */
  void add(Key key, int place, int source, long entity, double weight) {
    shards
        .get(place >>> 16)
        .computeIfAbsent(key, ignored -> new ArrivalList())
        .add(place & 0xFFFF, source, entity, weight);
  }

  /** The inputs of a shard, in order. */
  <T> List<T> inputs(int shard, Finish<T> finish) {
    List<T> inputs = new ArrayList<>();
    shards.get(shard).entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Key.ORDER))
        .forEach(entry -> inputs.add(finish.input(entry.getKey(), entry.getValue())));
    return inputs;
  }
}
