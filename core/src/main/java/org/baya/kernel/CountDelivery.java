package org.baya.kernel;

import org.baya.random.TrainCounts;

/**
 * Adds the spikes that a stimulator has sent: {@code sum[slot] += count * weight} for each of its
 * synapses onto the neurons of a shard.
 */
@FunctionalInterface
public interface CountDelivery {
  /**
   * Adds the spikes of one step.
   *
   * @param counts of the synapses
   * @param sum accumulator; slot i is at {@code at + i}
   */
  void add(TrainCounts counts, int step, double[] sum, int at);
}
