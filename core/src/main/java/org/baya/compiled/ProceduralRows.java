package org.baya.compiled;

/**
 * The synapses of one projection, made again whenever a spike needs them. Every reader makes the
 * same.
 */
public interface ProceduralRows {
  /** Global node number of the first source. */
  int firstSource();

  /** Number of sources. */
  int sources();

  /** A new reader, for one thread. */
  Reader reader();

  /** Makes the synapses of one source after the other. */
  interface Reader {
    /** Moves before the first synapse of a source, 0-based. */
    void seek(int source);

    /** Makes the next synapses; returns their number, 0 after the last. */
    int next();

    /** {@code shard << 16 | slot} of each; valid until the next call of {@link #next}. */
    int[] places();

    /** The delay of each [steps]. */
    int[] delaySteps();

    /** The weight of each, as it would be stored. */
    double[] weights();
  }
}
