package org.baya.engine;

import java.util.Arrays;
import org.baya.compiled.ProceduralGroup;

/**
 * Single synaptic events of a shard that wait for their step, for one group of synapses that are
 * not stored. Every list is in the order in which the events were put there.
 */
final class EventWheel {
  private static final char[] NO_SLOTS = {};
  private static final float[] NO_FLOATS = {};
  private static final double[] NO_DOUBLES = {};

  private final ProceduralGroup.Form form;
  private char[][] slots;
  private float[][] floats;
  private double[][] doubles;
  private int[] sizes;
  private int delivered;

  EventWheel(ProceduralGroup.Form form) {
    this.form = form;
    slots = new char[1][];
    floats = new float[1][];
    doubles = new double[1][];
    sizes = new int[1];
    clear(0, 1);
  }

  private void clear(int from, int to) {
    Arrays.fill(slots, from, to, NO_SLOTS);
    Arrays.fill(floats, from, to, NO_FLOATS);
    Arrays.fill(doubles, from, to, NO_DOUBLES);
  }

  /** Puts events of a list where they are due; {@code firstStep} is what they count from. */
  void append(EventList events, int firstStep) {
    reserve(firstStep, events.last());
    final int[] keys = events.keys();
    int n = events.size();
    switch (form) {
      case ProceduralGroup.Form.Common ignored -> {
        for (int i = 0; i < n; i++) {
          place(keys[i], firstStep);
        }
      }
      case ProceduralGroup.Form.Float32 ignored -> {
        final float[] weights = events.floats();
        for (int i = 0; i < n; i++) {
          int bucket = place(keys[i], firstStep);
          floats[bucket][sizes[bucket] - 1] = weights[i];
        }
      }
      case ProceduralGroup.Form.Float64 ignored -> {
        final double[] weights = events.doubles();
        for (int i = 0; i < n; i++) {
          int bucket = place(keys[i], firstStep);
          doubles[bucket][sizes[bucket] - 1] = weights[i];
        }
      }
    }
  }

  /** Puts the slot of an event where it is due; returns that list. */
  private int place(int key, int firstStep) {
    int bucket = firstStep + EventList.offset(key) & sizes.length - 1;
    int at = sizes[bucket];
    if (at == slots[bucket].length) {
      grow(bucket);
    }
    slots[bucket][at] = (char) key;
    sizes[bucket] = at + 1;
    return bucket;
  }

  private void grow(int bucket) {
    int room = Math.max(64, slots[bucket].length / 2 * 3);
    slots[bucket] = Arrays.copyOf(slots[bucket], room);
    switch (form) {
      case ProceduralGroup.Form.Common ignored -> {}
      case ProceduralGroup.Form.Float32 ignored ->
          floats[bucket] = Arrays.copyOf(floats[bucket], room);
      case ProceduralGroup.Form.Float64 ignored ->
          doubles[bucket] = Arrays.copyOf(doubles[bucket], room);
    }
  }

  /**
   * Makes sure that steps {@code firstStep} to {@code firstStep + last} have lists of their own.
   */
  private void reserve(int firstStep, int last) {
    int length = sizes.length;
    int span = firstStep + last - Math.min(delivered, firstStep) + 1;
    if (span <= length) {
      return;
    }
    int longer = Integer.highestOneBit(span) << 1;
    char[][] oldSlots = slots;
    float[][] oldFloats = floats;
    double[][] oldDoubles = doubles;
    int[] oldSizes = sizes;
    slots = new char[longer][];
    floats = new float[longer][];
    doubles = new double[longer][];
    sizes = new int[longer];
    clear(0, longer);
    for (int step = delivered; step < delivered + length; step++) {
      int from = step & length - 1;
      int to = step & longer - 1;
      slots[to] = oldSlots[from];
      floats[to] = oldFloats[from];
      doubles[to] = oldDoubles[from];
      sizes[to] = oldSizes[from];
    }
  }

  /** Adds what is due in some steps as far as it is known; arguments as in {@link DelayWheel}. */
  void begin(int step, int steps, double[] sum, int at, int stride) {
    for (int n = 0; n < steps; n++) {
      add(step + n, sum, at + n * stride);
    }
  }

  /** Adds everything that is due in {@code step} to the accumulator slice at {@code at}. */
  void deliver(int step, double[] sum, int at) {
    add(step, sum, at);
    delivered = step + 1;
  }

  private void add(int step, double[] sum, int at) {
    int bucket = step & sizes.length - 1;
    int n = sizes[bucket];
    switch (form) {
      case ProceduralGroup.Form.Common common -> add(slots[bucket], common.weight(), n, sum, at);
      case ProceduralGroup.Form.Float32 ignored -> add(slots[bucket], floats[bucket], n, sum, at);
      case ProceduralGroup.Form.Float64 ignored -> add(slots[bucket], doubles[bucket], n, sum, at);
    }
    sizes[bucket] = 0;
  }

  private static void add(char[] slots, double weight, int n, double[] sum, int at) {
    for (int i = 0; i < n; i++) {
      sum[at + slots[i]] += weight;
    }
  }

  private static void add(char[] slots, float[] weights, int n, double[] sum, int at) {
    for (int i = 0; i < n; i++) {
      sum[at + slots[i]] += weights[i];
    }
  }

  private static void add(char[] slots, double[] weights, int n, double[] sum, int at) {
    for (int i = 0; i < n; i++) {
      sum[at + slots[i]] += weights[i];
    }
  }
}
