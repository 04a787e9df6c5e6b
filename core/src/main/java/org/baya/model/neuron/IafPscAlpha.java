package org.baya.model.neuron;

import static org.baya.model.Parameter.initial;
import static org.baya.model.Parameter.scalar;

import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Recordable;
import org.baya.model.Routing;
import org.baya.model.TimeGrid;

/**
 * Leaky integrate-and-fire neuron with alpha-shaped synaptic currents.
 *
 * <pre>
 *   dV_m/dt = -(V_m - E_L) / tau_m + (I_syn_ex + I_syn_in + I_e + I_stim) / C_m
 *   I_syn_X(t) = sum of w (e / tau_syn_X) t exp(-t / tau_syn_X) over past spikes: peak w at t = tau_syn_X
 * </pre>
 *
 * <p>Positive weights act on ex, negative ones on in. When V_m >= V_th the neuron spikes, V_m is set to V_reset and stays there for
 * t_ref (whole steps, rounded up). V_m never falls below V_min. The equations are integrated exactly (propagators, also where
 * tau_syn equals tau_m).
 *
 * <p>Receptor: 0. Weight unit: pA, the peak of the current.
 *
 * <p>Reference: Rotter and Diesmann 1999, doi:10.1007/s004220050570.
 */
public final class IafPscAlpha implements NeuronModel {
  private static final Range ANY = new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, false);
  private static final Parameter V_M = initial("V_m", "mV", -70, Range.FINITE, "membrane potential at the start");
  private static final Parameter E_L = scalar("E_L", "mV", -70, Range.FINITE, "resting potential");
  private static final Parameter C_M = scalar("C_m", "pF", 250, Range.POSITIVE, "membrane capacitance");
  private static final Parameter TAU_M = scalar("tau_m", "ms", 10, Range.POSITIVE, "membrane time constant");
  private static final Parameter TAU_SYN_EX = scalar("tau_syn_ex", "ms", 2, Range.POSITIVE, "rise time of excitatory currents");
  private static final Parameter TAU_SYN_IN = scalar("tau_syn_in", "ms", 2, Range.POSITIVE, "rise time of inhibitory currents");
  private static final Parameter T_REF = scalar("t_ref", "ms", 2, Range.NON_NEGATIVE, "refractory period");
  private static final Parameter V_TH = scalar("V_th", "mV", -55, Range.FINITE, "spike threshold");
  private static final Parameter V_RESET = scalar("V_reset", "mV", -70, Range.FINITE, "potential after a spike");
  private static final Parameter V_MIN = scalar("V_min", "mV", Double.NEGATIVE_INFINITY, ANY, "lowest potential");
  private static final Parameter I_E = scalar("I_e", "pA", 0, Range.FINITE, "constant input current");

  @Override
  public String name() {
    return "iaf_psc_alpha";
  }

  @Override
  public String summary() {
    return "leaky integrate-and-fire, alpha-shaped synaptic currents";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(V_M, E_L, C_M, TAU_M, TAU_SYN_EX, TAU_SYN_IN, T_REF, V_TH, V_RESET, V_MIN, I_E);
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    if (p.value(V_RESET) >= p.value(V_TH)) {
      throw new InvalidInputException("V_reset = " + p.value(V_RESET) + " mV must be below V_th = " + p.value(V_TH) + " mV");
    }
    return new Exact();
  }

  /** The dynamics; potentials are stored relative to E_L. */
  public record Exact() implements Dynamics {
    /** State: potential, steps left refractory, then rising component and current for ex and in. */
    public static final int V = 0;

    public static final int REFRACTORY = 1;
    public static final int RISE_EX = 2;
    public static final int I_EX = 3;
    public static final int RISE_IN = 4;
    public static final int I_IN = 5;

    /** Coefficients. */
    public static final int P33 = 0;

    public static final int P30 = 1;
    public static final int P31_EX = 2;
    public static final int P32_EX = 3;
    public static final int P31_IN = 4;
    public static final int P32_IN = 5;
    public static final int P11_EX = 6;
    public static final int P21_EX = 7;
    public static final int P11_IN = 8;
    public static final int P21_IN = 9;
    public static final int PEAK_EX = 10;
    public static final int PEAK_IN = 11;
    public static final int CURRENT = 12;
    public static final int THRESHOLD = 13;
    public static final int RESET = 14;
    public static final int FLOOR = 15;
    public static final int STEPS = 16;
    public static final int REST = 17;

    @Override
    public int states() {
      return 6;
    }

    @Override
    public int coefficients() {
      return 18;
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
      double tauEx = p.value(TAU_SYN_EX);
      double tauIn = p.value(TAU_SYN_IN);
      out[P33] = Math.exp(-h / tauM);
      out[P30] = Propagator.constant(tauM, capacitance, h);
      out[P31_EX] = Propagator.alpha(tauEx, tauM, capacitance, h);
      out[P32_EX] = Propagator.exponential(tauEx, tauM, capacitance, h);
      out[P31_IN] = Propagator.alpha(tauIn, tauM, capacitance, h);
      out[P32_IN] = Propagator.exponential(tauIn, tauM, capacitance, h);
      out[P11_EX] = Math.exp(-h / tauEx);
      out[P21_EX] = h * out[P11_EX];
      out[P11_IN] = Math.exp(-h / tauIn);
      out[P21_IN] = h * out[P11_IN];
      out[PEAK_EX] = Math.E / tauEx;
      out[PEAK_IN] = Math.E / tauIn;
      out[CURRENT] = p.value(I_E);
      out[THRESHOLD] = p.value(V_TH) - p.value(E_L);
      out[RESET] = p.value(V_RESET) - p.value(E_L);
      out[FLOOR] = p.value(V_MIN) - p.value(E_L);
      out[STEPS] = grid.stepsUp(p.value(T_REF));
      out[REST] = p.value(E_L);
    }

    @Override
    public void initialise(Parameters p, double[] out) {
      out[V] = p.value(V_M) - p.value(E_L);
    }

    @Override
    public boolean step(double[] y, int s, double[] k, int c, double[] input, int x, double current) {
      double riseEx = y[s + RISE_EX * LANES];
      double ex = y[s + I_EX * LANES];
      double riseIn = y[s + RISE_IN * LANES];
      double in = y[s + I_IN * LANES];
      double v = y[s + V * LANES];
      double refractory = y[s + REFRACTORY * LANES];
      if (refractory > 0) {
        refractory--;
      } else {
        v = v * k[c + P33 * LANES];
        v = Math.fma(k[c + P30 * LANES], k[c + CURRENT * LANES] + current, v);
        v = Math.fma(k[c + P31_EX * LANES], riseEx, v);
        v = Math.fma(k[c + P32_EX * LANES], ex, v);
        v = Math.fma(k[c + P31_IN * LANES], riseIn, v);
        v = Math.fma(k[c + P32_IN * LANES], in, v);
        v = Math.max(v, k[c + FLOOR * LANES]);
      }
      y[s + I_EX * LANES] = Math.fma(k[c + P21_EX * LANES], riseEx, k[c + P11_EX * LANES] * ex);
      y[s + RISE_EX * LANES] = Math.fma(k[c + P11_EX * LANES], riseEx, k[c + PEAK_EX * LANES] * input[x]);
      y[s + I_IN * LANES] = Math.fma(k[c + P21_IN * LANES], riseIn, k[c + P11_IN * LANES] * in);
      y[s + RISE_IN * LANES] = Math.fma(k[c + P11_IN * LANES], riseIn, k[c + PEAK_IN * LANES] * input[x + LANES]);
      boolean spike = v >= k[c + THRESHOLD * LANES];
      y[s + V * LANES] = spike ? k[c + RESET * LANES] : v;
      y[s + REFRACTORY * LANES] = spike ? k[c + STEPS * LANES] : refractory;
      return spike;
    }

    @Override
    public List<Recordable> recordables() {
      return List.of(
          Recordable.shifted("V_m", "mV", "membrane potential", V, REST),
          Recordable.stored("I_syn_ex", "pA", "excitatory synaptic current", I_EX),
          Recordable.stored("I_syn_in", "pA", "inhibitory synaptic current", I_IN));
    }
  }
}
