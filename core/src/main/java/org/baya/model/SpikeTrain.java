package org.baya.model;

/**
 * Given spikes of one node.
 *
 * @param timesMs spike times [ms], in any order
 * @param factors factor on the weight for each spike; empty when all are 1
 */
public record SpikeTrain(double[] timesMs, double[] factors) {}
