package org.baya.compiled;

import org.baya.model.SpikeProcess;
import org.baya.random.Purpose;

/**
 * Random spike trains onto slots of one shard that share process, time and delay.
 *
 * @param process draws them
 * @param firstStep first step in which the device has spikes
 * @param endStep first step in which it has none again
 * @param delaySteps steps from a spike to its arrival
 * @param purpose random numbers of the projection: index 0 begins trains, index 1 draws them
 * @param nodePurpose random numbers of the device's population
 * @param node the device's node, for what its trains have in common
 * @param arrivals the synapses
 */
public record TrainInput(
    SpikeProcess process,
    long firstStep,
    long endStep,
    int delaySteps,
    Purpose purpose,
    Purpose nodePurpose,
    int node,
    Arrivals arrivals) {}
