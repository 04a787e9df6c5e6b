package org.baya.model;

import java.util.ArrayList;
import java.util.List;

/** A model of neurons: parameters in, dynamics out. */
public interface NeuronModel extends Model {
  /** Decay of the trace that most plastic synapses read. */
  Parameter TAU_MINUS =
      Parameter.trace("tau_minus", 20, "decay of the spike trace that plastic synapses read");

  /** Decay of the slow trace that triplet rules read. */
  Parameter TAU_MINUS_TRIPLET =
      Parameter.trace("tau_minus_triplet", 110, "decay of the slow spike trace, for triplet rules");

  /**
   * The dynamics of a neuron with these parameters. Neurons whose dynamics are equal (as records)
   * are stored and advanced together, so it depends on shapes and switches only, not on values.
   *
   * @throws org.baya.error.InvalidInputException if the values contradict each other
   */
  Dynamics dynamics(Parameters parameters);

  /** Its own parameters, and the time constants of its spike traces, which no model declares. */
  @Override
  default List<Parameter> allParameters() {
    List<Parameter> all = new ArrayList<>(parameters());
    all.add(TAU_MINUS);
    all.add(TAU_MINUS_TRIPLET);
    return all;
  }
}
