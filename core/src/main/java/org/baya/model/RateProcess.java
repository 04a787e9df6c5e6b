package org.baya.model;

/** Spike trains whose rate is known beforehand. */
public interface RateProcess extends SpikeProcess {

  /** Expected number of spikes of a train in a step. */
  double mean(long step);
}
