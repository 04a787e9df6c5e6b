package org.baya.model.neuron;

import static org.baya.model.Parameter.scalar;
import static org.baya.model.neuron.GifParameters.C_M;
import static org.baya.model.neuron.GifParameters.DELTA_V;
import static org.baya.model.neuron.GifParameters.E_L;
import static org.baya.model.neuron.GifParameters.G_L;
import static org.baya.model.neuron.GifParameters.I_E;
import static org.baya.model.neuron.GifParameters.LAMBDA_0;
import static org.baya.model.neuron.GifParameters.Q_SFA;
import static org.baya.model.neuron.GifParameters.Q_STC;
import static org.baya.model.neuron.GifParameters.TAU_SFA;
import static org.baya.model.neuron.GifParameters.TAU_STC;
import static org.baya.model.neuron.GifParameters.T_REF;
import static org.baya.model.neuron.GifParameters.V_M;
import static org.baya.model.neuron.GifParameters.V_RESET;
import static org.baya.model.neuron.GifParameters.V_T_STAR;

import java.util.List;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.PointProcess;
import org.baya.model.Range;
import org.baya.model.Recordable;
import org.baya.model.Routing;
import org.baya.model.TimeGrid;
import org.baya.model.ode.Exp;
import org.baya.random.RandomStream;

/**
 * Generalised integrate-and-fire neuron (GIF) with escape noise, spike-triggered currents,
 * spike-triggered movements of the threshold and exponentially decaying synaptic currents.
 *
 * <pre>
 *   C_m dV_m/dt = -g_L (V_m - E_L) - sum_j stc_j + I_syn_ex + I_syn_in + I_e + I_stim
 *   dI_syn_X/dt = -I_syn_X / tau_syn_X        a spike of weight w adds w: to ex if w >= 0, to in if w &lt; 0
 *   dstc_j/dt   = -stc_j / tau_stc_j          each own spike adds q_stc_j
 *   dsfa_j/dt   = -sfa_j / tau_sfa_j          each own spike adds q_sfa_j
 *   rate        = lambda_0 exp((V_m - V_T_star - sum_j sfa_j) / Delta_V)
 * </pre>
 *
 * <p>In every step of length h the neuron spikes with probability 1 - exp(-rate h). It is then
 * refractory for t_ref (whole steps, rounded up), during which V_m is V_reset; stc and sfa go on.
 * V_m and the synaptic currents are integrated exactly, also where tau_syn equals C_m / g_L; stc
 * acts with its value at the beginning of a step.
 *
 * <p>Receptor: 0. Weight unit: pA, the peak of the current.
 *
 * <p>Differences from NEST: other random numbers, addressed by neuron and step.
 *
 * <p>Reference: Mensi et al. 2012, J Neurophysiol 107:1756, doi:10.1152/jn.00408.2011; Pozzorini et
 * al. 2015, PLoS Comput Biol 11:e1004275, doi:10.1371/journal.pcbi.1004275.
 */
public final class GifPscExp implements NeuronModel {
  private static final Parameter TAU_SYN_EX =
      scalar("tau_syn_ex", "ms", 2, Range.POSITIVE, "decay of excitatory currents");
  private static final Parameter TAU_SYN_IN =
      scalar("tau_syn_in", "ms", 2, Range.POSITIVE, "decay of inhibitory currents");

  @Override
  public String name() {
    return "gif_psc_exp";
  }

  @Override
  public String summary() {
    return "generalised integrate-and-fire with escape noise, exponential synaptic currents";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        V_M,
        G_L,
        E_L,
        C_M,
        V_RESET,
        DELTA_V,
        V_T_STAR,
        LAMBDA_0,
        T_REF,
        TAU_SYN_EX,
        TAU_SYN_IN,
        I_E,
        TAU_SFA,
        Q_SFA,
        TAU_STC,
        Q_STC);
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    return new Escape(SpikeTrace.length(p, TAU_SFA, Q_SFA), SpikeTrace.length(p, TAU_STC, Q_STC));
  }

  /**
   * The dynamics; potentials are stored relative to E_L. State: the fixed variables, then the sfa
   * and the stc as {@link SpikeTrace}. Coefficients likewise.
   *
   * @param movements number of sfa
   * @param currents number of stc
   */
  public record Escape(int movements, int currents) implements PointProcess {
    public static final int V = 0;
    public static final int REFRACTORY = 1;
    public static final int SFA = 2;
    public static final int STC = 3;
    public static final int PORTS_AT = 4;
    public static final int FIXED_STATES = PORTS_AT + 2 * ExpPorts.STATES;

    public static final int P33 = 0;
    public static final int P30 = 1;
    public static final int CURRENT = 2;
    public static final int RESET = 3;
    public static final int STEPS = 4;
    public static final int REST = 5;
    public static final int THRESHOLD = 6;
    public static final int STEEPNESS = 7;
    public static final int MEAN_AT_THRESHOLD = 8;
    public static final int PORT_COEFFICIENTS_AT = 9;
    public static final int FIXED_COEFFICIENTS = PORT_COEFFICIENTS_AT + 2 * ExpPorts.COEFFICIENTS;
    private static final double SECONDS_PER_MS = 1e-3;

    @Override
    public int states() {
      return FIXED_STATES + movements + currents;
    }

    @Override
    public int coefficients() {
      return FIXED_COEFFICIENTS + SpikeTrace.COEFFICIENTS * (movements + currents);
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
      double capacitance = p.value(C_M);
      double tauM = capacitance / p.value(G_L);
      out[P33] = Math.exp(-h / tauM);
      out[P30] = Propagator.constant(tauM, capacitance, h);
      out[CURRENT] = p.value(I_E);
      out[RESET] = p.value(V_RESET) - p.value(E_L);
      out[STEPS] = grid.stepsUp(p.value(T_REF));
      out[REST] = p.value(E_L);
      out[THRESHOLD] = p.value(V_T_STAR) - p.value(E_L);
      out[STEEPNESS] = 1 / p.value(DELTA_V);
      out[MEAN_AT_THRESHOLD] = p.value(LAMBDA_0) * SECONDS_PER_MS * h;
      int ports = PORT_COEFFICIENTS_AT;
      ExpPorts.prepare(p.value(TAU_SYN_EX), tauM, capacitance, h, out, ports);
      ports += ExpPorts.COEFFICIENTS;
      ExpPorts.prepare(p.value(TAU_SYN_IN), tauM, capacitance, h, out, ports);
      SpikeTrace.prepare(p, TAU_SFA, Q_SFA, h, out, FIXED_COEFFICIENTS);
      SpikeTrace.prepare(
          p, TAU_STC, Q_STC, h, out, FIXED_COEFFICIENTS + SpikeTrace.COEFFICIENTS * movements);
    }

    @Override
    public void initialise(Parameters p, double[] out) {
      out[V] = p.value(V_M) - p.value(E_L);
    }

    @Override
    public int spikes(
        double[] y,
        int s,
        double[] k,
        int c,
        double[] input,
        int x,
        double current,
        RandomStream random) {
      int sfaAt = s + FIXED_STATES * LANES;
      int stcAt = sfaAt + movements * LANES;
      int sfaOwn = c + FIXED_COEFFICIENTS * LANES;
      int stcOwn = sfaOwn + SpikeTrace.COEFFICIENTS * movements * LANES;
      double sfa = SpikeTrace.sumThenDecay(movements, y, sfaAt, k, sfaOwn);
      double stc = SpikeTrace.sumThenDecay(currents, y, stcAt, k, stcOwn);
      y[s + SFA * LANES] = sfa;
      y[s + STC * LANES] = stc;
      int ports = c + PORT_COEFFICIENTS_AT * LANES;
      double synaptic = ExpPorts.step(2, y, s + PORTS_AT * LANES, k, ports, input, x);
      double refractory = y[s + REFRACTORY * LANES];
      if (refractory > 0) {
        y[s + REFRACTORY * LANES] = refractory - 1;
        y[s + V * LANES] = k[c + RESET * LANES];
        return 0;
      }
      double drive = k[c + CURRENT * LANES] + current - stc;
      double v =
          Math.fma(
              y[s + V * LANES], k[c + P33 * LANES], Math.fma(drive, k[c + P30 * LANES], synaptic));
      y[s + V * LANES] = v;
      double above = v - k[c + THRESHOLD * LANES] - sfa;
      double mean = k[c + MEAN_AT_THRESHOLD * LANES] * Exp.of(above * k[c + STEEPNESS * LANES]);
      if (!Chance.ofAny(mean, random)) {
        return 0;
      }
      follow(y, s, k, c);
      return 1;
    }

    /** What a spike leaves behind. */
    public void follow(double[] y, int s, double[] k, int c) {
      int sfaAt = s + FIXED_STATES * LANES;
      int sfaOwn = c + FIXED_COEFFICIENTS * LANES;
      int stcOwn = sfaOwn + SpikeTrace.COEFFICIENTS * movements * LANES;
      SpikeTrace.add(1, movements, y, sfaAt, k, sfaOwn);
      SpikeTrace.add(1, currents, y, sfaAt + movements * LANES, k, stcOwn);
      y[s + REFRACTORY * LANES] = k[c + STEPS * LANES];
    }

    @Override
    public List<Recordable> recordables() {
      return List.of(
          Recordable.shifted("V_m", "mV", "membrane potential", V, REST),
          new Recordable(
              "E_sfa",
              "mV",
              "threshold at the beginning of the step",
              (y, s, k, c) -> y[s + SFA * LANES] + k[c + THRESHOLD * LANES] + k[c + REST * LANES]),
          Recordable.stored(
              "I_stc",
              "pA",
              "sum of the spike-triggered currents at the beginning of the step",
              STC),
          Recordable.stored("I_syn_ex", "pA", "excitatory synaptic current", PORTS_AT),
          Recordable.stored("I_syn_in", "pA", "inhibitory synaptic current", PORTS_AT + 1));
    }
  }
}
