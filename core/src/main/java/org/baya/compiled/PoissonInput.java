package org.baya.compiled;

import org.baya.random.Purpose;

/**
 * Independent Poisson trains onto slots of one shard that share mean and time.
 *
 * @param meanPerStep expected spikes per step and synapse
 * @param firstStep first step in which the input arrives
 * @param endStep first step without it again
 * @param purpose random stream of the projection
 * @param arrivals the synapses
 */
public record PoissonInput(
    double meanPerStep, long firstStep, long endStep, Purpose purpose, Arrivals arrivals) {}
