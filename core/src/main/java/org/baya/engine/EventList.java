package org.baya.engine;

import java.util.Arrays;
import org.baya.compiled.ProceduralGroup;

/**
 * Synaptic events of one shard that have been drawn but not yet put where they are due. An event is
 * {@code (due step - first step) << 16 | slot}, and a weight unless all have one.
 */
final class EventList {
  private static final float[] NO_FLOATS = {};
  private static final double[] NO_DOUBLES = {};
  private static final int FIRST_CAPACITY = 64;

  private final boolean hasFloats;
  private final boolean hasDoubles;
  private int[] keys = {};
  private float[] floats = NO_FLOATS;
  private double[] doubles = NO_DOUBLES;
  private int size;
  private int last;

  EventList(ProceduralGroup.Form form) {
    hasFloats = form instanceof ProceduralGroup.Form.Float32;
    hasDoubles = form instanceof ProceduralGroup.Form.Float64;
  }

  /** Steps from the first to the one at which an event is due. */
  static int offset(int key) {
    return key >>> 16;
  }

  /** Appends an event. */
  void add(int offset, int slot, double weight) {
    if (size == keys.length) {
      grow();
    }
    keys[size] = offset << 16 | slot;
    if (hasFloats) {
      floats[size] = (float) weight;
    } else if (hasDoubles) {
      doubles[size] = weight;
    }
    size++;
    last = Math.max(last, offset);
  }

  private void grow() {
    int room = Math.max(FIRST_CAPACITY, keys.length / 2 * 3);
    keys = Arrays.copyOf(keys, room);
    if (hasFloats) {
      floats = Arrays.copyOf(floats, room);
    } else if (hasDoubles) {
      doubles = Arrays.copyOf(doubles, room);
    }
  }

  /** Number of events. */
  int size() {
    return size;
  }

  /** The largest offset of all events, 0 without. */
  int last() {
    return last;
  }

  /** The events; valid up to {@link #size()}, until the next change. */
  int[] keys() {
    return keys;
  }

  /** Weights of 32 bits, if that is the form. */
  float[] floats() {
    return floats;
  }

  /** Weights of 64 bits, if that is the form. */
  double[] doubles() {
    return doubles;
  }

  /** Forgets all events but keeps the room. */
  void clear() {
    size = 0;
    last = 0;
  }
}
