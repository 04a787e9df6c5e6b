package org.baya.model.neuron;

import static org.baya.model.Parameter.scalar;
import static org.baya.model.neuron.ExactMembrane.C_M;
import static org.baya.model.neuron.ExactMembrane.E_L;
import static org.baya.model.neuron.ExactMembrane.I_E;
import static org.baya.model.neuron.ExactMembrane.TAU_M;
import static org.baya.model.neuron.ExactMembrane.T_REF;
import static org.baya.model.neuron.ExactMembrane.V_M;
import static org.baya.model.neuron.ExactMembrane.V_RESET;
import static org.baya.model.neuron.ExactMembrane.V_TH;
import static org.baya.model.neuron.ExactNeuron.TAU_SYN_EX;
import static org.baya.model.neuron.ExactNeuron.TAU_SYN_IN;

import java.util.List;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;

/**
 * Leaky integrate-and-fire neuron with exponentially decaying synaptic currents, with a sharp
 * threshold or with escape noise.
 *
 * <pre>
 *   dV_m/dt      = -(V_m - E_L) / tau_m + (I_syn_ex + I_syn_in + I_e + I_stim) / C_m
 *   dI_syn_X/dt  = -I_syn_X / tau_syn_X        a spike of weight w adds w: to ex if w >= 0, to in if w &lt; 0
 * </pre>
 *
 * <p>With delta = 0 the neuron spikes when V_m >= V_th. With delta > 0 it spikes in every step, in
 * refractory ones too, with the probability
 *
 * <pre>
 *   h rho exp((V_m - V_th) / delta)
 * </pre>
 *
 * <p>V_m is then set to V_reset and stays there for t_ref (whole steps, rounded up), while the
 * currents go on decaying. The equations are integrated exactly (propagators, also where tau_syn
 * equals tau_m).
 *
 * <p>Receptor: 0. Weight unit: pA, the peak of the current. Stimulation currents may go to receptor
 * 0, where they drive the membrane, or to receptor 1, where they are low-pass filtered by the
 * excitatory synapse: dI_syn_ex/dt = (I - I_syn_ex) / tau_syn_ex.
 *
 * <p>Differences from NEST: with escape noise, other random numbers, addressed by neuron and step.
 *
 * <p>Reference: Tsodyks, Uziel and Markram 2000, J Neurosci 20:RC50; Rotter and Diesmann 1999,
 * doi:10.1007/s004220050570; Schuecker, Diesmann and Helias 2015, doi:10.1103/PhysRevE.92.052119.
 */
public final class IafPscExp implements NeuronModel {
  static final Parameter RHO =
      scalar("rho", "1/s", 0.01, Range.NON_NEGATIVE, "rate of spikes at the threshold");
  static final Parameter DELTA =
      scalar("delta", "mV", 0, Range.NON_NEGATIVE, "width of the threshold region; 0: sharp");

  /** Narrower threshold regions are sharp, as in NEST [mV]. */
  private static final double SHARP_BELOW = 1e-10;

  @Override
  public String name() {
    return "iaf_psc_exp";
  }

  @Override
  public String summary() {
    return "leaky integrate-and-fire, exponential synaptic currents";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        V_M, E_L, C_M, TAU_M, TAU_SYN_EX, TAU_SYN_IN, T_REF, V_TH, V_RESET, I_E, RHO, DELTA);
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    ExactNeuron sharp = ExactNeuron.bySign(p, ExactNeuron.Shape.EXPONENTIAL);
    return p.value(DELTA) < SHARP_BELOW ? sharp : new EscapeNoise(sharp);
  }
}
