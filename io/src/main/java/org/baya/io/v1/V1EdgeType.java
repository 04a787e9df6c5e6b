package org.baya.io.v1;

/**
 * What the synapses from one population onto cells of one type have in common.
 *
 * @param weightPa weight at equal tuning [pA], negative for inhibition, before the gain
 * @param delayMs delay [ms]
 * @param weightSigmaDeg width of the weight's fall with the difference of tuning angles [degrees]
 * @param port receptor port, from 1
 */
public record V1EdgeType(double weightPa, double delayMs, double weightSigmaDeg, int port) {}
