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
  int G_L = AdaptiveNeuron.OWN;
  int E_L = G_L + 1;

  /** I_e + g_L E_L. */
  int DRIVE = G_L + 2;

  int CEILING = G_L + 3;
  int LEAK_COEFFICIENTS = 4;

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
    double drive = w[o + Workspace.CURRENT * LANES] + w[o + Workspace.PULL * LANES];
    double conductance = k[c + G_L * LANES] + w[o + Workspace.LEAK * LANES];
    w[out] = Math.fma(-conductance, v, drive) * w[o + Workspace.ELASTANCE * LANES];
  }
}
