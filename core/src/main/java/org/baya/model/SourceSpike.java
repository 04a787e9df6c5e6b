package org.baya.model;

/** What a synapse learns of a spike of its source. Valid during the call only. */
public interface SourceSpike {

  /** Time of the spike [steps]. */
  int time();

  /** Steps since the source's last spike; since the start for the first. */
  int elapsed();

  /** How many spikes the source sent before. */
  int number();

  /**
   * The trace of the target's spikes that reached the synapse before this spike, not with it: each
   * spike adds 1, between spikes it decays with {@code tau_minus}.
   */
  double trace();

  /** The same trace, but of the last of those spikes alone; 0 if there was none. */
  double nearestTrace();
}
