package org.baya.model;

import java.util.List;

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

  /** Whether it sends a current, not spikes: every stimulus is {@link Stimulus.AnyCurrent}. */
  default boolean sendsCurrent() {
    return false;
  }

  /** What a multimeter can record of it. */
  default List<Signal> signals() {
    return sendsCurrent() ? List.of(Signal.CURRENT) : List.of();
  }

  /** Whether its nodes have spikes of their own that can be recorded, the same for all targets. */
  default boolean hasSpikes() {
    return acceptsSpikeTrains();
  }
}
