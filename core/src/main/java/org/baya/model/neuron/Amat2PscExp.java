package org.baya.model.neuron;

import static org.baya.model.Parameter.scalar;
import static org.baya.model.neuron.AdaptiveThreshold.*;

import java.util.List;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;

/**
 * Leaky integrator without reset, whose threshold jumps at spikes, decays with two time constants
 * and follows the potential (augmented MAT), with exponentially decaying synaptic currents.
 *
 * <pre>
 *   dV_m/dt     = -(V_m - E_L) / tau_m + (I_syn_ex + I_syn_in + I_e + I_stim) / C_m
 *   dI_syn_X/dt = -I_syn_X / tau_syn_X        a spike of weight w adds w: to ex if w >= 0, to in if w &lt; 0
 *   V_th        = omega + th_1 + th_2 + V_th_v
 *   dth_j/dt    = -th_j / tau_j               each own spike adds alpha_j
 *   V_th_v(t)   = beta int_0^t s exp(-s / tau_v) V_m'(t - s) ds
 * </pre>
 *
 * <p>When V_m >= V_th and the last spike is t_ref (whole steps, rounded up) past, the neuron
 * spikes. V_m goes on as if nothing had happened. The equations are integrated exactly, also where
 * time constants coincide.
 *
 * <p>Receptor: 0. Weight unit: pA, the peak of the current.
 *
 * <p>Differences from NEST: equal time constants of membrane, synapses and V_th_v are allowed.
 *
 * <p>Reference: Yamauchi, Kim and Shinomoto 2011, Front Comput Neurosci 5:42,
 * doi:10.3389/fncom.2011.00042; Kobayashi, Tsubo and Shinomoto 2009, doi:10.3389/neuro.10.009.2009.
 */
public final class Amat2PscExp implements NeuronModel {

  @Override
  public String name() {
    return "amat2_psc_exp";
  }

  @Override
  public String summary() {
    return "no reset, adaptive threshold that follows the potential, exponential synaptic currents";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        V_M,
        V_TH_ALPHA_1,
        V_TH_ALPHA_2,
        V_TH_V,
        E_L,
        scalar(C_M.name(), "pF", 200, Range.POSITIVE, C_M.meaning()),
        scalar(TAU_M.name(), "ms", 10, Range.POSITIVE, TAU_M.meaning()),
        TAU_SYN_EX,
        TAU_SYN_IN,
        T_REF,
        I_E,
        TAU_1,
        TAU_2,
        scalar(ALPHA1.name(), "mV", 10, Range.FINITE, ALPHA1.meaning()),
        scalar(ALPHA2.name(), "mV", 0, Range.FINITE, ALPHA2.meaning()),
        scalar(RESTING_THRESHOLD.name(), "mV", -65, Range.FINITE, RESTING_THRESHOLD.meaning()),
        BETA,
        TAU_V);
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    return new AdaptiveThreshold(true);
  }
}
