package org.baya.model;

import java.util.Optional;

/** A model of stimulators. */
public interface DeviceModel extends Model {

  /**
   * The stimulus of one node.
   *
   * @param parameters its values
   * @param grid the time grid
   * @param given spikes from the population's files, for devices that accept them
   */
  Stimulus stimulus(Parameters parameters, TimeGrid grid, Optional<SpikeTrain> given);

  /** Whether the population may bring its spikes as files. */
  default boolean acceptsSpikeTrains() {
    return false;
  }
}
