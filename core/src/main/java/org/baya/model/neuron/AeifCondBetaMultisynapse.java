package org.baya.model.neuron;

import java.util.List;
import java.util.stream.Stream;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.ode.AdaptiveNeuron;

/**
 * Adaptive exponential integrate-and-fire neuron with beta-shaped synaptic conductances on any
 * number of ports.
 *
 * <pre>
 *   C_m dV_m/dt = -g_L (V_m - E_L) + g_L Delta_T exp((V_m - V_th) / Delta_T) - sum_p g_p (V_m - E_rev_p) - w + I_e + I_stim
 *   tau_w dw/dt = a (V_m - E_L) - w
 *   dx_p/dt     = -x_p / tau_decay_p                     a spike of weight w on port p adds to x
 *   dg_p/dt     = x_p - g_p / tau_rise_p                 such that g_p peaks at w
 * </pre>
 *
 * <p>When V_m >= V_peak (V_th if Delta_T is 0) the neuron spikes, V_m is set to V_reset and w grows
 * by b; V_m then stays at V_reset for t_ref (whole steps, rounded up). This is looked at after
 * every step of the solver, so without a refractory time a neuron may spike several times in a step
 * of the simulation. In the exponential V_m counts as at most V_peak.
 *
 * <p>The equations are integrated by a Runge-Kutta-Fehlberg method 4(5) whose steps adapt to an
 * error of gsl_error_tol (1 + change in the step), each neuron with its own step size.
 *
 * <p>Receptors: ports 1 to the length of E_rev. Weight unit: nS, the peak of the conductance.
 *
 * <p>Differences from NEST: a run stops when a spike takes |w| above 10^6 pA, as in NEST, but not
 * when V_m falls below -1000 mV. Without t_ref, V_reset may lie at most 10 Delta_T above V_th.
 * Negative weights are allowed.
 *
 * <p>Reference: Brette and Gerstner 2005, doi:10.1152/jn.00686.2005; NEST's
 * aeif_cond_beta_multisynapse.
 */
public final class AeifCondBetaMultisynapse implements NeuronModel {
  private static final List<Parameter> PARAMETERS =
      Stream.of(
              AdaptiveExponentialMembrane.PARAMETERS,
              PortSynapses.beta(List.of(2.0), List.of(20.0), List.of(0.0)))
          .flatMap(List::stream)
          .toList();

  @Override
  public String name() {
    return "aeif_cond_beta_multisynapse";
  }

  @Override
  public String summary() {
    return "adaptive exponential integrate-and-fire, beta-shaped synaptic conductances on any number of ports";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    return new AdaptiveNeuron(AdaptiveExponentialMembrane.of(p), PortSynapses.of(p, true));
  }
}
