package org.baya.kernel;

import org.baya.compiled.Weights;

/**
 * Adds due synapses into an accumulator.
 *
 * <p>A random read-modify-write costs about a nanosecond while the accumulator stays in the
 * second-level cache. Fetching synapses from memory costs as much again, and only if many fetches
 * are under way at once: so the cache lines of a batch are read before its synapses are added.
 *
 * <p>Synapses that lie side by side and are due in neighbouring steps are one entry of a list:
 *
 * <pre>
 *   first       its first synapse
 *   end         the synapse after its last
 *   groups      number of words that follow
 *   word        slice &lt;&lt; 16 | (synapses - 1), for each group
 * </pre>
 */
public final class Delivery {
  /** Words of an entry before its groups. */
  public static final int HEADER = 3;

  /** Synapses whose cache lines are read before they are added: 6 to 12 kB. */
  private static final int BATCH = 1024;

  /** Slots and weights in a cache line of 64 bytes. */
  private static final int SLOTS = 32;

  private static final int FLOATS = 16;
  private static final int DOUBLES = 8;

  private Delivery() {}

  /** A group of up to 65,536 synapses for one slice. */
  public static int group(int slice, int synapses) {
    return slice << 16 | synapses - 1;
  }

  /** Fills in the header of the entry at {@code list[entry..size-1]}. */
  public static void close(int[] list, int entry, int size, int first, int end) {
    list[entry] = first;
    list[entry + 1] = end;
    list[entry + 2] = size - entry - HEADER;
  }

  /** Groups of synapses as {@link #addScaled} takes them. */
  public static long range(int firstSynapse, int synapses) {
    return (long) firstSynapse << 32 | synapses;
  }

  /**
   * Adds the entries of {@code list[0..n-1]}, in order.
   *
   * @param slots slot of each synapse
   * @param sum accumulator; slot i of slice k is at {@code at + k * stride + i}
   * @return a number without meaning, made from what was read ahead so that it is read
   */
  public static int add(
      int[] list, int n, char[] slots, Weights weights, double[] sum, int at, int stride) {
    int read = 0;
    for (int from = 0; from < n; ) {
      int to = batch(list, from, n);
      switch (weights) {
        case Weights.Constant constant -> {
          read += readSlots(list, from, to, slots);
          addConstant(list, from, to, slots, constant.value(), sum, at, stride);
        }
        case Weights.Count ignored -> {
          read += readSlots(list, from, to, slots);
          addConstant(list, from, to, slots, 1, sum, at, stride);
        }
        case Weights.Floats floats -> {
          read += readFloats(list, from, to, slots, floats.values());
          addFloats(list, from, to, slots, floats.values(), sum, at, stride);
        }
        case Weights.Doubles doubles -> {
          read += readSlots(list, from, to, slots);
          read += readDoubles(list, from, to, doubles.values());
          addDoubles(list, from, to, slots, doubles.values(), sum, at, stride);
        }
      }
      from = to;
    }
    return read;
  }

  /** Where a batch that begins at {@code from} ends. */
  private static int batch(int[] list, int from, int n) {
    int synapses = 0;
    int at = from;
    while (at < n && synapses < BATCH) {
      synapses += list[at + 1] - list[at];
      at += HEADER + list[at + 2];
    }
    return at;
  }

  private static int readSlots(int[] list, int from, int to, char[] slots) {
    int read = 0;
    for (int at = from; at < to; at += HEADER + list[at + 2]) {
      int end = list[at + 1];
      for (int i = list[at]; i < end; i += SLOTS) {
        read += slots[i];
      }
      read += slots[end - 1];
    }
    return read;
  }

  private static int readFloats(int[] list, int from, int to, char[] slots, float[] weights) {
    int read = 0;
    for (int at = from; at < to; at += HEADER + list[at + 2]) {
      int last = list[at + 1] - 1;
      for (int i = list[at]; i < last; i += SLOTS) {
        read += slots[i];
        read += Float.floatToRawIntBits(weights[i]);
        read += Float.floatToRawIntBits(weights[Math.min(i + FLOATS, last)]);
      }
      read += slots[last];
      read += Float.floatToRawIntBits(weights[last]);
    }
    return read;
  }

  private static int readDoubles(int[] list, int from, int to, double[] weights) {
    int read = 0;
    for (int at = from; at < to; at += HEADER + list[at + 2]) {
      int end = list[at + 1];
      for (int i = list[at]; i < end; i += DOUBLES) {
        read += (int) Double.doubleToRawLongBits(weights[i]);
      }
      read += (int) Double.doubleToRawLongBits(weights[end - 1]);
    }
    return read;
  }

  private static void addConstant(
      int[] list, int from, int to, char[] slots, double weight, double[] sum, int at, int stride) {
    for (int entry = from; entry < to; ) {
      int i = list[entry];
      int next = entry + HEADER + list[entry + 2];
      for (int word = entry + HEADER; word < next; word++) {
        int slice = at + (list[word] >>> 16) * stride;
        int end = i + (list[word] & 0xFFFF) + 1;
        for (; i < end; i++) {
          sum[slice + slots[i]] += weight;
        }
      }
      entry = next;
    }
  }

  private static void addFloats(
      int[] list,
      int from,
      int to,
      char[] slots,
      float[] weights,
      double[] sum,
      int at,
      int stride) {
    for (int entry = from; entry < to; ) {
      int i = list[entry];
      int next = entry + HEADER + list[entry + 2];
      for (int word = entry + HEADER; word < next; word++) {
        int slice = at + (list[word] >>> 16) * stride;
        int end = i + (list[word] & 0xFFFF) + 1;
        for (; i < end; i++) {
          sum[slice + slots[i]] += weights[i];
        }
      }
      entry = next;
    }
  }

  private static void addDoubles(
      int[] list,
      int from,
      int to,
      char[] slots,
      double[] weights,
      double[] sum,
      int at,
      int stride) {
    for (int entry = from; entry < to; ) {
      int i = list[entry];
      int next = entry + HEADER + list[entry + 2];
      for (int word = entry + HEADER; word < next; word++) {
        int slice = at + (list[word] >>> 16) * stride;
        int end = i + (list[word] & 0xFFFF) + 1;
        for (; i < end; i++) {
          sum[slice + slots[i]] += weights[i];
        }
      }
      entry = next;
    }
  }

  /**
   * Adds {@code n} ranges, in order, each range's weights multiplied by its factor; counts are not.
   *
   * @param ranges see {@link #range}
   * @param sum accumulator; slot i is at {@code at + i}
   */
  public static void addScaled(
      long[] ranges, double[] factors, int n, char[] slots, Weights weights, double[] sum, int at) {
    if (weights instanceof Weights.Count) {
      addCounts(ranges, n, slots, sum, at);
      return;
    }
    for (int g = 0; g < n; g++) {
      int first = (int) (ranges[g] >>> 32);
      int end = first + (int) ranges[g];
      for (int i = first; i < end; i++) {
        sum[at + slots[i]] += factors[g] * weights.weight(i);
      }
    }
  }

  private static void addCounts(long[] ranges, int n, char[] slots, double[] sum, int at) {
    for (int g = 0; g < n; g++) {
      int first = (int) (ranges[g] >>> 32);
      int end = first + (int) ranges[g];
      for (int i = first; i < end; i++) {
        sum[at + slots[i]]++;
      }
    }
  }

  /**
   * Adds {@code n} ranges with weights that belong to them instead of the synapses.
   *
   * @param weights one after the other, in the order of ranges
   */
  public static void addSent(
      long[] ranges, int n, char[] slots, double[] weights, double[] sum, int at) {
    int next = 0;
    for (int g = 0; g < n; g++) {
      int first = (int) (ranges[g] >>> 32);
      int end = first + (int) ranges[g];
      for (int i = first; i < end; i++) {
        sum[at + slots[i]] += weights[next++];
      }
    }
  }
}
