package org.baya.engine;

import java.util.Arrays;

/**
 * The weights of one projection at one moment, in the order of its edges: of the rows of a file, of
 * the nodes of a rule.
 *
 * @param edges number of each edge inside the projection, ascending
 * @param sources 0-based inside the source population
 * @param targets 0-based inside the target population
 * @param delaysMs [ms]
 * @param weights in the unit of the target's receptor
 */
public record SynapseWeights(
    long[] edges, int[] sources, int[] targets, double[] delaysMs, double[] weights) {

  /** Number of synapses. */
  public int size() {
    return weights.length;
  }

  /** The weights of all synapses from one node to another, in the order of edges. */
  public double[] between(int source, int target) {
    double[] found = new double[weights.length];
    int count = 0;
    for (int i = 0; i < weights.length; i++) {
      if (sources[i] == source && targets[i] == target) {
        found[count++] = weights[i];
      }
    }
    return Arrays.copyOf(found, count);
  }
}
