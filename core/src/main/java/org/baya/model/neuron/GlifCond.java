package org.baya.model.neuron;

import java.util.List;
import java.util.stream.Stream;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.ode.AdaptiveNeuron;

/**
 * Generalised leaky integrate-and-fire neuron of the Allen Institute (GLIF 1 to 5) with
 * alpha-shaped synaptic conductances.
 *
 * <pre>
 *   C_m dV_m/dt = -g (V_m - E_L) - sum_p g_p (V_m - E_rev_p) + sum_j I_j + I_stim
 *   dx_p/dt     = -x_p / tau_syn_p                       a spike of weight w on port p adds w e / tau_syn_p
 *   dg_p/dt     = x_p - g_p / tau_syn_p                  so g_p peaks at w after tau_syn_p
 * </pre>
 *
 * <p>After-spike currents I_j, the parts of the threshold, the variants GLIF1 to GLIF5, the spike
 * condition and the reset are those of glif_psc. The equations above are integrated by a
 * Runge-Kutta-Fehlberg method 4(5) whose steps adapt to an error of 10^-3 (mV, nS); the after-spike
 * currents that act in a step are their mean over the step before. While refractory, V_m rests and
 * the conductances go on changing.
 *
 * <p>Receptors: ports 1 to the length of E_rev. Weight unit: nS, the peak of the conductance.
 *
 * <p>Differences from NEST: negative weights are allowed.
 *
 * <p>Reference: Teeter et al. 2018, Nat Commun 9:709, doi:10.1038/s41467-017-02717-4; NEST's
 * glif_cond.
 */
public final class GlifCond implements NeuronModel {
  private static final GlifPsc CURRENTS = new GlifPsc();
  private static final List<Parameter> PARAMETERS =
      Stream.concat(
              CURRENTS.parameters().stream().filter(p -> !p.name().equals(GlifPsc.TAU_SYN.name())),
              PortSynapses.alpha(List.of(0.2, 2.0), List.of(0.0, -85.0)).stream())
          .toList();

  @Override
  public String name() {
    return "glif_cond";
  }

  @Override
  public String summary() {
    return "generalised leaky integrate-and-fire (GLIF 1-5), alpha-shaped synaptic conductances on any number of ports";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    GlifPscDynamics variant = (GlifPscDynamics) CURRENTS.dynamics(p);
    return new AdaptiveNeuron(
        new GlifMembrane(variant.currents(), variant.spikeThreshold(), variant.adapting()),
        PortSynapses.of(p, false));
  }
}
