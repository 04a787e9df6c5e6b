package org.baya.model;

/** A model of stimulators. */
public interface DeviceModel extends Model {

  /**
   * The stimulus of one node.
   *
   * @param parameters its values
   * @throws org.baya.error.InvalidInputException if the values contradict each other
   */
  Stimulus stimulus(Parameters parameters, DeviceNode node);

  /** Whether the population may bring its spikes as files. */
  default boolean acceptsSpikeTrains() {
    return false;
  }

  /** Whether it sends a current, not spikes. */
  default boolean sendsCurrent() {
    return false;
  }

  /** Whether its nodes have spikes of their own that can be recorded, the same for all targets. */
  default boolean hasSpikes() {
    return acceptsSpikeTrains();
  }
}
