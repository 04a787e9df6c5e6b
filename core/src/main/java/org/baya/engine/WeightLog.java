package org.baya.engine;

import java.util.Arrays;
import org.baya.compiled.PlasticTable;

/**
 * What the synapses of one table transmitted in one window: growing columns, in the order of (time,
 * source, number of the source's spike, delay, edge), which is the same for any number of shards.
 */
final class WeightLog {
  private static final int FIRST_CAPACITY = 1024;

  private final PlasticTable table;
  private final SlotMap map;
  private final int firstTarget;
  private int[] times = new int[FIRST_CAPACITY];
  private int[] sources = new int[FIRST_CAPACITY];
  private int[] numbers = new int[FIRST_CAPACITY];
  private int[] delays = new int[FIRST_CAPACITY];
  private long[] edges = new long[FIRST_CAPACITY];
  private int[] targets = new int[FIRST_CAPACITY];
  private double[] weights = new double[FIRST_CAPACITY];
  private int size;

  /**
   * An empty log.
   *
   * @param firstTarget global node number of the target population's first node
   */
  WeightLog(PlasticTable table, SlotMap map, int firstTarget) {
    this.table = table;
    this.map = map;
    this.firstTarget = firstTarget;
  }

  /** Adds a group of synapses, which transmitted {@code sent[at..at + count - 1]}. */
  void add(
      int time, int source, int number, int delay, int first, int count, double[] sent, int at) {
    reserve(size + count);
    char[] slots = table.rows().slots();
    for (int i = 0; i < count; i++) {
      times[size] = time;
      sources[size] = source;
      numbers[size] = number;
      delays[size] = delay;
      edges[size] = table.numbers().at(first + i);
      targets[size] = map.node(slots[first + i]) - firstTarget;
      weights[size] = sent[at + i];
      size++;
    }
  }

  private void reserve(int wanted) {
    if (wanted > times.length) {
      int room = Math.max(wanted, 2 * times.length);
      times = Arrays.copyOf(times, room);
      sources = Arrays.copyOf(sources, room);
      numbers = Arrays.copyOf(numbers, room);
      delays = Arrays.copyOf(delays, room);
      edges = Arrays.copyOf(edges, room);
      targets = Arrays.copyOf(targets, room);
      weights = Arrays.copyOf(weights, room);
    }
  }

  /** Whether entry {@code at} comes before entry {@code otherAt} of another log. */
  boolean isBefore(int at, WeightLog other, int otherAt) {
    int order = Integer.compare(times[at], other.times[otherAt]);
    if (order == 0) {
      order = Integer.compare(sources[at], other.sources[otherAt]);
    }
    if (order == 0) {
      order = Integer.compare(numbers[at], other.numbers[otherAt]);
    }
    if (order == 0) {
      order = Integer.compare(delays[at], other.delays[otherAt]);
    }
    if (order == 0) {
      order = Long.compare(edges[at], other.edges[otherAt]);
    }
    return order < 0;
  }

  int size() {
    return size;
  }

  int time(int at) {
    return times[at];
  }

  int source(int at) {
    return sources[at];
  }

  int target(int at) {
    return targets[at];
  }

  double weight(int at) {
    return weights[at];
  }

  void clear() {
    size = 0;
  }
}
