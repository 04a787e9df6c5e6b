package org.baya.app.report;

import java.util.List;

/**
 * What was built.
 *
 * @param droppedSynapses edges that were read but left out by a drop rule, over all projections
 * @param bytesPerSynapse of the compiled network; NaN without synapses
 * @param fingerprint equal for networks of the same synapses
 */
public record NetworkCounts(
    long neurons,
    long synapses,
    long droppedSynapses,
    double bytesPerSynapse,
    long fingerprint,
    List<ProjectionCounts> projections) {

  /** Copies the list. */
  public NetworkCounts {
    projections = List.copyOf(projections);
  }
}
