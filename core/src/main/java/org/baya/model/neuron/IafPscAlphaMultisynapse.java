package org.baya.model.neuron;

import static org.baya.model.neuron.ExactMembrane.C_M;
import static org.baya.model.neuron.ExactMembrane.E_L;
import static org.baya.model.neuron.ExactMembrane.I_E;
import static org.baya.model.neuron.ExactMembrane.TAU_M;
import static org.baya.model.neuron.ExactMembrane.T_REF;
import static org.baya.model.neuron.ExactMembrane.V_M;
import static org.baya.model.neuron.ExactMembrane.V_MIN;
import static org.baya.model.neuron.ExactMembrane.V_RESET;
import static org.baya.model.neuron.ExactMembrane.V_TH;
import static org.baya.model.neuron.ExactNeuron.TAU_SYN;

import java.util.List;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;

/**
 * Leaky integrate-and-fire neuron with alpha-shaped synaptic currents on any number of ports, each
 * with a time constant of its own.
 *
 * <pre>
 *   dV_m/dt = -(V_m - E_L) / tau_m + (sum_p I_syn_p + I_e + I_stim) / C_m
 *   I_syn_p(t) = sum of w (e / tau_syn_p) t exp(-t / tau_syn_p) over past spikes on port p: peak w at t = tau_syn_p
 * </pre>
 *
 * <p>When V_m >= V_th the neuron spikes, V_m is set to V_reset and stays there for t_ref (whole
 * steps, rounded up), while the currents go on. V_m never falls below V_min. The equations are
 * integrated exactly (propagators, also where tau_syn equals tau_m).
 *
 * <p>Receptors: ports 1 to the length of tau_syn. Weight unit: pA, the peak of the current; weights
 * of either sign may reach any port.
 *
 * <p>Differences from NEST: none known.
 *
 * <p>Reference: Rotter and Diesmann 1999, doi:10.1007/s004220050570.
 */
public final class IafPscAlphaMultisynapse implements NeuronModel {

  @Override
  public String name() {
    return "iaf_psc_alpha_multisynapse";
  }

  @Override
  public String summary() {
    return "leaky integrate-and-fire, alpha-shaped synaptic currents on any number of ports";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(V_M, E_L, C_M, TAU_M, TAU_SYN, T_REF, V_TH, V_RESET, V_MIN, I_E);
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    return ExactNeuron.byPort(p, ExactNeuron.Shape.ALPHA);
  }
}
