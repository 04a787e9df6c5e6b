package org.baya.compiled;

/**
 * Spikes that are known beforehand, sorted by step, then node.
 *
 * @param keys spikes as {@link SpikeList#key}
 * @param factors factor on the weight of each spike; length 0 when all are 1
 */
public record SpikeSchedule(long[] keys, double[] factors) {
  /** No spikes. */
  public static final SpikeSchedule EMPTY = new SpikeSchedule(new long[0], new double[0]);
}
