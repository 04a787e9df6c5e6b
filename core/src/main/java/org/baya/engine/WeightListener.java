package org.baya.engine;

/** Receives what the synapses of one projection transmit, as the run goes on. */
@FunctionalInterface
public interface WeightListener {

  /**
   * One synapse has transmitted a spike. Calls come in the order of time, source, delay, edge, by
   * one thread at a time.
   *
   * @param timeMs time of the source's spike
   * @param source 0-based inside its population
   * @param target 0-based inside its population
   * @param weight what was transmitted
   */
  void weight(double timeMs, int source, int target, double weight);
}
