package org.baya.model.neuron;

import java.util.List;
import java.util.stream.Stream;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.neuron.PairedSynapses.Effect;
import org.baya.model.neuron.PairedSynapses.Shape;
import org.baya.model.ode.AdaptiveNeuron;

/**
 * Adaptive exponential integrate-and-fire neuron with alpha-shaped synaptic conductances.
 *
 * <pre>
 *   C_m dV_m/dt = -g_L (V_m - E_L) + g_L Delta_T exp((V_m - V_th) / Delta_T) - g_ex (V_m - E_ex) - g_in (V_m - E_in) - w + I_e + I_stim
 *   tau_w dw/dt = a (V_m - E_L) - w
 *   dx_X/dt     = -x_X / tau_syn_X                       a spike of weight w adds |w| e / tau_syn_X: to ex if w > 0, to in if w &lt; 0
 *   dg_X/dt     = x_X - g_X / tau_syn_X                  so g_X peaks at |w| after tau_syn_X
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
 * <p>Receptor: 0. Weight unit: nS, the peak of the conductance; the sign chooses the synapse.
 *
 * <p>Differences from NEST: a run stops when a spike takes |w| above 10^6 pA, as in NEST, but not
 * when V_m falls below -1000 mV. Without t_ref, V_reset may lie at most 10 Delta_T above V_th.
 *
 * <p>Reference: Brette and Gerstner 2005, doi:10.1152/jn.00686.2005; NEST's aeif_cond_alpha.
 */
public final class AeifCondAlpha implements NeuronModel {
  private static final List<Parameter> PARAMETERS =
      Stream.of(
              AdaptiveExponentialMembrane.PARAMETERS,
              PairedSynapses.reversals(0, -85),
              PairedSynapses.times(0.2, 2))
          .flatMap(List::stream)
          .toList();

  @Override
  public String name() {
    return "aeif_cond_alpha";
  }

  @Override
  public String summary() {
    return "adaptive exponential integrate-and-fire, alpha-shaped synaptic conductances";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    return new AdaptiveNeuron(
        AdaptiveExponentialMembrane.of(p), new PairedSynapses(Shape.ALPHA, Effect.CONDUCTANCE));
  }
}
