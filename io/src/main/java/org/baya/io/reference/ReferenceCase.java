package org.baya.io.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;

/**
 * A network and what a trusted simulator answered. Populations carry the names of the case's nodes;
 * connection i is the projection {@code c} followed by i.
 *
 * @param name of the case
 * @param durationMs simulated time [ms]
 * @param tolerance largest allowed |difference| of a trace value, in the unit of the variable
 * @param sampleEveryMs interval of the samples [ms]
 * @param traces samples by node name
 * @param spikes spikes by node name
 * @param finalWeights weights at the end by projection name, in the order of its edges
 */
public record ReferenceCase(
    String name,
    Network network,
    double durationMs,
    double tolerance,
    double sampleEveryMs,
    Map<String, Trace> traces,
    Map<String, Spikes> spikes,
    Map<String, double[]> finalWeights) {

  /** Up to this tolerance spikes must be equal, not just near. */
  private static final double EXACT_TOLERANCE = 1e-9;

  public ReferenceCase {
    traces = Collections.unmodifiableMap(new LinkedHashMap<>(traces));
    spikes = Collections.unmodifiableMap(new LinkedHashMap<>(spikes));
    finalWeights = Collections.unmodifiableMap(new LinkedHashMap<>(finalWeights));
  }

  /**
   * Samples of one node name; sample i is of node {@code senders[i]} at {@code timesMs[i]}.
   *
   * @param senders 0-based; length 0 when all are of node 0
   * @param timesMs times [ms]
   * @param values samples by variable
   */
  public record Trace(int[] senders, double[] timesMs, Map<String, double[]> values) {
    public Trace {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The node of sample i. */
    public int sender(int i) {
      return senders.length == 0 ? 0 : senders[i];
    }
  }

  /**
   * Spikes of one node name, sorted by time, then sender.
   *
   * @param senders 0-based
   * @param timesMs times [ms]
   */
  public record Spikes(int[] senders, double[] timesMs) {

    /** Number of spikes. */
    public int size() {
      return timesMs.length;
    }
  }

  /** Whether spikes must be equal; otherwise each may be a step off. */
  public boolean spikesExact() {
    return tolerance <= EXACT_TOLERANCE;
  }

  /** The models of its nodes, then those of its synapses but the plain one. */
  public List<String> models() {
    Set<String> models = new LinkedHashSet<>();
    network.populations().stream().map(Population::model).forEach(models::add);
    network.projections().stream()
        .map(Projection::synapseModel)
        .filter(model -> !model.equals(Projection.STATIC_SYNAPSE))
        .forEach(models::add);
    return List.copyOf(models);
  }
}
