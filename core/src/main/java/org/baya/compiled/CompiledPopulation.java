package org.baya.compiled;

import java.util.List;
import org.baya.model.Signal;
import org.baya.model.Stimulus;

/**
 * What remains of a population's names.
 *
 * @param firstNode global number of its first node
 * @param size number of nodes
 * @param neurons whether its nodes are neurons (not stimulators)
 * @param groupOf group of each node for reports; length 0 without groups
 * @param groupNames names of the groups
 * @param signals what can be recorded of a stimulator; empty for neurons
 * @param stimuli what each node sends; empty without signals
 */
public record CompiledPopulation(
    String name,
    String model,
    int firstNode,
    int size,
    boolean neurons,
    int[] groupOf,
    List<String> groupNames,
    List<Signal> signals,
    List<Stimulus> stimuli) {}
