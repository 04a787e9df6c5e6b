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
 * @param nodes global number of the node that sends to each neuron
 * @param slabs slab of each neuron
 * @param places where in {@link Slab#current()} each goes
 * @param arrivals the synapses, with the input slot that stands for neuron and receptor
 */
public record WaveInput(
    CurrentProcess process,
    long firstStep,
    long endStep,
    int lagSteps,
    Purpose purpose,
    int[] nodes,
    int[] slabs,
    int[] places,
    Arrivals arrivals) {}
