package org.baya.compiled;

/**
 * Changes of the stimulation currents in one shard, in the order of their steps.
 *
 * @param steps step from whose beginning the new current acts
 * @param slabs slab of the neuron
 * @param places where in {@link Slab#current()} it goes
 * @param amplitudes the new sum of all currents onto this neuron [pA]
 */
public record CurrentInput(int[] steps, int[] slabs, int[] places, double[] amplitudes) {}
