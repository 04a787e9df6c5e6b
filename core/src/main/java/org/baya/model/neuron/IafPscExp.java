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
 * Leaky integrate-and-fire neuron with exponentially decaying synaptic currents.
 *
 * <pre>
 *   dV_m/dt      = -(V_m - E_L) / tau_m + (I_syn_ex + I_syn_in + I_e + I_stim) / C_m
 *   dI_syn_X/dt  = -I_syn_X / tau_syn_X        a spike of weight w adds w: to ex if w >= 0, to in if w &lt; 0
 * </pre>
 *
 * <p>When V_m >= V_th the neuron spikes, V_m is set to V_reset and stays there for t_ref (whole
 * steps, rounded up), while the currents go on decaying. The equations are integrated exactly
 * (propagators, also where tau_syn equals tau_m).
 *
 * <p>Receptor: 0. Weight unit: pA, the peak of the current.
 *
 * <p>Differences from NEST: no escape noise (rho, delta), no filtered current input on port 1.
 *
 * <p>Reference: Tsodyks, Uziel and Markram 2000, J Neurosci 20:RC50; Rotter and Diesmann 1999,
 * doi:10.1007/s004220050570.
 */
public final class IafPscExp implements NeuronModel {
  private static final Parameter V_M =
      initial("V_m", "mV", -70, Range.FINITE, "membrane potential at the start");
  private static final Parameter E_L = scalar("E_L", "mV", -70, Range.FINITE, "resting potential");
  private static final Parameter C_M =
      scalar("C_m", "pF", 250, Range.POSITIVE, "membrane capacitance");
  private static final Parameter TAU_M =
      scalar("tau_m", "ms", 10, Range.POSITIVE, "membrane time constant");
  private static final Parameter TAU_SYN_EX =
      scalar("tau_syn_ex", "ms", 2, Range.POSITIVE, "decay of excitatory currents");
  private static final Parameter TAU_SYN_IN =
      scalar("tau_syn_in", "ms", 2, Range.POSITIVE, "decay of inhibitory currents");
  private static final Parameter T_REF =
      scalar("t_ref", "ms", 2, Range.NON_NEGATIVE, "refractory period");
  private static final Parameter V_TH = scalar("V_th", "mV", -55, Range.FINITE, "spike threshold");
  private static final Parameter V_RESET =
      scalar("V_reset", "mV", -70, Range.FINITE, "potential after a spike");
  private static final Parameter I_E =
      scalar("I_e", "pA", 0, Range.FINITE, "constant input current");

  @Override
  public String name() {
    return "iaf_psc_exp";
  }

  @Override
  public String summary() {
    return "leaky integrate-and-fire, exponential synaptic currents";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(V_M, E_L, C_M, TAU_M, TAU_SYN_EX, TAU_SYN_IN, T_REF, V_TH, V_RESET, I_E);
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
    /** State: membrane potential, steps left refractory, the two synaptic currents. */
    public static final int V = 0;

    public static final int REFRACTORY = 1;
    public static final int I_EX = 2;
    public static final int I_IN = 3;

    /** Coefficients. */
    public static final int P22 = 0;

    public static final int P21_EX = 1;
    public static final int P21_IN = 2;
    public static final int P20 = 3;
    public static final int P11_EX = 4;
    public static final int P11_IN = 5;
    public static final int CURRENT = 6;
    public static final int THRESHOLD = 7;
    public static final int RESET = 8;
    public static final int STEPS = 9;
    public static final int REST = 10;

    @Override
    public int states() {
      return 4;
    }

    @Override
    public int coefficients() {
      return 11;
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
      out[P22] = Math.exp(-h / tauM);
      out[P21_EX] = Propagator.exponential(p.value(TAU_SYN_EX), tauM, capacitance, h);
      out[P21_IN] = Propagator.exponential(p.value(TAU_SYN_IN), tauM, capacitance, h);
      out[P20] = Propagator.constant(tauM, capacitance, h);
      out[P11_EX] = Math.exp(-h / p.value(TAU_SYN_EX));
      out[P11_IN] = Math.exp(-h / p.value(TAU_SYN_IN));
      out[CURRENT] = p.value(I_E);
      out[THRESHOLD] = p.value(V_TH) - p.value(E_L);
      out[RESET] = p.value(V_RESET) - p.value(E_L);
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
      double ex = y[s + I_EX * LANES];
      double in = y[s + I_IN * LANES];
      double v = y[s + V * LANES];
      double refractory = y[s + REFRACTORY * LANES];
      if (refractory > 0) {
        refractory--;
      } else {
        double drive = k[c + CURRENT * LANES] + current;
        v =
            Math.fma(
                v,
                k[c + P22 * LANES],
                Math.fma(
                    ex,
                    k[c + P21_EX * LANES],
                    Math.fma(in, k[c + P21_IN * LANES], drive * k[c + P20 * LANES])));
      }
      y[s + I_EX * LANES] = Math.fma(ex, k[c + P11_EX * LANES], input[x]);
      y[s + I_IN * LANES] = Math.fma(in, k[c + P11_IN * LANES], input[x + LANES]);
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
