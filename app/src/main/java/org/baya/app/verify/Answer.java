package org.baya.app.verify;

import java.util.Map;
import org.baya.io.reference.ReferenceCase.Spikes;

/**
 * What Baya answered to a case.
 *
 * @param spikes by node name
 * @param samples by node name
 * @param finalWeights by projection name
 */
record Answer(
    Map<String, Spikes> spikes,
    Map<String, Samples> samples,
    Map<String, FinalWeights> finalWeights) {

  /**
   * Samples of all nodes of one name.
   *
   * @param rows one per sample in the order of time, {@code [variable][node]}, flat
   * @param nodes number of nodes
   */
  record Samples(double[][] rows, int nodes) {

    /** The value of a variable of a node in a sample. */
    double value(int row, int variable, int node) {
      return rows[row][variable * nodes + node];
    }
  }
}
