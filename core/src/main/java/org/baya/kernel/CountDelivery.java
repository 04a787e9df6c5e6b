package org.baya.kernel;

import org.baya.model.Dynamics;

/**
 * Adds the spikes that a stimulator has sent in one step: {@code sum[slot] += count * weight} for
 * each of its synapses.
 */
@FunctionalInterface
public interface CountDelivery {
  /** The form without vector instructions, for synapses onto any slots. */
  CountDelivery PLAIN = CountDelivery::plain;

  /**
   * Adds n products.
   *
   * @param counts length at least n
   * @param slots as {@code counts}; no slot twice in a row of eight
   * @param sum accumulator; slot i is at {@code at + i}
   */
  void add(int n, int[] counts, char[] slots, double[] weights, double[] sum, int at);

  /** Whether each eight slots, up to the last incomplete ones, are neighbours. */
  static boolean areBlocks(char[] slots) {
    boolean neighbours = true;
    for (int i = 0; i < slots.length - slots.length % Dynamics.LANES; i++) {
      int first = i - i % Dynamics.LANES;
      neighbours &= slots[i] == slots[first] + i - first;
    }
    return neighbours;
  }

  private static void plain(
      int n, int[] counts, char[] slots, double[] weights, double[] sum, int at) {
    rest(0, n, counts, slots, weights, sum, at);
  }

  /** Adds one by one, from index {@code from} on. */
  static void rest(
      int from, int n, int[] counts, char[] slots, double[] weights, double[] sum, int at) {
    for (int i = from; i < n; i++) {
      sum[at + slots[i]] += counts[i] * weights[i];
    }
  }
}
