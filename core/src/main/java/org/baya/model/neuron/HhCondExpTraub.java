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
 * Hodgkin-Huxley neuron after Traub and Miles with exponentially decaying synaptic conductances, as
 * in the benchmarks of Brette et al.
 *
 * <pre>
 *   C_m dV_m/dt = -g_Na m^3 h (V_m - E_Na) - g_K n^4 (V_m - E_K) - g_L (V_m - E_L)
 *                 - g_ex (V_m - E_ex) - g_in (V_m - E_in) + I_e + I_stim
 *   dy/dt       = alpha_y (1 - y) - beta_y y             for the gates y = m, h, n; u = V_m - V_T
 *   alpha_n = 0.032 (15 - u) / (exp((15 - u) / 5) - 1)   beta_n = 0.5 exp((10 - u) / 40)
 *   alpha_m = 0.32 (13 - u) / (exp((13 - u) / 4) - 1)    beta_m = 0.28 (u - 40) / (exp((u - 40) / 5) - 1)
 *   alpha_h = 0.128 exp((17 - u) / 18)                   beta_h = 4 / (1 + exp((40 - u) / 5))
 *   dg_X/dt     = -g_X / tau_syn_X                       a spike of weight w adds |w|: to ex if w > 0, to in if w &lt; 0
 * </pre>
 *
 * <p>The neuron spikes in the step in which V_m, being V_T + 30 mV or more, falls, unless it did so
 * less than t_ref (whole steps, rounded up) before. Nothing is reset.
 *
 * <p>The equations are integrated by a Runge-Kutta-Fehlberg method 4(5) whose steps adapt to an
 * error of 10^-3 (mV, nS, gates), each neuron with its own step size.
 *
 * <p>Receptor: 0. Weight unit: nS, the peak of the conductance; the sign chooses the synapse.
 *
 * <p>Differences from NEST: rates are right also where a numerator and a denominator vanish.
 *
 * <p>Reference: Traub and Miles 1991, Neuronal Networks of the Hippocampus; Brette et al. 2007,
 * doi:10.1007/s10827-007-0038-6; NEST's hh_cond_exp_traub.
 */
public final class HhCondExpTraub implements NeuronModel {
  private static final List<Parameter> PARAMETERS =
      Stream.of(
              HodgkinHuxleyMembrane.parameters(
                  Gating.TRAUB, -60, 200, 20000, 6000, 10, List.of(50.0, -90.0, -60.0), -60),
              List.of(HodgkinHuxleyMembrane.shift(-63)),
              PairedSynapses.reversals(0, -80),
              PairedSynapses.times(5, 10))
          .flatMap(List::stream)
          .toList();

  @Override
  public String name() {
    return "hh_cond_exp_traub";
  }

  @Override
  public String summary() {
    return "Hodgkin-Huxley of Traub and Miles, exponentially decaying synaptic conductances";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    return new AdaptiveNeuron(
        new HodgkinHuxleyMembrane(Gating.TRAUB), new PairedSynapses(Shape.EXP, Effect.CONDUCTANCE));
  }
}
