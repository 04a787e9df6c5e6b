package org.baya.model;

import java.util.List;

/**
 * A model of synapses whose effect depends on the spikes they have seen. Its state is the weight
 * and the parameters of kind {@link Parameter.Kind#INITIAL}, {@link #hidden} ones included; nothing
 * else is kept of a synapse beside the time and number of its source's spikes.
 *
 * <p>The whole delay d lies between the synapse and the cell body of the target: a spike that the
 * target sends at t reaches the synapse at t + d, one that the source sends at t reaches it at t.
 * Events of one synapse come in the order of their times at the synapse; of two at the same time
 * the target's comes first.
 */
public interface PlasticModel extends SynapseModel {

  /** Whether it takes part in the spikes and traces of its target. */
  boolean readsTarget();

  /** Whether it needs a {@code volume_transmitter}: the name of a population of that model. */
  default boolean isModulated() {
    return false;
  }

  /** State variables that always start from their defaults and cannot be set. */
  default List<Parameter> hidden() {
    return List.of();
  }

  /** The rules of some synapses over their columns. */
  SynapseDynamics dynamics(SynapseColumns columns, TimeGrid grid);
}
