package org.baya.model;

import org.baya.random.RandomStream;

/**
 * Dynamics that answer a step with a number of spikes: those that draw random numbers, and those
 * that may spike several times in a step.
 *
 * <p>Random numbers are addressed by seed, node and step, so what a neuron draws depends neither on
 * its place nor on the other neurons.
 */
public interface PointProcess extends Dynamics {

  /**
   * Advances one neuron from time t to t + h; arguments as in {@link #step}.
   *
   * @param random at the first number of this neuron and step
   * @return the number of spikes at t + h
   */
  int spikes(
      double[] state,
      int s,
      double[] coefficients,
      int c,
      double[] input,
      int x,
      double current,
      RandomStream random);

  @Override
  default boolean step(
      double[] state, int s, double[] coefficients, int c, double[] input, int x, double current) {
    throw new UnsupportedOperationException("a point process answers with a number of spikes");
  }
}
