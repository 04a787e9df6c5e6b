package org.baya.build;

import java.util.Arrays;
import org.baya.compiled.Arrivals;

/** Growing columns of the synapses of one stimulator input in one shard. */
final class ArrivalList {
  private char[] slots = new char[16];
  private int[] sources = new int[16];
  private long[] entities = new long[16];
  private double[] weights = new double[16];
  private int size;

  void add(int slot, int source, long entity, double weight) {
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, 2 * size);
      sources = Arrays.copyOf(sources, 2 * size);
      entities = Arrays.copyOf(entities, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    slots[size] = (char) slot;
    sources[size] = source;
    entities[size] = entity;
    weights[size++] = weight;
  }

  /** Source of each synapse. */
  int[] sources() {
    return Arrays.copyOf(sources, size);
  }

  Arrivals arrivals() {
    return new Arrivals(
        Arrays.copyOf(slots, size), Arrays.copyOf(entities, size), Arrays.copyOf(weights, size));
  }
}
