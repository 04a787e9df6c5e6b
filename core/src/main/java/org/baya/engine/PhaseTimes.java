package org.baya.engine;

/**
 * Where the time of a run went.
 *
 * @param deliverNs queueing and adding synaptic input, summed over workers
 * @param updateNs advancing neurons, summed over workers
 * @param exchangeNs merging and sorting spikes
 * @param recordNs listeners
 * @param waitNs waiting for other workers, summed over workers
 */
public record PhaseTimes(
    long deliverNs, long updateNs, long exchangeNs, long recordNs, long waitNs) {}
