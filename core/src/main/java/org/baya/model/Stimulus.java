package org.baya.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * What one node of a device does, fixed before the run. A device model turns its parameters into
 * one of these forms; the engine knows how to apply each.
 */
public sealed interface Stimulus {

  /**
   * Spikes at given steps.
   *
   * @param steps step of each spike, ascending, repetitions allowed
   * @param factors factor on the weight for each spike, absent when all are 1
   */
  record Spikes(int[] steps, Optional<double[]> factors) implements Stimulus {}

  /**
   * Independent Poisson trains, one for each synapse.
   *
   * @param meanPerStep expected number of spikes in a step
   * @param firstStep first step with spikes
   * @param endStep first step without spikes again
   */
  record Poisson(double meanPerStep, long firstStep, long endStep) implements Stimulus {}

  /**
   * Random trains of any other kind, one for each synapse.
   *
   * @param process draws them
   * @param firstStep first step with spikes
   * @param endStep first step without spikes again
   */
  record Trains(SpikeProcess process, long firstStep, long endStep) implements Stimulus {}

  /** A current of either kind. */
  sealed interface AnyCurrent extends Stimulus {}

  /**
   * A current that changes all the time.
   *
   * @param process its values
   * @param firstStep first step in which it is sent
   * @param endStep first step in which it is sent no longer
   */
  record Waveform(CurrentProcess process, long firstStep, long endStep) implements AnyCurrent {}

  /**
   * A current that is constant between changes.
   *
   * @param steps steps at whose beginning the device's output changes, strictly ascending
   * @param amplitudes output [pA] from that step on; 0 before the first
   */
  record Current(long[] steps, double[] amplitudes) implements AnyCurrent {
    /** The output in a step [pA]. */
    public double at(long step) {
      int i = Arrays.binarySearch(steps, step);
      int change = i >= 0 ? i : -i - 2;
      return change < 0 ? 0 : amplitudes[change];
    }
  }
}
