package org.baya.engine;

import java.util.Arrays;
import org.baya.kernel.Delivery;

/**
 * What plastic synapses have transmitted and has not arrived yet: groups of neighbouring synapses
 * with the weights that each sent, in lists by the step in which they are due.
 */
final class DueWeights {
  private static final int FIRST_GROUPS = 16;
  private static final int FIRST_WEIGHTS = 64;
  private static final long[] NO_GROUPS = {};
  private static final double[] NO_WEIGHTS = {};

  private final char[] slots;
  private final int mask;
  private final long[][] groups;
  private final int[] groupCounts;
  private final double[][] weights;
  private final int[] weightCounts;

  /**
   * Nothing yet.
   *
   * @param slots of the table's synapses
   * @param steps as in {@link DelayWheel}
   */
  DueWeights(char[] slots, int steps) {
    this.slots = slots;
    int length = Integer.highestOneBit(Math.max(1, steps - 1)) << 1;
    mask = length - 1;
    groups = new long[length][];
    weights = new double[length][];
    Arrays.fill(groups, NO_GROUPS);
    Arrays.fill(weights, NO_WEIGHTS);
    groupCounts = new int[length];
    weightCounts = new int[length];
  }

  /**
   * Adds a group and makes room for its weights.
   *
   * @return where they belong in {@link #weights}
   */
  int add(int step, int firstSynapse, int synapses) {
    int bucket = step & mask;
    int at = groupCounts[bucket]++;
    if (at == groups[bucket].length) {
      groups[bucket] = Arrays.copyOf(groups[bucket], Math.max(FIRST_GROUPS, 2 * at));
    }
    groups[bucket][at] = Delivery.range(firstSynapse, synapses);
    int first = weightCounts[bucket];
    int needed = first + synapses;
    if (needed > weights[bucket].length) {
      weights[bucket] = Arrays.copyOf(weights[bucket], Math.max(FIRST_WEIGHTS, 2 * needed));
    }
    weightCounts[bucket] = needed;
    return first;
  }

  /** The weights that are due in a step. */
  double[] weights(int step) {
    return weights[step & mask];
  }

  /** Adds everything that is due in {@code step} to the accumulator slice at {@code at}. */
  void deliver(int step, double[] sum, int at) {
    int bucket = step & mask;
    int count = groupCounts[bucket];
    if (count > 0) {
      Delivery.addSent(groups[bucket], count, slots, weights[bucket], sum, at);
      groupCounts[bucket] = 0;
      weightCounts[bucket] = 0;
    }
  }
}
