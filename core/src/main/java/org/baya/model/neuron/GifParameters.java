package org.baya.model.neuron;

import static org.baya.model.Parameter.initial;
import static org.baya.model.Parameter.scalar;
import static org.baya.model.Parameter.vector;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.Range;

/** What all generalised integrate-and-fire neurons with escape noise can be told. */
final class GifParameters {
  static final Parameter V_M =
      initial("V_m", "mV", -70, Range.FINITE, "membrane potential at the start");
  static final Parameter G_L = scalar("g_L", "nS", 4, Range.POSITIVE, "leak conductance");
  static final Parameter E_L = scalar("E_L", "mV", -70, Range.FINITE, "resting potential");
  static final Parameter C_M = scalar("C_m", "pF", 80, Range.POSITIVE, "membrane capacitance");
  static final Parameter V_RESET =
      scalar("V_reset", "mV", -55, Range.FINITE, "potential while refractory");
  static final Parameter DELTA_V =
      scalar("Delta_V", "mV", 0.5, Range.POSITIVE, "width of the threshold region");
  static final Parameter V_T_STAR =
      scalar("V_T_star", "mV", -35, Range.FINITE, "threshold without spikes before");
  static final Parameter LAMBDA_0 =
      scalar("lambda_0", "1/s", 1, Range.NON_NEGATIVE, "rate of spikes at the threshold");
  static final Parameter T_REF = scalar("t_ref", "ms", 4, Range.NON_NEGATIVE, "refractory period");
  static final Parameter I_E = scalar("I_e", "pA", 0, Range.FINITE, "constant input current");
  static final Parameter TAU_SFA =
      vector("tau_sfa", "ms", List.of(), Range.POSITIVE, "decays of the threshold's movements");
  static final Parameter Q_SFA =
      vector("q_sfa", "mV", List.of(), Range.FINITE, "what a spike adds to the threshold");
  static final Parameter TAU_STC =
      vector("tau_stc", "ms", List.of(), Range.POSITIVE, "decays of the spike-triggered currents");
  static final Parameter Q_STC =
      vector("q_stc", "pA", List.of(), Range.FINITE, "what a spike adds to these currents");

  private GifParameters() {}
}
