/**
 * What spike trains say about a network: rates, irregularity, correlations and synchrony by
 * population. One file for each statistic; {@link org.baya.app.analysis.SpikeAnalysis} feeds them
 * in one pass over the spikes after a run.
 */
package org.baya.app.analysis;
