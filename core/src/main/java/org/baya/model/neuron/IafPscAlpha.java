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
 * <p>Positive weights act on ex, negative ones on in. When V_m >= V_th the neuron spikes, V_m is
 * set to V_reset and stays there for t_ref (whole steps, rounded up). V_m never falls below V_min.
 * The equations are integrated exactly (propagators, also where tau_syn equals tau_m).
 *
 * <p>Receptor: 0. Weight unit: pA, the peak of the current.
 *
 * <p>Reference: Rotter and Diesmann 1999, doi:10.1007/s004220050570.
 */
public final class IafPscAlpha implements NeuronModel {
  private static final Range ANY =
      new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, false);
  private static final Parameter V_M =
      initial("V_m", "mV", -70, Range.FINITE, "membrane potential at the start");
  private static final Parameter E_L = scalar("E_L", "mV", -70, Range.FINITE, "resting potential");
  private static final Parameter C_M =
      scalar("C_m", "pF", 250, Range.POSITIVE, "membrane capacitance");
  private static final Parameter TAU_M =
      scalar("tau_m", "ms", 10, Range.POSITIVE, "membrane time constant");
  private static final Parameter TAU_SYN_EX =
      scalar("tau_syn_ex", "ms", 2, Range.POSITIVE, "rise time of excitatory currents");
  private static final Parameter TAU_SYN_IN =
      scalar("tau_syn_in", "ms", 2, Range.POSITIVE, "rise time of inhibitory currents");
  private static final Parameter T_REF =
      scalar("t_ref", "ms", 2, Range.NON_NEGATIVE, "refractory period");
  private static final Parameter V_TH = scalar("V_th", "mV", -55, Range.FINITE, "spike threshold");
  private static final Parameter V_RESET =
      scalar("V_reset", "mV", -70, Range.FINITE, "potential after a spike");
  private static final Parameter V_MIN =
      scalar("V_min", "mV", Double.NEGATIVE_INFINITY, ANY, "lowest potential");
  private static final Parameter I_E =
      scalar("I_e", "pA", 0, Range.FINITE, "constant input current");

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
      throw new InvalidInputException(
          "V_reset = " + p.value(V_RESET) + " mV must be below V_th = " + p.value(V_TH) + " mV");
    }
    return new Exact();
  }

  /** The dynamics; potentials are stored relative to E_L. */
  public record Exact() implements Dynamics {
    /** State: potential, steps left refractory, then two {@link AlphaPorts}: ex and in. */
    public static final int V = 0;

    public static final int REFRACTORY = 1;
    public static final int PORTS_AT = 2;
    private static final int PORTS = 2;

    /** Coefficients, then those of the two {@link AlphaPorts}. */
    public static final int P33 = 0;

    public static final int P30 = 1;
    public static final int CURRENT = 2;
    public static final int THRESHOLD = 3;
    public static final int RESET = 4;
    public static final int FLOOR = 5;
    public static final int STEPS = 6;
    public static final int REST = 7;
    public static final int PORT_COEFFICIENTS_AT = 8;

    @Override
    public int states() {
      return PORTS_AT + PORTS * AlphaPorts.STATES;
    }

    @Override
    public int coefficients() {
      return PORT_COEFFICIENTS_AT + PORTS * AlphaPorts.COEFFICIENTS;
    }

    @Override
    public int slots() {
      return PORTS;
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
      out[P33] = Math.exp(-h / tauM);
      out[P30] = Propagator.constant(tauM, capacitance, h);
      AlphaPorts.prepare(p.value(TAU_SYN_EX), tauM, capacitance, h, out, PORT_COEFFICIENTS_AT);
      AlphaPorts.prepare(
          p.value(TAU_SYN_IN),
          tauM,
          capacitance,
          h,
          out,
          PORT_COEFFICIENTS_AT + AlphaPorts.COEFFICIENTS);
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
    public boolean step(
        double[] y, int s, double[] k, int c, double[] input, int x, double current) {
      double effect =
          AlphaPorts.step(
              PORTS, y, s + PORTS_AT * LANES, k, c + PORT_COEFFICIENTS_AT * LANES, input, x);
      double v = y[s + V * LANES];
      double refractory = y[s + REFRACTORY * LANES];
      if (refractory > 0) {
        refractory--;
      } else {
        double drive = k[c + CURRENT * LANES] + current;
        v = Math.fma(v, k[c + P33 * LANES], Math.fma(drive, k[c + P30 * LANES], effect));
        v = Math.max(v, k[c + FLOOR * LANES]);
      }
      boolean spike = v >= k[c + THRESHOLD * LANES];
      y[s + V * LANES] = spike ? k[c + RESET * LANES] : v;
      y[s + REFRACTORY * LANES] = spike ? k[c + STEPS * LANES] : refractory;
      return spike;
    }

    @Override
    public List<Recordable> recordables() {
      return List.of(
          Recordable.shifted("V_m", "mV", "membrane potential", V, REST),
          Recordable.stored(
              "I_syn_ex", "pA", "excitatory synaptic current", PORTS_AT + AlphaPorts.SYN),
          Recordable.stored(
              "I_syn_in",
              "pA",
              "inhibitory synaptic current",
              PORTS_AT + AlphaPorts.STATES + AlphaPorts.SYN));
    }
  }
}
