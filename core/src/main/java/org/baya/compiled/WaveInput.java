package org.baya.compiled;

import org.baya.model.CurrentProcess;
import org.baya.random.Purpose;

/**
 * Changing currents onto neurons of one shard that share process, time and delay.
 *
 * @param process their values
 * @param firstStep first step in which the device sends
 * @param endStep first step in which it sends no longer
 * @param lagSteps steps from sending to acting: delay and one
 * @param purpose random numbers of the projection
 * @param slabs slab of each neuron
 * @param lanes lane of each neuron in its slab
 * @param arrivals the synapses, with the first input slot of each neuron
 */
public record WaveInput(
    CurrentProcess process,
    long firstStep,
    long endStep,
    int lagSteps,
    Purpose purpose,
    int[] slabs,
    int[] lanes,
    Arrivals arrivals) {}
