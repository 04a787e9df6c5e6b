package org.baya.io.sonata;

/**
 * Spikes as a file has them, in any order.
 *
 * @param place of the file, for messages
 * @param nodes number of the node of each
 * @param timesMs time of each [ms]
 * @param scoped whether the numbers belong to one population; if not, those of other populations
 *     may be among them
 */
record SpikeTimes(String place, long[] nodes, double[] timesMs, boolean scoped) {}
