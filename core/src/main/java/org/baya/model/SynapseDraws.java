package org.baya.model;

import org.baya.random.RandomStream;

/**
 * Random numbers addressed by (seed, projection, edge, number of the source's spike), so that they
 * depend on neither threads nor storage.
 */
@FunctionalInterface
public interface SynapseDraws {

  /** The stream of one synapse and one spike; valid until the next call. */
  RandomStream at(int synapse, SourceSpike spike);
}
