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
 * Hodgkin-Huxley neuron with alpha-shaped synaptic currents.
 *
 * <pre>
 *   C_m dV_m/dt = -g_Na m^3 h (V_m - E_Na) - g_K n^4 (V_m - E_K) - g_L (V_m - E_L) + I_ex + I_in + I_e + I_stim
 *   dy/dt       = alpha_y (1 - y) - beta_y y             for the gates y = m, h, n
 *   alpha_n = 0.01 (V_m + 55) / (1 - exp(-(V_m + 55) / 10))     beta_n = 0.125 exp(-(V_m + 65) / 80)
 *   alpha_m = 0.1 (V_m + 40) / (1 - exp(-(V_m + 40) / 10))      beta_m = 4 exp(-(V_m + 65) / 18)
 *   alpha_h = 0.07 exp(-(V_m + 65) / 20)                        beta_h = 1 / (1 + exp(-(V_m + 35) / 10))
 *   dx_X/dt     = -x_X / tau_syn_X                       a spike of weight w adds w e / tau_syn_X: to ex if w > 0, to in if w &lt; 0
 *   dI_X/dt     = x_X - I_X / tau_syn_X                  so I_X peaks at w after tau_syn_X
 * </pre>
 *
 * <p>The neuron spikes in the step in which V_m, being 0 mV or more, falls, unless it did so less
 * than t_ref (whole steps, rounded up) before. Nothing is reset.
 *
 * <p>The equations are integrated by a Runge-Kutta-Fehlberg method 4(5) whose steps adapt to an
 * error of 10^-3 (mV, pA, gates), each neuron with its own step size.
 *
 * <p>Receptor: 0. Weight unit: pA, the peak of the current.
 *
 * <p>Differences from NEST: rates are right also where a numerator and a denominator vanish (V_m =
 * -55 and -40 mV).
 *
 * <p>Reference: Hodgkin and Huxley 1952, doi:10.1113/jphysiol.1952.sp004764; Gerstner and Kistler
 * 2002, Spiking Neuron Models; NEST's hh_psc_alpha.
 */
public final class HhPscAlpha implements NeuronModel {
  private static final List<Parameter> PARAMETERS =
      Stream.of(
              HodgkinHuxleyMembrane.parameters(
                  Gating.SQUID, -65, 100, 12000, 3600, 30, List.of(50.0, -77.0, -54.402), -65),
              PairedSynapses.times(0.2, 2))
          .flatMap(List::stream)
          .toList();

  @Override
  public String name() {
    return "hh_psc_alpha";
  }

  @Override
  public String summary() {
    return "Hodgkin-Huxley, alpha-shaped synaptic currents";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    return new AdaptiveNeuron(
        new HodgkinHuxleyMembrane(Gating.SQUID),
        new PairedSynapses(Shape.ALPHA, Effect.SIGNED_CURRENT));
  }
}
