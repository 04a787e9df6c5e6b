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
import org.baya.model.ode.Membrane;
import org.baya.model.ode.PowerOfTwo;
import org.baya.model.ode.StepControl;
import org.baya.model.ode.Workspace;
import org.baya.random.RandomStream;

/** The membrane of the aeif models (Brette and Gerstner 2005, doi:10.1152/jn.00686.2005). */
public record AdaptiveExponentialMembrane() implements Membrane {
  private static final Parameter V_M =
      initial("V_m", "mV", -70.6, Range.FINITE, "membrane potential at the start");
  private static final Parameter W_0 =
      initial("w", "pA", 0, Range.FINITE, "adaptation current at the start");
  private static final Parameter REST =
      scalar("E_L", "mV", -70.6, Range.FINITE, "resting potential");
  private static final Parameter C_M =
      scalar("C_m", "pF", 281, Range.POSITIVE, "membrane capacitance");
  private static final Parameter G =
      scalar("g_L", "nS", 30, Range.NON_NEGATIVE, "leak conductance");
  private static final Parameter T_REF =
      scalar("t_ref", "ms", 0, Range.NON_NEGATIVE, "refractory period");
  private static final Parameter V_TH =
      scalar("V_th", "mV", -50.4, Range.FINITE, "potential where spikes begin");
  private static final Parameter V_PEAK =
      scalar("V_peak", "mV", 0, Range.FINITE, "potential where spikes are counted");
  private static final Parameter V_RESET =
      scalar("V_reset", "mV", -60, Range.FINITE, "potential after a spike");
  private static final Parameter DELTA_T =
      scalar("Delta_T", "mV", 2, Range.NON_NEGATIVE, "slope factor; 0: fixed threshold V_th");
  private static final Parameter A =
      scalar("a", "nS", 4, Range.FINITE, "adaptation below threshold");
  private static final Parameter B =
      scalar("b", "pA", 80.5, Range.FINITE, "adaptation added by a spike");
  private static final Parameter TAU_W =
      scalar("tau_w", "ms", 144, Range.POSITIVE, "adaptation time constant");
  private static final Parameter I_E =
      scalar("I_e", "pA", 0, Range.FINITE, "constant input current");
  private static final Parameter ERROR =
      scalar("gsl_error_tol", "", 1e-6, Range.POSITIVE, "allowed error of a step of the solver");

  /** Parameters of the membrane, in the order of the manual page. */
  static final List<Parameter> PARAMETERS =
      List.of(
          V_M, W_0, REST, C_M, G, T_REF, V_TH, V_PEAK, V_RESET, DELTA_T, A, B, TAU_W, I_E, ERROR);

  /** Variable after V_m. */
  public static final int W = 1;

  public static final int VARIABLES = 2;

  /** Coefficients: I_e + g_L E_L, as the parameters, */
  public static final int DRIVE = AdaptiveNeuron.OWN;

  public static final int PEAK = DRIVE + 1;
  public static final int RESET = DRIVE + 2;

  /** g_L Delta_T, */
  public static final int UPSTROKE = DRIVE + 3;

  /** 1 / (Delta_T ln 2), -V_th / (Delta_T ln 2): the power of 2 is a line of V_m; */
  public static final int STEEPNESS = DRIVE + 4;

  public static final int OFFSET = DRIVE + 5;

  /** a / tau_w, -1 / tau_w, -a E_L / tau_w. */
  public static final int COUPLING = DRIVE + 6;

  public static final int W_FALL = DRIVE + 7;
  public static final int W_DRIVE = DRIVE + 8;
  private static final int W_JUMP = DRIVE + 9;

  /** Size of the first step of the solver [ms], NEST's. */
  private static final double FIRST_STEP_MS = 0.01;

  /** Adaptation [pA] at which NEST stops too: spikes without end. */
  private static final double LARGEST_W = 1e6;

  /**
   * In units of Delta_T above V_th; there a spike takes less than a thousandth of a millisecond.
   */
  private static final double HIGHEST_RESET = 10;

  /** Powers of e above this overflow when spikes rise. */
  private static final double LARGEST_POWER = Math.log(Double.MAX_VALUE / 1e20);

  /** The membrane for these parameters. */
  static AdaptiveExponentialMembrane of(Parameters p) {
    double slope = p.value(DELTA_T);
    double peak = p.value(V_PEAK);
    if (p.value(V_RESET) >= peak) {
      throw new InvalidInputException(
          "V_reset = " + p.value(V_RESET) + " mV must be below V_peak = " + peak + " mV");
    }
    if (peak < p.value(V_TH)) {
      throw new InvalidInputException(
          "V_peak = " + peak + " mV must not be below V_th = " + p.value(V_TH) + " mV");
    }
    if (slope > 0 && (peak - p.value(V_TH)) / slope >= LARGEST_POWER) {
      throw new InvalidInputException(
          "Delta_T = " + slope + " mV is so small that exp((V_peak - V_th) / Delta_T) overflows");
    }
    if (p.value(T_REF) == 0 && p.value(V_RESET) - p.value(V_TH) > HIGHEST_RESET * slope) {
      throw new InvalidInputException(
          "V_reset = "
              + p.value(V_RESET)
              + " mV lies more than "
              + HIGHEST_RESET
              + " Delta_T above V_th = "
              + p.value(V_TH)
              + " mV: without t_ref one spike would follow the other");
    }
    return new AdaptiveExponentialMembrane();
  }

  @Override
  public int variables() {
    return VARIABLES;
  }

  @Override
  public int coefficients() {
    return 10;
  }

  @Override
  public double firstStepMs() {
    return FIRST_STEP_MS;
  }

  @Override
  public boolean judgedByRates() {
    return true;
  }

  @Override
  public boolean resetsWithinSteps() {
    return true;
  }

  @Override
  public void prepare(Parameters p, TimeGrid grid, double[] out) {
    double slope = p.value(DELTA_T);
    double peak = slope > 0 ? p.value(V_PEAK) : p.value(V_TH);
    out[AdaptiveNeuron.TOLERANCE] = p.value(ERROR);
    out[AdaptiveNeuron.RATE_TOLERANCE] = p.value(ERROR);
    out[AdaptiveNeuron.LEVEL] = peak;
    out[AdaptiveNeuron.REFRACTORY_STEPS] = grid.stepsUp(p.value(T_REF));
    out[AdaptiveNeuron.LEAK] = p.value(G);
    out[DRIVE] = p.value(I_E) + p.value(G) * p.value(REST);
    out[AdaptiveNeuron.ELASTANCE] = 1 / p.value(C_M);
    out[PEAK] = peak;
    out[RESET] = p.value(V_RESET);
    out[UPSTROKE] = p.value(G) * slope;
    out[STEEPNESS] = slope > 0 ? 1 / (slope * StepControl.LN_2) : 0;
    out[OFFSET] = -p.value(V_TH) * out[STEEPNESS];
    out[W_FALL] = -1 / p.value(TAU_W);
    out[COUPLING] = p.value(A) / p.value(TAU_W);
    out[W_DRIVE] = -p.value(REST) * out[COUPLING];
    out[W_JUMP] = p.value(B);
  }

  @Override
  public void initialise(Parameters p, double[] out, int memories) {
    out[0] = p.value(V_M);
    out[W] = p.value(W_0);
  }

  @Override
  public double drive(double[] state, int m, double[] k, int c, double current) {
    return k[c + DRIVE * LANES] + current;
  }

  @Override
  public void derivatives(double[] y, int at, double[] k, int c, double[] w, int o, int out) {
    // While refractory V_m stays where the spike put it, at V_reset.
    double peak = k[c + PEAK * LANES];
    double v = y[at] > peak ? peak : y[at];
    double adaptation = y[at + W * LANES];
    double power = PowerOfTwo.of(Math.fma(v, k[c + STEEPNESS * LANES], k[c + OFFSET * LANES]));
    double drive = w[o + Workspace.PULL * LANES] - adaptation;
    double passive = Math.fma(w[o + Workspace.SLOPE * LANES], v, drive);
    double current = Math.fma(k[c + UPSTROKE * LANES], power, passive);
    w[out] = current * w[o + Workspace.ELASTANCE * LANES];
    double back = Math.fma(k[c + W_FALL * LANES], adaptation, k[c + W_DRIVE * LANES]);
    w[out + LANES] = Math.fma(k[c + COUPLING * LANES], v, back);
  }

  @Override
  public boolean settleWithin(double[] state, int s, int m, double[] k, int c) {
    if (state[m] > 0) {
      state[s] = k[c + RESET * LANES];
      return false;
    }
    boolean spike = state[s] >= k[c + PEAK * LANES];
    if (spike) {
      double steps = k[c + AdaptiveNeuron.REFRACTORY_STEPS * LANES];
      state[s] = k[c + RESET * LANES];
      state[s + W * LANES] += k[c + W_JUMP * LANES];
      if (Math.abs(state[s + W * LANES]) > LARGEST_W) {
        state[s] = Double.NaN;
      }
      // The rest of this step is refractory too; its end counts one down.
      state[m] = steps > 0 ? steps + 1 : 0;
    }
    return spike;
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
    }
    return false;
  }

  @Override
  public List<Recordable> recordables(int memories) {
    return List.of(
        Recordable.stored("V_m", "mV", "membrane potential", 0),
        Recordable.stored("w", "pA", "adaptation current", W));
  }
}
