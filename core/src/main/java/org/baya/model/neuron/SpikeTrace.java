package org.baya.model.neuron;

import static org.baya.model.Dynamics.LANES;

import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Parameters;

/**
 * Any number of quantities that jump at the neuron's own spikes and decay exponentially. Each has
 * one state variable and {@link #COEFFICIENTS} coefficients: its decay in a step, its jump.
 */
public final class SpikeTrace {
  public static final int COEFFICIENTS = 2;
  public static final int DECAY = 0;
  private static final int JUMP = 1;

  private SpikeTrace() {}

  /** Their number, after checking that both lists have it. */
  static int length(Parameters p, Parameter tau, Parameter jump) {
    int length = p.vector(tau).length;
    if (p.vector(jump).length != length) {
      throw new InvalidInputException(
          jump.name()
              + " has "
              + p.vector(jump).length
              + " elements; "
              + tau.name()
              + " has "
              + length
              + ": both need one length");
    }
    return length;
  }

  /** Computes the coefficients into {@code out[at..]}. */
  static void prepare(Parameters p, Parameter tau, Parameter jump, double h, double[] out, int at) {
    for (int i = 0; i < p.vector(tau).length; i++) {
      out[at + COEFFICIENTS * i + DECAY] = Math.exp(-h / p.vector(tau)[i]);
      out[at + COEFFICIENTS * i + JUMP] = p.vector(jump)[i];
    }
  }

  /** Their sum before a step; they decay over it. */
  static double sumThenDecay(int n, double[] y, int s, double[] k, int c) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double value = y[s + i * LANES];
      sum += value;
      y[s + i * LANES] = value * k[c + (COEFFICIENTS * i + DECAY) * LANES];
    }
    return sum;
  }

  /** Their sum after a step, over which they decay. */
  static double decayThenSum(int n, double[] y, int s, double[] k, int c) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double value = y[s + i * LANES] * k[c + (COEFFICIENTS * i + DECAY) * LANES];
      y[s + i * LANES] = value;
      sum += value;
    }
    return sum;
  }

  /** Adds the jumps of so many spikes. */
  static void add(int spikes, int n, double[] y, int s, double[] k, int c) {
    for (int i = 0; i < n; i++) {
      y[s + i * LANES] += spikes * k[c + (COEFFICIENTS * i + JUMP) * LANES];
    }
  }
}
