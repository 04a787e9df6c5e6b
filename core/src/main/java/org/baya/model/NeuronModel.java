package org.baya.model;

/** A model of neurons: parameters in, dynamics out. */
public interface NeuronModel extends Model {

  /**
   * The dynamics of a neuron with these parameters. Neurons whose dynamics are equal (as records)
   * are stored and advanced together, so it depends on shapes and switches only, not on values.
   *
   * @throws org.baya.error.InvalidInputException if the values contradict each other
   */
  Dynamics dynamics(Parameters parameters);
}
