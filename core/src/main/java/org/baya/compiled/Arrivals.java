package org.baya.compiled;

/**
 * The synapses of one stimulator input in one shard; the three arrays have one element each.
 *
 * @param slots input slot of each synapse
 * @param entities number of each synapse inside its projection, which addresses its random numbers
 * @param weights weight of each synapse
 */
public record Arrivals(char[] slots, long[] entities, double[] weights) {

  /** Number of synapses. */
  public int size() {
    return slots.length;
  }
}
