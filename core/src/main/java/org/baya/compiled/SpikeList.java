package org.baya.compiled;

import java.util.Arrays;

/**
 * A growing list of spikes as keys {@code step << 32 | node}: sorting the keys orders spikes by
 * step, then node. Grows by doubling, so a list that is cleared and reused stops allocating.
 */
public final class SpikeList {
  private long[] keys;
  private int size;

  /** An empty list with room for {@code capacity} spikes. */
  public SpikeList(int capacity) {
    keys = new long[Math.max(16, capacity)];
  }

  /** The key of a spike. */
  public static long key(int step, int node) {
    return (long) step << 32 | node;
  }

  /** The step of a key. */
  public static int step(long key) {
    return (int) (key >>> 32);
  }

  /** The node of a key. */
  public static int node(long key) {
    return (int) key;
  }

  /** Appends a spike of {@code node} in {@code step}. */
  public void add(int step, int node) {
    add(key(step, node));
  }

  /** Appends a spike. */
  public void add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = key;
  }

  /** Appends the keys {@code from..to-1} of {@code other}. */
  public void addAll(long[] other, int from, int to) {
    int count = to - from;
    if (size + count > keys.length) {
      keys = Arrays.copyOf(keys, Math.max(2 * keys.length, size + count));
    }
    System.arraycopy(other, from, keys, size, count);
    size += count;
  }

  /** Appends all spikes of {@code other}. */
  public void addAll(SpikeList other) {
    addAll(other.keys, 0, other.size);
  }

  /** Number of spikes. */
  public int size() {
    return size;
  }

  /** The array behind the list; valid up to {@link #size()}, until the next change. */
  public long[] keys() {
    return keys;
  }

  /** Forgets all spikes but keeps the room. */
  public void clear() {
    size = 0;
  }
}
