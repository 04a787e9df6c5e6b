package org.baya.kernel;

import org.baya.compiled.Weights;

/**
 * Adds due groups of synapses into an accumulator. A group is {@code first synapse << 32 | number
 * of synapses}.
 *
 * <p>A random read-modify-write costs about a nanosecond while the accumulator stays in the
 * second-level cache.
 */
public final class Delivery {
  private Delivery() {}

  /** A group word. */
  public static long group(int firstSynapse, int synapses) {
    return (long) firstSynapse << 32 | synapses;
  }

  /**
   * Adds {@code n} groups, in order.
   *
   * @param slots slot of each synapse
   * @param sum accumulator; slot i is at {@code at + i}
   */
  public static void add(
      long[] groups, int n, char[] slots, Weights weights, double[] sum, int at) {
    switch (weights) {
      case Weights.Constant constant -> addConstant(groups, n, slots, constant.value(), sum, at);
      case Weights.Count ignored -> addConstant(groups, n, slots, 1, sum, at);
      case Weights.Floats floats -> addFloats(groups, n, slots, floats.values(), sum, at);
      case Weights.Doubles doubles -> addDoubles(groups, n, slots, doubles.values(), sum, at);
    }
  }

  /** As {@link #add}, each group's weights multiplied by its factor; counts are not. */
  public static void addScaled(
      long[] groups, double[] factors, int n, char[] slots, Weights weights, double[] sum, int at) {
    if (weights instanceof Weights.Count) {
      addConstant(groups, n, slots, 1, sum, at);
      return;
    }
    for (int g = 0; g < n; g++) {
      int first = (int) (groups[g] >>> 32);
      int end = first + (int) groups[g];
      for (int i = first; i < end; i++) {
        sum[at + slots[i]] += factors[g] * weights.weight(i);
      }
    }
  }

  /**
   * As {@link #add}, with weights that belong to the groups instead of the synapses.
   *
   * @param weights one after the other, in the order of groups
   */
  public static void addSent(
      long[] groups, int n, char[] slots, double[] weights, double[] sum, int at) {
    int next = 0;
    for (int g = 0; g < n; g++) {
      int first = (int) (groups[g] >>> 32);
      int end = first + (int) groups[g];
      for (int i = first; i < end; i++) {
        sum[at + slots[i]] += weights[next++];
      }
    }
  }

  private static void addConstant(
      long[] groups, int n, char[] slots, double weight, double[] sum, int at) {
    for (int g = 0; g < n; g++) {
      int first = (int) (groups[g] >>> 32);
      int end = first + (int) groups[g];
      for (int i = first; i < end; i++) {
        sum[at + slots[i]] += weight;
      }
    }
  }

  private static void addFloats(
      long[] groups, int n, char[] slots, float[] weights, double[] sum, int at) {
    for (int g = 0; g < n; g++) {
      int first = (int) (groups[g] >>> 32);
      int end = first + (int) groups[g];
      for (int i = first; i < end; i++) {
        sum[at + slots[i]] += weights[i];
      }
    }
  }

  private static void addDoubles(
      long[] groups, int n, char[] slots, double[] weights, double[] sum, int at) {
    for (int g = 0; g < n; g++) {
      int first = (int) (groups[g] >>> 32);
      int end = first + (int) groups[g];
      for (int i = first; i < end; i++) {
        sum[at + slots[i]] += weights[i];
      }
    }
  }
}
