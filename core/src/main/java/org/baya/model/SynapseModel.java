package org.baya.model;

import java.util.Set;

/**
 * A model of synapses. Every synapse has a weight, a delay and a receptor; what stands in {@link
 * #parameters()} comes on top. A model that is no {@link PlasticModel} transmits its weight as it
 * is.
 */
public interface SynapseModel extends Model {
  /** Name of the weight, for {@link #common()}. */
  String WEIGHT = "weight";

  /** The weight of a synapse whose projection gives none. */
  default double defaultWeight() {
    return 1;
  }

  /**
   * Parameters, possibly {@link #WEIGHT}, of which all synapses of a projection share one value;
   * the others may differ from synapse to synapse.
   */
  default Set<String> common() {
    return Set.of();
  }
}
