package org.baya.build;

/**
 * Adds up the hashes of synapses, see {@link NetworkFingerprint#hash}. Synapses are collected until
 * there are enough for loops that become vector instructions.
 */
final class HashBlock {
  private static final int CAPACITY = 1024;

  private final long[] pairs = new long[CAPACITY];
  private final long[] ports = new long[CAPACITY];
  private final long[] weights = new long[CAPACITY];
  private int size;
  private long sum;

  /** How many of {@code wanted} further synapses there is room for, at least one. */
  int room(int wanted) {
    if (size == CAPACITY) {
      flush();
    }
    return Math.min(wanted, CAPACITY - size);
  }

  /** Source, targets and ports of the next n synapses, which share source and delay. */
  void nodes(int source, int delay, char[] slots, int[] node, int[] port, int first, int n) {
    long high = (long) source << 32;
    long late = (long) delay << 32;
    for (int i = 0; i < n; i++) {
      int slot = slots[first + i];
      pairs[size + i] = high | node[slot];
      ports[size + i] = late | port[slot];
    }
  }

  /** One weight of the next n synapses. */
  void weight(double weight, int n) {
    long bits = Double.doubleToRawLongBits(weight);
    for (int i = 0; i < n; i++) {
      weights[size + i] = bits;
    }
  }

  /** The weights of the next n synapses. */
  void weights(float[] values, int first, int n) {
    for (int i = 0; i < n; i++) {
      weights[size + i] = Double.doubleToRawLongBits(values[first + i]);
    }
  }

  /** The weights of the next n synapses. */
  void weights(double[] values, int first, int n) {
    for (int i = 0; i < n; i++) {
      weights[size + i] = Double.doubleToRawLongBits(values[first + i]);
    }
  }

  /** Takes in n synapses whose values have been set. */
  void add(int n) {
    size += n;
  }

  /** The sum of all hashes. */
  long sum() {
    flush();
    return sum;
  }

  private void flush() {
    sum += sum(pairs, ports, weights, size);
    size = 0;
  }

  private static long sum(long[] pairs, long[] ports, long[] weights, int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += NetworkFingerprint.hash(NetworkFingerprint.pair(pairs[i]), ports[i], weights[i]);
    }
    return sum;
  }
}
