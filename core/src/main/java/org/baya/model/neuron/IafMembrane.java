package org.baya.model.neuron;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.Parameter.initial;
import static org.baya.model.Parameter.scalar;

import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Recordable;
import org.baya.model.TimeGrid;
import org.baya.model.ode.AdaptiveNeuron;
import org.baya.random.RandomStream;

/** The membrane of the iaf_cond models: a leak, a fixed threshold, a fixed reset. */
record IafMembrane() implements LeakyMembrane {
  private static final Parameter V_M =
      initial("V_m", "mV", -70, Range.FINITE, "membrane potential at the start");
  private static final Parameter REST = scalar("E_L", "mV", -70, Range.FINITE, "resting potential");
  private static final Parameter C_M =
      scalar("C_m", "pF", 250, Range.POSITIVE, "membrane capacitance");
  private static final Parameter G =
      scalar("g_L", "nS", 16.6667, Range.NON_NEGATIVE, "leak conductance");
  private static final Parameter T_REF =
      scalar("t_ref", "ms", 2, Range.NON_NEGATIVE, "refractory period");
  private static final Parameter V_TH = scalar("V_th", "mV", -55, Range.FINITE, "spike threshold");
  private static final Parameter V_RESET =
      scalar("V_reset", "mV", -60, Range.FINITE, "potential after a spike");
  private static final Parameter GIVEN =
      scalar("I_e", "pA", 0, Range.FINITE, "constant input current");

  /** Parameters of the membrane, in the order of the manual page. */
  static final List<Parameter> PARAMETERS = List.of(V_M, REST, C_M, G, T_REF, V_TH, V_RESET, GIVEN);

  /** Allowed error of a step of the solver [mV, nS]. */
  private static final double TOLERANCE = 1e-3;

  private static final int RESET = E_L + LEAK_COEFFICIENTS;

  /** The membrane for these parameters. */
  static IafMembrane of(Parameters p) {
    if (p.value(V_RESET) >= p.value(V_TH)) {
      throw new InvalidInputException(
          "V_reset = " + p.value(V_RESET) + " mV must be below V_th = " + p.value(V_TH) + " mV");
    }
    return new IafMembrane();
  }

  @Override
  public int coefficients() {
    return LEAK_COEFFICIENTS + 1;
  }

  @Override
  public void prepare(Parameters p, TimeGrid grid, double[] out) {
    out[AdaptiveNeuron.TOLERANCE] = TOLERANCE;
    out[AdaptiveNeuron.LEVEL] = p.value(V_TH);
    out[AdaptiveNeuron.REFRACTORY_STEPS] = grid.stepsUp(p.value(T_REF));
    out[AdaptiveNeuron.LEAK] = p.value(G);
    out[E_L] = p.value(REST);
    out[DRIVE] = p.value(GIVEN) + p.value(G) * p.value(REST);
    out[AdaptiveNeuron.ELASTANCE] = 1 / p.value(C_M);
    out[CEILING] = p.value(V_TH);
    out[RESET] = p.value(V_RESET);
  }

  @Override
  public void initialise(Parameters p, double[] out, int memories) {
    out[0] = p.value(V_M);
  }

  @Override
  public boolean settle(
      double[] state,
      int s,
      int m,
      double[] k,
      int c,
      double before,
      double current,
      RandomStream random) {
    if (state[m] > 0) {
      state[m]--;
      state[s] = k[c + RESET * LANES];
      return false;
    }
    boolean spike = state[s] >= k[c + AdaptiveNeuron.LEVEL * LANES];
    if (spike) {
      state[m] = k[c + AdaptiveNeuron.REFRACTORY_STEPS * LANES];
      state[s] = k[c + RESET * LANES];
    }
    return spike;
  }

  @Override
  public List<Recordable> recordables(int memories) {
    return List.of(Recordable.stored("V_m", "mV", "membrane potential", 0));
  }
}
