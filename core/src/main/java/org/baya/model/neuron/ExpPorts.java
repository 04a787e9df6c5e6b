package org.baya.model.neuron;

import static org.baya.model.Dynamics.LANES;

import org.baya.model.Dynamics;

/**
 * Exponentially decaying synaptic currents on any number of ports, integrated exactly. Per port,
 *
 * <pre>
 *   effect on the potential in a step = P21 syn
 *   syn &lt;- P11 syn + input
 * </pre>
 *
 * <p>A port's state is {@link #SYN}, its coefficients are {@link #P11} and {@link #P21}; ports
 * follow each other.
 */
public final class ExpPorts {
  /** State per port. */
  public static final int SYN = 0;

  public static final int STATES = 1;

  /** Coefficients per port. */
  public static final int P11 = 0;

  public static final int P21 = 1;
  public static final int COEFFICIENTS = 2;

  private ExpPorts() {}

  /** Computes the coefficients of a port into {@code out[k..]}. */
  static void prepare(
      double tauSyn, double tauM, double capacitance, double h, double[] out, int k) {
    out[k + P11] = Math.exp(-h / tauSyn);
    out[k + P21] = Propagator.exponential(tauSyn, tauM, capacitance, h);
  }

  /**
   * Advances all ports of one neuron by a step; offsets as in {@link Dynamics}, at the first port.
   *
   * @return what the currents add to the potential in this step [mV]
   */
  static double step(int ports, double[] y, int s, double[] k, int c, double[] input, int x) {
    double effect = 0;
    for (int port = 0; port < ports; port++) {
      int state = s + port * LANES;
      int own = c + COEFFICIENTS * port * LANES;
      double syn = y[state];
      effect = Math.fma(k[own + P21 * LANES], syn, effect);
      y[state] = Math.fma(k[own + P11 * LANES], syn, input[x + port * LANES]);
    }
    return effect;
  }

  /** Sum of the currents of all ports. */
  static double total(int ports, double[] y, int s) {
    double total = 0;
    for (int port = 0; port < ports; port++) {
      total += y[s + port * LANES];
    }
    return total;
  }
}
