package org.baya.model.neuron;

import static org.baya.model.Dynamics.LANES;

import org.baya.model.ode.AdaptiveNeuron;
import org.baya.model.ode.Membrane;
import org.baya.model.ode.Workspace;

/**
 * Membranes with a leak as their only equation,
 *
 * <pre>
 *   C_m dV_m/dt = g_L (E_L - v) + I_syn(v) + I_e + I_stim,   v = min(V_m, ceiling)
 * </pre>
 *
 * and no change while refractory. They differ in threshold and reset.
 */
public interface LeakyMembrane extends Membrane {
  int E_L = AdaptiveNeuron.OWN;

  /** I_e + g_L E_L. */
  int DRIVE = E_L + 1;

  int CEILING = E_L + 2;
  int LEAK_COEFFICIENTS = 3;

  @Override
  default int variables() {
    return 1;
  }

  @Override
  default double drive(double[] state, int m, double[] k, int c, double current) {
    return k[c + DRIVE * LANES] + current;
  }

  @Override
  default void derivatives(double[] y, int at, double[] k, int c, double[] w, int o, int out) {
    double ceiling = k[c + CEILING * LANES];
    double v = y[at] > ceiling ? ceiling : y[at];
    double current = Math.fma(w[o + Workspace.SLOPE * LANES], v, w[o + Workspace.PULL * LANES]);
    w[out] = current * w[o + Workspace.ELASTANCE * LANES];
  }
}
