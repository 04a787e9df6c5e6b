package org.baya.query;

/**
 * One stored synapse.
 *
 * @param from name of the source's population
 * @param source number of the source in its population
 * @param to name of the target's population
 * @param target number of the target in its population
 * @param receptor NEST's receptor number
 * @param delayMs delay [ms]
 */
public record Connection(
    String from, int source, String to, int target, int receptor, double delayMs, double weight) {}
