package org.baya.model;

/**
 * The spikes that reached a volume transmitter, numbered from 0 in the order of their times. Old
 * ones are forgotten once every synapse has taken them in.
 */
public interface VolumeSpikes {

  /** Number after the last spike that is known. */
  int end();

  /** Time of a spike [steps]. */
  int time(int number);
}
