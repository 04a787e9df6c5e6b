package org.baya.model.neuron;

import static org.baya.model.Parameter.flag;
import static org.baya.model.Parameter.initial;
import static org.baya.model.Parameter.scalar;
import static org.baya.model.Parameter.vector;

import java.util.ArrayList;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;

/**
 * Generalised leaky integrate-and-fire neuron of the Allen Institute (GLIF 1 to 5) with
 * alpha-shaped synaptic currents.
 *
 * <pre>
 *   C_m dV_m/dt = -g (V_m - E_L) + sum_j I_j + sum_p I_syn_p + I_stim
 *   dI_j/dt     = -asc_decay_j I_j                                     after-spike currents
 *   dth_s/dt    = -th_spike_decay th_s                                 spike-dependent threshold
 *   dth_v/dt    = th_voltage_index (V_m - E_L) - th_voltage_decay th_v voltage-dependent threshold
 *   I_syn_p(t)  = sum of w (e / tau_syn_p) t exp(-t / tau_syn_p) over past spikes on port p: peak w at t = tau_syn_p
 * </pre>
 *
 * <p>When V_m > V_th + th_s + th_v the neuron spikes and is refractory for t_ref (whole steps,
 * rounded up), during which V_m rests. Then
 *
 * <pre>
 *   I_j  = asc_amps_j + asc_r_j exp(-asc_decay_j t_ref) I_j
 *   V_m  = V_reset, or with the spike-dependent threshold E_L + voltage_reset_fraction (V_m - E_L) + voltage_reset_add, V_m before the step
 *   th_s = th_spike_add + exp(-th_spike_decay t_ref) th_s
 * </pre>
 *
 * <table>
 *   <caption>Variants</caption>
 *   <tr><th>variant</th><th>spike_dependent_threshold</th><th>after_spike_currents</th><th>adapting_threshold</th></tr>
 *   <tr><td>GLIF1</td><td>false</td><td>false</td><td>false</td></tr>
 *   <tr><td>GLIF2</td><td>true</td><td>false</td><td>false</td></tr>
 *   <tr><td>GLIF3</td><td>false</td><td>true</td><td>false</td></tr>
 *   <tr><td>GLIF4</td><td>true</td><td>true</td><td>false</td></tr>
 *   <tr><td>GLIF5</td><td>true</td><td>true</td><td>true</td></tr>
 * </table>
 *
 * <p>Linear parts are integrated exactly, also where th_voltage_decay or 1 / tau_syn equals g /
 * C_m; after-spike currents act with their mean over the step, and th_v follows V_m without the
 * synaptic currents of the step. Receptors: ports 1 to the length of tau_syn. Weight unit: pA, the
 * peak of the current.
 *
 * <p>Differences from NEST: none known.
 *
 * <p>Reference: Teeter et al. 2018, Nat Commun 9:709, doi:10.1038/s41467-017-02717-4; NEST's
 * glif_psc.
 */
public final class GlifPsc implements NeuronModel {
  static final Parameter V_M =
      initial("V_m", "mV", -78.85, Range.FINITE, "membrane potential at the start");
  static final Parameter V_TH =
      scalar("V_th", "mV", -51.68, Range.FINITE, "instantaneous threshold");
  static final Parameter G = scalar("g", "nS", 9.43, Range.POSITIVE, "membrane conductance");
  static final Parameter E_L = scalar("E_L", "mV", -78.85, Range.FINITE, "resting potential");
  static final Parameter C_M = scalar("C_m", "pF", 58.72, Range.POSITIVE, "membrane capacitance");
  static final Parameter T_REF = scalar("t_ref", "ms", 3.75, Range.POSITIVE, "refractory period");
  static final Parameter V_RESET =
      scalar("V_reset", "mV", -78.85, Range.FINITE, "potential after a spike (GLIF1, GLIF3)");
  static final Parameter TH_SPIKE_ADD =
      scalar("th_spike_add", "mV", 0.37, Range.FINITE, "threshold added by a spike");
  static final Parameter TH_SPIKE_DECAY =
      scalar(
          "th_spike_decay",
          "1/ms",
          0.009,
          Range.POSITIVE,
          "decay of the spike-dependent threshold");
  static final Parameter RESET_FRACTION =
      scalar(
          "voltage_reset_fraction",
          "",
          0.20,
          Range.between(0, 1),
          "share of the potential kept at a spike");
  static final Parameter RESET_ADD =
      scalar("voltage_reset_add", "mV", 18.51, Range.FINITE, "potential added at a spike");
  static final Parameter TH_VOLTAGE_INDEX =
      scalar(
          "th_voltage_index",
          "1/ms",
          0.005,
          Range.FINITE,
          "coupling of the threshold to the potential");
  static final Parameter TH_VOLTAGE_DECAY =
      scalar(
          "th_voltage_decay",
          "1/ms",
          0.09,
          Range.POSITIVE,
          "decay of the voltage-dependent threshold");
  static final Parameter ASC_INIT =
      vector(
          "asc_init", "pA", List.of(0.0, 0.0), Range.FINITE, "after-spike currents at the start");
  static final Parameter ASC_DECAY =
      vector(
          "asc_decay",
          "1/ms",
          List.of(0.003, 0.1),
          Range.POSITIVE,
          "decay of the after-spike currents");
  static final Parameter ASC_AMPS =
      vector(
          "asc_amps",
          "pA",
          List.of(-9.18, -198.94),
          Range.FINITE,
          "after-spike currents added by a spike");
  static final Parameter ASC_R =
      vector(
          "asc_r",
          "",
          List.of(1.0, 1.0),
          Range.between(0, 1),
          "share of the after-spike currents kept at a spike");
  static final Parameter TAU_SYN =
      vector(
          "tau_syn",
          "ms",
          List.of(2.0),
          Range.POSITIVE,
          "rise times of the synaptic currents, one per port");
  static final Parameter SPIKE_THRESHOLD =
      flag("spike_dependent_threshold", false, "threshold jumps at spikes");
  static final Parameter AFTER_SPIKE = flag("after_spike_currents", false, "spikes add currents");
  static final Parameter ADAPTING =
      flag("adapting_threshold", false, "threshold follows the potential");

  private static final List<Parameter> MEMBRANE =
      List.of(
          V_M,
          V_TH,
          G,
          E_L,
          C_M,
          T_REF,
          V_RESET,
          TH_SPIKE_ADD,
          TH_SPIKE_DECAY,
          RESET_FRACTION,
          RESET_ADD,
          TH_VOLTAGE_INDEX,
          TH_VOLTAGE_DECAY,
          ASC_INIT,
          ASC_DECAY,
          ASC_AMPS,
          ASC_R);

  @Override
  public String name() {
    return "glif_psc";
  }

  @Override
  public String summary() {
    return "generalised leaky integrate-and-fire (GLIF 1-5), alpha-shaped synaptic currents on any number of ports";
  }

  @Override
  public List<Parameter> parameters() {
    return parameters(List.of(TAU_SYN));
  }

  /** What all forms of the model have, around the parameters of their synapses. */
  static List<Parameter> parameters(List<Parameter> synaptic) {
    List<Parameter> all = new ArrayList<>(MEMBRANE);
    all.addAll(synaptic);
    all.addAll(List.of(SPIKE_THRESHOLD, AFTER_SPIKE, ADAPTING));
    return all;
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    if (p.vector(TAU_SYN).length == 0) {
      throw new InvalidInputException("tau_syn is empty; it needs one element per port");
    }
    return dynamics(p, p.vector(TAU_SYN).length, 1);
  }

  /** The dynamics with so many ports and synaptic currents per port. */
  static GlifPscDynamics dynamics(Parameters p, int ports, int perPort) {
    boolean spike = p.flag(SPIKE_THRESHOLD);
    boolean after = p.flag(AFTER_SPIKE);
    boolean adapting = p.flag(ADAPTING);
    if (adapting && !(spike && after)) {
      throw new InvalidInputException(
          "adapting_threshold needs spike_dependent_threshold and after_spike_currents (GLIF5); the valid sets are GLIF1 to GLIF5");
    }
    if (p.value(V_RESET) >= p.value(V_TH)) {
      throw new InvalidInputException(
          "V_reset = " + p.value(V_RESET) + " mV must be below V_th = " + p.value(V_TH) + " mV");
    }
    int currents = p.vector(ASC_DECAY).length;
    for (Parameter other : List.of(ASC_INIT, ASC_AMPS, ASC_R)) {
      if (p.vector(other).length != currents) {
        throw new InvalidInputException(
            other.name()
                + " has "
                + p.vector(other).length
                + " elements; asc_decay has "
                + currents
                + ": all asc lists need one length");
      }
    }
    return new GlifPscDynamics(ports, perPort, after ? currents : 0, spike, adapting);
  }
}
