package org.baya.model;

import java.util.List;

/**
 * How one kind of neuron advances by a step, one neuron at a time. Implementations are records
 * without mutable state.
 *
 * <p><b>Storage.</b> State variable {@code v} of a neuron lies at {@code state[s + v * LANES]}, its
 * coefficient {@code k} at {@code coefficients[c + k * LANES]}, its input slot {@code i} at {@code
 * input[x + i * LANES]}: eight neurons are interleaved so that a vector kernel loads one variable
 * of all eight at once. The offsets {@code s}, {@code c} and {@code x} are given.
 */
public interface Dynamics {
  /** Neurons interleaved in one block. */
  int LANES = 8;

  /** Number of state variables. */
  int states();

  /** Number of coefficients computed once from parameters and resolution. */
  int coefficients();

  /** Number of input slots. */
  int slots();

  /** Numbers of room that its kernels need while they work on a block. */
  default int scratch() {
    return 0;
  }

  /**
   * Number of receptors, from 1 on, where a stimulation current passes a synapse's filter on its
   * way; less than {@link #slots()}. Receptor 0 of a current is always the membrane.
   */
  default int filteredCurrents() {
    return 0;
  }

  /**
   * What a stimulation current of 1 pA on receptor {@code r}, from 1 up to {@link
   * #filteredCurrents()}, adds to input slot {@code r - 1} in every step.
   */
  default double filterGain(int r, double[] coefficients, int c) {
    throw new IllegalArgumentException("no filtered current " + r);
  }

  /**
   * The same neurons where only some input slots ever get input: advanced like these, bit by bit,
   * but without state for slots that stay silent, if the dynamics can do without it. Input slots
   * stay where they are.
   *
   * @param heard bit i tells whether slot i may get input; slots from 64 on may always
   */
  default Dynamics hearing(long heard) {
    return this;
  }

  /** How receptors and weights map to input slots. */
  Routing routing();

  /**
   * Computes the coefficients.
   *
   * @param grid the time grid, for the resolution h and for durations in steps
   * @param out length {@link #coefficients()}
   */
  void prepare(Parameters parameters, TimeGrid grid, double[] out);

  /**
   * Sets the initial state.
   *
   * @param out length {@link #states()}
   */
  void initialise(Parameters parameters, double[] out);

  /**
   * Advances one neuron from time t to t + h.
   *
   * @param state modified
   * @param input sum of the weights that arrived at each slot in this step; the caller clears it
   * @param current stimulation current [pA] during this step
   * @return whether the neuron spikes at t + h
   */
  boolean step(
      double[] state, int s, double[] coefficients, int c, double[] input, int x, double current);

  /** What can be recorded, in the order of the manual page. */
  List<Recordable> recordables();
}
