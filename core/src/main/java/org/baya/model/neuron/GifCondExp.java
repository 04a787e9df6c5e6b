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
 * Generalised integrate-and-fire neuron with escape noise and exponentially decaying synaptic
 * conductances.
 *
 * <pre>
 *   C_m dV_m/dt = -g_L (V_m - E_L) - g_ex (V_m - E_ex) - g_in (V_m - E_in) - sum_j stc_j + I_e + I_stim
 *   dg_X/dt     = -g_X / tau_syn_X                       a spike of weight w adds |w|: to ex if w > 0, to in if w &lt; 0
 *   dstc_j/dt   = -stc_j / tau_stc_j                     the neuron's own spike adds q_stc_j
 *   dsfa_j/dt   = -sfa_j / tau_sfa_j                     the neuron's own spike adds q_sfa_j
 *   rate(t)     = lambda_0 exp((V_m - V_T_star - sum_j sfa_j) / Delta_V)
 * </pre>
 *
 * <p>In every step of length h the neuron spikes with probability 1 - exp(-rate h). It is then
 * refractory for t_ref (whole steps, rounded up), during which V_m is V_reset; the rest goes on.
 * V_m and the conductances are integrated by a Runge-Kutta-Fehlberg method 4(5) whose steps adapt
 * to an error of gsl_error_tol; stc and sfa act with their value at the beginning of a step.
 *
 * <p>Receptor: 0. Weight unit: nS, the peak of the conductance; the sign chooses the synapse.
 *
 * <p>Differences from NEST: none but the random numbers.
 *
 * <p>Reference: Mensi et al. 2012, J Neurophysiol 107:1756, doi:10.1152/jn.00408.2011; Pozzorini et
 * al. 2015, PLoS Comput Biol 11:e1004275, doi:10.1371/journal.pcbi.1004275.
 */
public final class GifCondExp implements NeuronModel {
  private static final List<Parameter> PARAMETERS =
      Stream.of(
              GifMembrane.PARAMETERS, PairedSynapses.reversals(0, -85), PairedSynapses.times(2, 2))
          .flatMap(List::stream)
          .toList();

  @Override
  public String name() {
    return "gif_cond_exp";
  }

  @Override
  public String summary() {
    return "generalised integrate-and-fire with escape noise, exponential synaptic conductances";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    return new AdaptiveNeuron(GifMembrane.of(p), new PairedSynapses(Shape.EXP, Effect.CONDUCTANCE));
  }
}
