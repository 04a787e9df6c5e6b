package org.baya.model;

import org.baya.random.RandomStream;
import org.baya.random.StreamBlock;

/**
 * Random spike trains of one stimulator node, one for each synapse, step by step. Implementations
 * are records without mutable state: nodes whose processes are equal are drawn together, unless
 * they share something random.
 *
 * <p>What a train does depends only on its own random numbers, its state and what all trains of the
 * node have in common, so trains come out the same wherever their synapses are stored.
 */
public interface SpikeProcess {

  /** Number of integers that a train keeps from step to step. */
  default int states() {
    return 0;
  }

  /**
   * Sets the state of a train at its beginning.
   *
   * @param state its {@link #states()} integers begin at {@code at}
   */
  default void begin(RandomStream random, int[] state, int at) {}

  /** Whether only a few trains draw random numbers in a step, because most know when they will. */
  default boolean drawsRarely() {
    return false;
  }

  /** Whether {@link #common} is random: then each node has its own. */
  default boolean isShared() {
    return false;
  }

  /**
   * What all trains of the node have in common in a step: a rate, a number of spikes.
   *
   * @param step from 0
   * @param random the node's random numbers in this step
   */
  double common(long step, RandomStream random);

  /** Whether no train can have a spike in such a step; {@link #counts} is not called then. */
  default boolean isSilent(double common) {
    return false;
  }

  /**
   * The numbers of spikes of n trains in one step.
   *
   * @param random random numbers of train i at index i
   * @param state the states of train i begin at {@code (from + i) * states()}; modified
   * @param counts receives the number of train i at index i
   */
  void counts(double common, StreamBlock random, int from, int n, int[] state, int[] counts);
}
