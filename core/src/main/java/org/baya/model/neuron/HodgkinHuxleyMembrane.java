package org.baya.model.neuron;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.Parameter.initial;
import static org.baya.model.Parameter.scalar;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Recordable;
import org.baya.model.TimeGrid;
import org.baya.model.ode.AdaptiveNeuron;
import org.baya.model.ode.Exp;
import org.baya.model.ode.Membrane;
import org.baya.model.ode.Workspace;
import org.baya.random.RandomStream;

/**
 * Membranes with sodium, potassium and leak currents and three kinds of gates,
 *
 * <pre>
 *   C_m dV_m/dt = -g_Na m^3 h (V_m - E_Na) - g_K n^4 (V_m - E_K) - g_L (V_m - E_L) + I_syn + I_e + I_stim
 *   dx/dt       = alpha_x (1 - x) - beta_x x     for x = m, h, n
 * </pre>
 *
 * @param gating rates of the gates
 */
public record HodgkinHuxleyMembrane(Gating gating) implements Membrane {
  /** Variables after V_m. */
  public static final int M = 1;

  public static final int H = 2;
  public static final int N = 3;

  /** Coefficients: powers of the gates at V_m = 0, then as the parameters. */
  public static final int VARIABLES = 4;

  public static final int POWERS = AdaptiveNeuron.OWN;

  public static final int G_NA = POWERS + Gating.POWERS;
  public static final int E_NA = G_NA + 1;
  public static final int G_K = G_NA + 2;
  public static final int E_K = G_NA + 3;

  /** I_e + g_L E_L. */
  public static final int DRIVE = G_NA + 4;

  /** Allowed error of a step of the solver [mV, nS, pA, shares]. */
  private static final double TOLERANCE = 1e-3;

  private static final String SHIFT = "V_T";

  /** Above V_T, where spikes are counted [mV]. */
  private static final double SPIKE_ABOVE_SHIFT = 30;

  /** Parameters: defaults [mV, nS, pF], the gates at their steady state for V_m = {@code start}. */
  static List<Parameter> parameters(
      Gating gating,
      double start,
      double capacitance,
      double sodium,
      double potassium,
      double leak,
      List<Double> reversals,
      double gateStart) {
    double shift = 0;
    return List.of(
        initial("V_m", "mV", start, Range.FINITE, "membrane potential at the start"),
        gate("Act_m", "activation of sodium", gating.steady(1, gateStart, shift)),
        gate("Inact_h", "inactivation of sodium", gating.steady(2, gateStart, shift)),
        gate("Act_n", "activation of potassium", gating.steady(0, gateStart, shift)),
        value("C_m", "pF", capacitance, Range.POSITIVE, "membrane capacitance"),
        value("g_Na", "nS", sodium, Range.NON_NEGATIVE, "largest sodium conductance"),
        value("g_K", "nS", potassium, Range.NON_NEGATIVE, "largest potassium conductance"),
        value("g_L", "nS", leak, Range.NON_NEGATIVE, "leak conductance"),
        value("E_Na", "mV", reversals.get(0), Range.FINITE, "sodium reversal potential"),
        value("E_K", "mV", reversals.get(1), Range.FINITE, "potassium reversal potential"),
        value("E_L", "mV", reversals.get(2), Range.FINITE, "leak reversal potential"),
        value("t_ref", "ms", 2, Range.NON_NEGATIVE, "time after a spike without another"),
        value("I_e", "pA", 0, Range.FINITE, "constant input current"));
  }

  /** The potential from which the gates of {@link Gating#TRAUB} count. */
  static Parameter shift(double standard) {
    return value(SHIFT, "mV", standard, Range.FINITE, "offset of the gates' potentials");
  }

  private static Parameter gate(String name, String meaning, double standard) {
    return initial(name, "", standard, Range.between(0, 1), meaning + " at the start");
  }

  private static Parameter value(
      String name, String unit, double standard, Range range, String meaning) {
    return scalar(name, unit, standard, range, meaning);
  }

  private static double of(Parameters p, String name) {
    return p.value(value(name, "", 0, Range.FINITE, ""));
  }

  @Override
  public int variables() {
    return VARIABLES;
  }

  @Override
  public int coefficients() {
    return DRIVE + 1 - AdaptiveNeuron.OWN;
  }

  @Override
  public void prepare(Parameters p, TimeGrid grid, double[] out) {
    double shift = gating == Gating.TRAUB ? of(p, SHIFT) : 0;
    out[AdaptiveNeuron.TOLERANCE] = TOLERANCE;
    out[AdaptiveNeuron.LEVEL] = gating == Gating.TRAUB ? shift + SPIKE_ABOVE_SHIFT : 0;
    out[AdaptiveNeuron.REFRACTORY_STEPS] = grid.stepsUp(of(p, "t_ref"));
    for (int j = 0; j < Gating.POWERS; j++) {
      out[POWERS + j] = gating.atZero(j, shift);
    }
    out[G_NA] = of(p, "g_Na");
    out[E_NA] = of(p, "E_Na");
    out[G_K] = of(p, "g_K");
    out[E_K] = of(p, "E_K");
    out[DRIVE] = of(p, "I_e") + of(p, "g_L") * of(p, "E_L");
    out[AdaptiveNeuron.LEAK] = of(p, "g_L");
    out[AdaptiveNeuron.ELASTANCE] = 1 / of(p, "C_m");
  }

  @Override
  public void initialise(Parameters p, double[] out, int memories) {
    out[0] = of(p, "V_m");
    out[M] = of(p, "Act_m");
    out[H] = of(p, "Inact_h");
    out[N] = of(p, "Act_n");
  }

  @Override
  public double drive(double[] state, int m, double[] k, int c, double current) {
    return k[c + DRIVE * LANES] + current;
  }

  @Override
  public void derivatives(double[] y, int at, double[] k, int c, double[] w, int o, int out) {
    double v = y[at];
    double m = y[at + M * LANES];
    double h = y[at + H * LANES];
    double n = y[at + N * LANES];
    int rates = o + Workspace.EXP * LANES;
    for (int j = 0; j < Gating.POWERS; j++) {
      double power = Math.fma(gating.slope(j), v, k[c + (POWERS + j) * LANES]);
      w[rates + j * LANES] = gating.rate(j, power, Exp.of(power));
    }
    double n2 = n * n;
    double sodium = k[c + G_NA * LANES] * (m * m * (m * h)) * (v - k[c + E_NA * LANES]);
    double potassium = k[c + G_K * LANES] * (n2 * n2) * (v - k[c + E_K * LANES]);
    double passive = w[o + Workspace.SLOPE * LANES] * v + w[o + Workspace.PULL * LANES];
    w[out] = (passive - (sodium + potassium)) * k[c + AdaptiveNeuron.ELASTANCE * LANES];
    w[out + M * LANES] = relax(m, w[rates + 2 * LANES], w[rates + 3 * LANES]);
    w[out + H * LANES] = relax(h, w[rates + 4 * LANES], w[rates + 5 * LANES]);
    w[out + N * LANES] = relax(n, w[rates], w[rates + LANES]);
  }

  private static double relax(double x, double opening, double closing) {
    return opening * (1 - x) - closing * x;
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
      return false;
    }
    boolean spike = state[s] >= k[c + AdaptiveNeuron.LEVEL * LANES] && before > state[s];
    if (spike) {
      state[m] = k[c + AdaptiveNeuron.REFRACTORY_STEPS * LANES];
    }
    return spike;
  }

  @Override
  public List<Recordable> recordables(int memories) {
    return List.of(
        Recordable.stored("V_m", "mV", "membrane potential", 0),
        Recordable.stored("Act_m", "1", "activation of sodium", M),
        Recordable.stored("Inact_h", "1", "inactivation of sodium", H),
        Recordable.stored("Act_n", "1", "activation of potassium", N));
  }
}
