package org.baya.compiled;

/**
 * What remains of the names of a projection whose synapses change.
 *
 * @param index its number among all projections
 * @param model of its synapses
 * @param from source population
 * @param to target population
 */
public record PlasticProjection(
    String name, int index, String model, CompiledPopulation from, CompiledPopulation to) {}
