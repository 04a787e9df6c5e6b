package org.baya.model.neuron;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.Parameter.initial;
import static org.baya.model.Parameter.scalar;

import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Recordable;
import org.baya.model.TimeGrid;

/**
 * The membrane of the leaky integrate-and-fire family: its parameters, its state and its step.
 * Potentials are stored relative to E_L.
 *
 * <pre>
 *   V &lt;- max(P33 V + P30 (I_e + I_stim) + effect of the synapses, V_min)     unless refractory
 *   V >= V_th:  V &lt;- V_reset, refractory for t_ref in whole steps, rounded up
 * </pre>
 */
public final class ExactMembrane {
  /** State: potential, steps left refractory. */
  public static final int V = 0;

  public static final int REFRACTORY = 1;
  public static final int STATES = 2;

  /** Coefficients. */
  public static final int P33 = 0;

  public static final int P30 = 1;
  public static final int CURRENT = 2;
  public static final int THRESHOLD = 3;
  public static final int RESET = 4;
  public static final int FLOOR = 5;
  public static final int STEPS = 6;
  public static final int REST = 7;
  public static final int COEFFICIENTS = 8;

  static final Parameter V_M =
      initial("V_m", "mV", -70, Range.FINITE, "membrane potential at the start");
  static final Parameter E_L = scalar("E_L", "mV", -70, Range.FINITE, "resting potential");
  static final Parameter C_M = scalar("C_m", "pF", 250, Range.POSITIVE, "membrane capacitance");
  static final Parameter TAU_M =
      scalar("tau_m", "ms", 10, Range.POSITIVE, "membrane time constant");
  static final Parameter T_REF = scalar("t_ref", "ms", 2, Range.NON_NEGATIVE, "refractory period");
  static final Parameter V_TH = scalar("V_th", "mV", -55, Range.FINITE, "spike threshold");
  static final Parameter V_RESET =
      scalar("V_reset", "mV", -70, Range.FINITE, "potential after a spike");
  static final Parameter V_MIN =
      scalar(
          "V_min",
          "mV",
          Double.NEGATIVE_INFINITY,
          new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, false),
          "lowest potential");
  static final Parameter I_E = scalar("I_e", "pA", 0, Range.FINITE, "constant input current");

  static final Recordable POTENTIAL =
      Recordable.shifted("V_m", "mV", "membrane potential", V, REST);

  private ExactMembrane() {}

  /** Refuses a reset to the threshold or above. */
  static void requireResetBelowThreshold(Parameters p) {
    if (p.value(V_RESET) >= p.value(V_TH)) {
      throw new InvalidInputException(
          "V_reset = " + p.value(V_RESET) + " mV must be below V_th = " + p.value(V_TH) + " mV");
    }
  }

  /**
   * Computes the coefficients.
   *
   * @param floor lowest potential [mV]
   */
  static void prepare(Parameters p, double floor, TimeGrid grid, double[] out) {
    double h = grid.resolutionMs();
    double rest = p.value(E_L);
    out[P33] = Math.exp(-h / p.value(TAU_M));
    out[P30] = Propagator.constant(p.value(TAU_M), p.value(C_M), h);
    out[CURRENT] = p.value(I_E);
    out[THRESHOLD] = p.value(V_TH) - rest;
    out[RESET] = p.value(V_RESET) - rest;
    out[FLOOR] = floor - rest;
    out[STEPS] = grid.stepsUp(p.value(T_REF));
    out[REST] = rest;
  }

  /** Sets the initial state. */
  static void initialise(Parameters p, double[] out) {
    out[V] = p.value(V_M) - p.value(E_L);
  }

  /**
   * The potential after a step, held while refractory; counts refractory steps down.
   *
   * @param effect what the synapses add in this step [mV]
   * @param current stimulation current [pA]
   */
  static double integrate(double[] y, int s, double[] k, int c, double effect, double current) {
    double v = y[s + V * LANES];
    double refractory = y[s + REFRACTORY * LANES];
    if (refractory > 0) {
      y[s + REFRACTORY * LANES] = refractory - 1;
      return v;
    }
    double drive = k[c + CURRENT * LANES] + current;
    v = Math.fma(v, k[c + P33 * LANES], Math.fma(drive, k[c + P30 * LANES], effect));
    return Math.max(v, k[c + FLOOR * LANES]);
  }

  /** Stores the potential, or resets it and begins the refractory period; returns {@code spike}. */
  static boolean settle(double[] y, int s, double[] k, int c, double v, boolean spike) {
    y[s + V * LANES] = spike ? k[c + RESET * LANES] : v;
    if (spike) {
      y[s + REFRACTORY * LANES] = k[c + STEPS * LANES];
    }
    return spike;
  }

  /** A step with a sharp threshold; arguments as in {@link #integrate}. */
  static boolean step(double[] y, int s, double[] k, int c, double effect, double current) {
    double v = integrate(y, s, k, c, effect, current);
    return settle(y, s, k, c, v, v >= k[c + THRESHOLD * LANES]);
  }
}
