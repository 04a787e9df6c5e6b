package org.baya.app.analysis;

/**
 * What the spikes of a population, or of a group of one, are like.
 *
 * @param period that was analysed
 * @param neurons that were recorded
 * @param spikes in the period
 * @param silent number of neurons without a spike
 * @param ratesHz mean rate [Hz] of each neuron
 * @param cvs of the neurons that have one, see {@link IntervalVariation}
 * @param correlations of pairs of at most {@link SpikeAnalysis#CORRELATED_NEURONS} neurons, see
 *     {@link CountCorrelation}
 * @param synchrony of at most {@link SpikeAnalysis#SYNCHRONY_NEURONS} neurons, see {@link
 *     Synchrony}
 */
public record PopulationStatistics(
    String name,
    Period period,
    int neurons,
    long spikes,
    int silent,
    Distribution ratesHz,
    Distribution cvs,
    Distribution correlations,
    double synchrony) {}
