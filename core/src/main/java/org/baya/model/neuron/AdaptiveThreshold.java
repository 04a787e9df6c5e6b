package org.baya.model.neuron;

import static org.baya.model.Parameter.initial;
import static org.baya.model.Parameter.scalar;

import java.util.ArrayList;
import java.util.List;
import org.baya.model.Dynamics;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Recordable;
import org.baya.model.Routing;
import org.baya.model.TimeGrid;

/**
 * The dynamics of {@link Mat2PscExp} and {@link Amat2PscExp}: a leaky membrane that is never reset,
 * two exponentially decaying synaptic currents, a threshold that jumps at spikes and may follow the
 * potential. Potentials are stored relative to E_L.
 *
 * @param followsPotential whether the threshold has the part V_th_v
 */
public record AdaptiveThreshold(boolean followsPotential) implements Dynamics {
  /** State; the last two only where the threshold follows the potential. */
  public static final int V = 0;

  public static final int REFRACTORY = 1;
  public static final int I_EX = 2;
  public static final int I_IN = 3;
  public static final int TH_1 = 4;
  public static final int TH_2 = 5;
  public static final int TH_V = 6;
  public static final int TH_DV = 7;

  /** Coefficients: effects of current, ex, in and V on V; decays; what spikes add. */
  public static final int V_I = 0;

  public static final int V_EX = 1;
  public static final int V_IN = 2;
  public static final int V_V = 3;
  public static final int DECAY_EX = 4;
  public static final int DECAY_IN = 5;
  public static final int DECAY_1 = 6;
  public static final int DECAY_2 = 7;
  public static final int CURRENT = 8;
  public static final int OMEGA = 9;
  public static final int STEPS = 10;
  public static final int ALPHA_1 = 11;
  public static final int ALPHA_2 = 12;
  public static final int REST = 13;

  /** Effects of current, ex, in, V and itself on TH_DV, and of all these on TH_V. */
  public static final int DV_I = 14;

  public static final int DV_EX = 15;
  public static final int DV_IN = 16;
  public static final int DV_V = 17;
  public static final int DECAY_V = 18;
  public static final int TH_I = 19;
  public static final int TH_EX = 20;
  public static final int TH_IN = 21;
  public static final int TH_OF_V = 22;
  public static final int TH_OF_DV = 23;
  private static final int COEFFICIENTS = 24;

  static final Parameter V_M =
      initial("V_m", "mV", -70, Range.FINITE, "membrane potential at the start");
  static final Parameter V_TH_ALPHA_1 =
      initial("V_th_alpha_1", "mV", 0, Range.FINITE, "fast part of the threshold at the start");
  static final Parameter V_TH_ALPHA_2 =
      initial("V_th_alpha_2", "mV", 0, Range.FINITE, "slow part of the threshold at the start");
  static final Parameter V_TH_V =
      initial("V_th_v", "mV", 0, Range.FINITE, "part that follows the potential at the start");
  static final Parameter E_L = scalar("E_L", "mV", -70, Range.FINITE, "resting potential");
  static final Parameter C_M = scalar("C_m", "pF", 100, Range.POSITIVE, "membrane capacitance");
  static final Parameter TAU_M = scalar("tau_m", "ms", 5, Range.POSITIVE, "membrane time constant");
  static final Parameter TAU_SYN_EX =
      scalar("tau_syn_ex", "ms", 1, Range.POSITIVE, "decay of excitatory currents");
  static final Parameter TAU_SYN_IN =
      scalar("tau_syn_in", "ms", 3, Range.POSITIVE, "decay of inhibitory currents");
  static final Parameter T_REF =
      scalar("t_ref", "ms", 2, Range.POSITIVE, "time without spikes after a spike");
  static final Parameter I_E = scalar("I_e", "pA", 0, Range.FINITE, "constant input current");
  static final Parameter TAU_1 =
      scalar("tau_1", "ms", 10, Range.POSITIVE, "decay of the fast part of the threshold");
  static final Parameter TAU_2 =
      scalar("tau_2", "ms", 200, Range.POSITIVE, "decay of the slow part of the threshold");
  static final Parameter ALPHA1 =
      scalar("alpha_1", "mV", 37, Range.FINITE, "what a spike adds to the fast part");
  static final Parameter ALPHA2 =
      scalar("alpha_2", "mV", 2, Range.FINITE, "what a spike adds to the slow part");
  static final Parameter RESTING_THRESHOLD =
      scalar("omega", "mV", -51, Range.FINITE, "resting threshold");
  static final Parameter BETA =
      scalar("beta", "1/ms", 0, Range.FINITE, "how much the threshold follows the potential");
  static final Parameter TAU_V =
      scalar("tau_v", "ms", 5, Range.POSITIVE, "time constant of that part");

  @Override
  public int states() {
    return followsPotential ? TH_DV + 1 : TH_V;
  }

  @Override
  public int coefficients() {
    return followsPotential ? COEFFICIENTS : DV_I;
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public Routing routing() {
    return Routing.BY_SIGN;
  }

  @Override
  public void prepare(Parameters p, TimeGrid grid, double[] out) {
    double h = grid.resolutionMs();
    double tauM = p.value(TAU_M);
    double capacitance = p.value(C_M);
    out[V_I] = Propagator.constant(tauM, capacitance, h);
    out[V_EX] = Propagator.exponential(p.value(TAU_SYN_EX), tauM, capacitance, h);
    out[V_IN] = Propagator.exponential(p.value(TAU_SYN_IN), tauM, capacitance, h);
    out[V_V] = Math.exp(-h / tauM);
    out[DECAY_EX] = Math.exp(-h / p.value(TAU_SYN_EX));
    out[DECAY_IN] = Math.exp(-h / p.value(TAU_SYN_IN));
    out[DECAY_1] = Math.exp(-h / p.value(TAU_1));
    out[DECAY_2] = Math.exp(-h / p.value(TAU_2));
    out[CURRENT] = p.value(I_E);
    out[OMEGA] = p.value(RESTING_THRESHOLD) - p.value(E_L);
    out[STEPS] = grid.stepsUp(p.value(T_REF));
    out[ALPHA_1] = p.value(ALPHA1);
    out[ALPHA_2] = p.value(ALPHA2);
    out[REST] = p.value(E_L);
    if (followsPotential) {
      prepareVoltagePart(p, h, out);
    }
  }

  /**
   * The last two rows of the propagator of (current, ex, in, V, TH_DV, TH_V): TH_DV decays with
   * tau_v and is driven by beta dV/dt, TH_V decays with tau_v and is driven by TH_DV.
   */
  private static void prepareVoltagePart(Parameters p, double h, double[] out) {
    double beta = p.value(BETA);
    double decayV = -1 / p.value(TAU_V);
    double perCurrent = 1 / p.value(C_M);
    double leak = -1 / p.value(TAU_M);
    double[][] step =
        MatrixExponential.of(
            new double[][] {
              {0, 0, 0, 0, 0, 0},
              {0, -1 / p.value(TAU_SYN_EX), 0, 0, 0, 0},
              {0, 0, -1 / p.value(TAU_SYN_IN), 0, 0, 0},
              {perCurrent, perCurrent, perCurrent, leak, 0, 0},
              {beta * perCurrent, beta * perCurrent, beta * perCurrent, beta * leak, decayV, 0},
              {0, 0, 0, 0, 1, decayV},
            },
            h);
    System.arraycopy(step[4], 0, out, DV_I, 5);
    System.arraycopy(step[5], 0, out, TH_I, 5);
  }

  @Override
  public void initialise(Parameters p, double[] out) {
    out[V] = p.value(V_M) - p.value(E_L);
    out[TH_1] = p.value(V_TH_ALPHA_1);
    out[TH_2] = p.value(V_TH_ALPHA_2);
    if (followsPotential) {
      out[TH_V] = p.value(V_TH_V);
    }
  }

  @Override
  public boolean step(double[] y, int s, double[] k, int c, double[] input, int x, double current) {
    double ex = y[s + I_EX * LANES];
    double in = y[s + I_IN * LANES];
    double drive = k[c + CURRENT * LANES] + current;
    double before = y[s + V * LANES];
    double v = combine(k, c + V_I * LANES, drive, ex, in, before);
    double fast = y[s + TH_1 * LANES] * k[c + DECAY_1 * LANES];
    double slow = y[s + TH_2 * LANES] * k[c + DECAY_2 * LANES];
    double threshold = k[c + OMEGA * LANES] + slow + fast;
    if (followsPotential) {
      threshold += voltagePart(y, s, k, c, drive, before);
    }
    y[s + V * LANES] = v;
    y[s + I_EX * LANES] = Math.fma(ex, k[c + DECAY_EX * LANES], input[x]);
    y[s + I_IN * LANES] = Math.fma(in, k[c + DECAY_IN * LANES], input[x + LANES]);
    double refractory = y[s + REFRACTORY * LANES];
    boolean spike = refractory <= 0 && v >= threshold;
    y[s + TH_1 * LANES] = spike ? fast + k[c + ALPHA_1 * LANES] : fast;
    y[s + TH_2 * LANES] = spike ? slow + k[c + ALPHA_2 * LANES] : slow;
    y[s + REFRACTORY * LANES] = spike ? k[c + STEPS * LANES] : Math.max(0, refractory - 1);
    return spike;
  }

  private static double combine(
      double[] k, int c, double drive, double ex, double in, double before) {
    double sum = Math.fma(in, k[c + 2 * LANES], drive * k[c]);
    return Math.fma(before, k[c + 3 * LANES], Math.fma(ex, k[c + LANES], sum));
  }

  /** Advances and returns the part of the threshold that follows the potential. */
  private static double voltagePart(
      double[] y, int s, double[] k, int c, double drive, double before) {
    double ex = y[s + I_EX * LANES];
    double in = y[s + I_IN * LANES];
    double slope = y[s + TH_DV * LANES];
    double decay = k[c + DECAY_V * LANES];
    double driven = combine(k, c + TH_I * LANES, drive, ex, in, before);
    double part =
        Math.fma(y[s + TH_V * LANES], decay, Math.fma(slope, k[c + TH_OF_DV * LANES], driven));
    y[s + TH_DV * LANES] =
        Math.fma(slope, decay, combine(k, c + DV_I * LANES, drive, ex, in, before));
    y[s + TH_V * LANES] = part;
    return part;
  }

  @Override
  public List<Recordable> recordables() {
    List<Recordable> all = new ArrayList<>();
    all.add(Recordable.shifted("V_m", "mV", "membrane potential", V, REST));
    boolean follows = followsPotential;
    all.add(
        new Recordable(
            "V_th",
            "mV",
            "spike threshold",
            (y, s, k, c) ->
                k[c + REST * LANES]
                    + k[c + OMEGA * LANES]
                    + y[s + TH_1 * LANES]
                    + y[s + TH_2 * LANES]
                    + (follows ? y[s + TH_V * LANES] : 0)));
    if (followsPotential) {
      all.add(Recordable.stored("V_th_v", "mV", "part of the threshold that follows V_m", TH_V));
    }
    all.add(Recordable.stored("I_syn_ex", "pA", "excitatory synaptic current", I_EX));
    all.add(Recordable.stored("I_syn_in", "pA", "inhibitory synaptic current", I_IN));
    return all;
  }
}
