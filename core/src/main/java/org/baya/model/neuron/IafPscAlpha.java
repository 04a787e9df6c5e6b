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
import static org.baya.model.neuron.ExactNeuron.TAU_SYN_EX;
import static org.baya.model.neuron.ExactNeuron.TAU_SYN_IN;

import java.util.List;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;

/**
 * Leaky integrate-and-fire neuron with alpha-shaped synaptic currents.
 *
 * <pre>
 *   dV_m/dt = -(V_m - E_L) / tau_m + (I_syn_ex + I_syn_in + I_e + I_stim) / C_m
 *   I_syn_X(t) = sum of w (e / tau_syn_X) t exp(-t / tau_syn_X) over past spikes: peak w at t = tau_syn_X
 * </pre>
 *
 * <p>Positive weights act on ex, negative ones on in. When V_m >= V_th the neuron spikes, V_m is
 * set to V_reset and stays there for t_ref (whole steps, rounded up). V_m never falls below V_min.
 * The equations are integrated exactly (propagators, also where tau_syn equals tau_m).
 *
 * <p>Receptor: 0. Weight unit: pA, the peak of the current.
 *
 * <p>Differences from NEST: none known.
 *
 * <p>Reference: Rotter and Diesmann 1999, doi:10.1007/s004220050570.
 */
public final class IafPscAlpha implements NeuronModel {

  @Override
  public String name() {
    return "iaf_psc_alpha";
  }

  @Override
  public String summary() {
    return "leaky integrate-and-fire, alpha-shaped synaptic currents";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(V_M, E_L, C_M, TAU_M, TAU_SYN_EX, TAU_SYN_IN, T_REF, V_TH, V_RESET, V_MIN, I_E);
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    return ExactNeuron.bySign(p, ExactNeuron.Shape.ALPHA);
  }
}
