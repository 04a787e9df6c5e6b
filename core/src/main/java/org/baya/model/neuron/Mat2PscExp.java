package org.baya.model.neuron;

import static org.baya.model.neuron.AdaptiveThreshold.*;

import java.util.List;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;

/**
 * Leaky integrator without reset, whose threshold jumps at spikes and decays with two time
 * constants (MAT), with exponentially decaying synaptic currents.
 *
 * <pre>
 *   dV_m/dt     = -(V_m - E_L) / tau_m + (I_syn_ex + I_syn_in + I_e + I_stim) / C_m
 *   dI_syn_X/dt = -I_syn_X / tau_syn_X        a spike of weight w adds w: to ex if w >= 0, to in if w &lt; 0
 *   V_th        = omega + th_1 + th_2
 *   dth_j/dt    = -th_j / tau_j               each own spike adds alpha_j
 * </pre>
 *
 * <p>When V_m >= V_th and the last spike is t_ref (whole steps, rounded up) past, the neuron
 * spikes. V_m goes on as if nothing had happened. The equations are integrated exactly, also where
 * tau_syn equals tau_m.
 *
 * <p>Receptor: 0. Weight unit: pA, the peak of the current.
 *
 * <p>Differences from NEST: equal time constants of membrane and synapses are allowed.
 *
 * <p>Reference: Kobayashi, Tsubo and Shinomoto 2009, Front Comput Neurosci 3:9,
 * doi:10.3389/neuro.10.009.2009.
 */
public final class Mat2PscExp implements NeuronModel {

  @Override
  public String name() {
    return "mat2_psc_exp";
  }

  @Override
  public String summary() {
    return "no reset, adaptive threshold with two time constants, exponential synaptic currents";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        V_M,
        V_TH_ALPHA_1,
        V_TH_ALPHA_2,
        E_L,
        C_M,
        TAU_M,
        TAU_SYN_EX,
        TAU_SYN_IN,
        T_REF,
        I_E,
        TAU_1,
        TAU_2,
        ALPHA1,
        ALPHA2,
        RESTING_THRESHOLD);
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    return new AdaptiveThreshold(false);
  }
}
