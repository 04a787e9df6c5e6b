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
 * Leaky integrate-and-fire neuron with beta-shaped synaptic conductances.
 *
 * <pre>
 *   C_m dV_m/dt = -g_L (V_m - E_L) - g_ex (V_m - E_ex) - g_in (V_m - E_in) + I_e + I_stim
 *   dx_X/dt     = -x_X / tau_decay_X                     a spike of weight w adds to x: to ex if w > 0, to in if w &lt; 0,
 *   dg_X/dt     = x_X - g_X / tau_rise_X                 such that g_X peaks at |w|
 * </pre>
 *
 * <p>When V_m >= V_th at the end of a step the neuron spikes, V_m is set to V_reset and stays there
 * for t_ref (whole steps, rounded up), while the conductances go on changing. Inside a step V_m
 * counts as at most V_th.
 *
 * <p>The equations are integrated by a Runge-Kutta-Fehlberg method 4(5) whose steps adapt to an
 * error of 10^-3 (mV, nS), each neuron with its own step size.
 *
 * <p>Where tau_rise equals tau_decay the conductance is an alpha function.
 *
 * <p>Receptor: 0. Weight unit: nS, the peak of the conductance; the sign chooses the synapse.
 *
 * <p>Differences from NEST: none known.
 *
 * <p>Reference: Meffin, Burkitt and Grayden 2004, doi:10.1023/B:JCNS.0000014108.03012.81; Rotter
 * and Diesmann 1999, doi:10.1007/s004220050570; NEST's iaf_cond_beta.
 */
public final class IafCondBeta implements NeuronModel {
  private static final List<Parameter> PARAMETERS =
      Stream.of(
              IafMembrane.PARAMETERS,
              PairedSynapses.reversals(0, -85),
              PairedSynapses.betaTimes(0.2, 2))
          .flatMap(List::stream)
          .toList();

  @Override
  public String name() {
    return "iaf_cond_beta";
  }

  @Override
  public String summary() {
    return "leaky integrate-and-fire, beta-shaped synaptic conductances";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    return new AdaptiveNeuron(
        IafMembrane.of(p), new PairedSynapses(Shape.BETA, Effect.CONDUCTANCE));
  }
}
