package org.baya.model;

/**
 * How the plastic synapses of one table change, one synapse and one event at a time. Times are
 * steps: step n ends at time n + 1, and that is the time of its spikes.
 *
 * <p>The engine may tell of the target's spikes at any moment before the next spike of the source,
 * in one go or bit by bit, so what {@link #targetSpike} does must not depend on when it is called.
 */
public interface SynapseDynamics {

  /** What is wrong with the values of a synapse taken together; empty if nothing is. */
  default String conflict(int synapse) {
    return "";
  }

  /**
   * A spike of the target has reached the synapse.
   *
   * @param time when it did: when it was sent, plus the delay
   * @param last time of the source's last spike, 0 before the first
   * @param slowTrace the target's trace with {@code tau_minus_triplet}, just before that spike
   */
  default void targetSpike(int synapse, int time, int last, double slowTrace) {}

  /**
   * The source has spiked.
   *
   * @return the weight that is transmitted; 0 for none
   */
  double sourceSpike(int synapse, SourceSpike spike);

  /**
   * Whether a spike may be lost: then {@link #sourceSpike} says 0. Other synapses transmit every
   * spike, even with a weight of 0; targets that count spikes care.
   */
  default boolean losesSpikes() {
    return false;
  }

  /** Takes in what a volume transmitter has told up to a time; both kinds of spikes are known. */
  default void modulate(int synapse, int time) {}

  /** The weight at a time when no event is outstanding. */
  double weight(int synapse, int time);
}
