package org.baya.model;

import java.util.Optional;
import org.baya.random.RandomStream;

/**
 * What a stimulator knows of one of its nodes besides its parameters.
 *
 * @param grid the time grid
 * @param given spikes from the population's files, for devices that accept them
 * @param random the node's own random numbers, at their beginning
 */
public record DeviceNode(TimeGrid grid, Optional<SpikeTrain> given, RandomStream random) {}
