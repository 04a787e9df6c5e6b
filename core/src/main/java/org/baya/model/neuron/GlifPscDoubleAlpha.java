package org.baya.model.neuron;

import static org.baya.model.Parameter.vector;

import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;

/**
 * Generalised leaky integrate-and-fire neuron of the Allen Institute (GLIF 1 to 5) whose synaptic
 * currents are sums of a fast and a slow alpha function.
 *
 * <pre>
 *   I_syn_p(t) = sum of w (a(t, tau_syn_fast_p) + amp_slow_p a(t, tau_syn_slow_p)) over past spikes on port p
 *   a(t, tau)  = (e / tau) t exp(-t / tau)
 * </pre>
 *
 * <p>Membrane, after-spike currents, thresholds, reset and the variants GLIF1 to GLIF5 are those of
 * {@link GlifPsc}. Linear parts are integrated exactly, also where a synaptic time constant equals
 * C_m / g.
 *
 * <p>Receptors: ports 1 to the length of tau_syn_fast. Weight unit: pA, the peak of the fast part.
 *
 * <p>Differences from NEST: none known.
 *
 * <p>Reference: Teeter et al. 2018, Nat Commun 9:709, doi:10.1038/s41467-017-02717-4; NEST's
 * glif_psc_double_alpha.
 */
public final class GlifPscDoubleAlpha implements NeuronModel {
  static final Parameter TAU_SYN_FAST =
      vector(
          "tau_syn_fast",
          "ms",
          List.of(2.0),
          Range.POSITIVE,
          "rise times of the fast parts of the synaptic currents, one per port");
  static final Parameter TAU_SYN_SLOW =
      vector(
          "tau_syn_slow",
          "ms",
          List.of(6.0),
          Range.POSITIVE,
          "rise times of the slow parts of the synaptic currents, one per port");
  static final Parameter AMP_SLOW =
      vector(
          "amp_slow",
          "",
          List.of(0.3),
          Range.POSITIVE,
          "peaks of the slow parts relative to the fast ones, one per port");

  @Override
  public String name() {
    return "glif_psc_double_alpha";
  }

  @Override
  public String summary() {
    return "generalised leaky integrate-and-fire (GLIF 1-5), synaptic currents with a fast and a slow part";
  }

  @Override
  public List<Parameter> parameters() {
    return GlifPsc.parameters(List.of(TAU_SYN_FAST, TAU_SYN_SLOW, AMP_SLOW));
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    int ports = p.vector(TAU_SYN_FAST).length;
    if (ports == 0) {
      throw new InvalidInputException("tau_syn_fast is empty; it needs one element per port");
    }
    for (Parameter other : List.of(TAU_SYN_SLOW, AMP_SLOW)) {
      if (p.vector(other).length != ports) {
        throw new InvalidInputException(
            other.name()
                + " has "
                + p.vector(other).length
                + " elements; tau_syn_fast has "
                + ports
                + ": all need one length");
      }
    }
    return GlifPsc.dynamics(p, ports, 2);
  }
}
