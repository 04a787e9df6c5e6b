package org.baya.model.neuron;

import static org.baya.model.Parameter.flag;
import static org.baya.model.Parameter.initial;
import static org.baya.model.Parameter.scalar;
import static org.baya.model.Parameter.vector;

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
import org.baya.random.Gamma;
import org.baya.random.Poisson;
import org.baya.random.RandomStream;

/**
 * Point process neuron: a leaky membrane whose potential jumps with every spike that arrives, and
 * that spikes at random at a rate given by the potential.
 *
 * <pre>
 *   dV_m/dt = -V_m / tau_m + (I_e + I_stim) / C_m        a spike of weight w adds w to V_m
 *   dE_j/dt = -E_j / tau_sfa_j                           each own spike adds q_sfa_j
 *   V'      = V_m - sum_j E_j
 *   rate    = max(0, c_1 V' + c_2 exp(c_3 V'))  [1/s]
 * </pre>
 *
 * <p>Potentials are relative to rest. With a dead time the neuron spikes in a step of length h with
 * probability 1 - exp(-rate h) and is then silent for dead_time (whole steps, rounded up), or with
 * dead_time_random for a time drawn from a gamma distribution of mean dead_time and shape
 * dead_time_shape. With dead_time = 0 the number of spikes in a step is Poisson distributed with
 * mean rate h. With with_reset, a spike sets V_m to 0. V_m goes on during the dead time. V_m and
 * E_j are integrated exactly.
 *
 * <p>Receptor: 0. Weight unit: mV.
 *
 * <p>Differences from NEST: t_ref_remaining cannot be set; without a dead time the mean number of
 * spikes in a step is limited to 1000.
 *
 * <p>Reference: Cardanobile and Rotter 2010, J Comput Neurosci 28:267,
 * doi:10.1007/s10827-009-0206-4 (multiplicatively interacting point processes); Deger, Helias,
 * Cardanobile, Atay and Rotter 2010, Phys Rev E 82:021129, doi:10.1103/PhysRevE.82.021129 (dead
 * time).
 */
public final class PpPscDelta implements NeuronModel {
  private static final Parameter V_M =
      initial("V_m", "mV", 0, Range.FINITE, "membrane potential at the start, relative to rest");
  private static final Parameter C_M =
      scalar("C_m", "pF", 250, Range.POSITIVE, "membrane capacitance");
  private static final Parameter TAU_M =
      scalar("tau_m", "ms", 10, Range.POSITIVE, "membrane time constant");
  private static final Parameter I_E =
      scalar("I_e", "pA", 0, Range.FINITE, "constant input current");
  private static final Parameter TAU_SFA =
      vector("tau_sfa", "ms", List.of(), Range.POSITIVE, "decays of the adaptation");
  private static final Parameter Q_SFA =
      vector("q_sfa", "mV", List.of(), Range.FINITE, "adaptation added by a spike");
  private static final Parameter DEAD_TIME =
      scalar("dead_time", "ms", 1, Range.NON_NEGATIVE, "time without spikes after a spike");
  private static final Parameter DEAD_TIME_RANDOM =
      flag("dead_time_random", false, "the dead time is drawn anew after each spike");
  private static final Parameter DEAD_TIME_SHAPE =
      scalar(
          "dead_time_shape",
          "",
          1,
          new Range(1, true, Integer.MAX_VALUE, true, true),
          "shape of the distribution of dead times");
  private static final Parameter WITH_RESET = flag("with_reset", true, "a spike sets V_m to 0");
  private static final Parameter C_1 =
      scalar("c_1", "1/(s mV)", 0, Range.FINITE, "linear part of the rate");
  private static final Parameter C_2 =
      scalar("c_2", "1/s", 1.238, Range.FINITE, "exponential part of the rate");
  private static final Parameter C_3 =
      scalar("c_3", "1/mV", 0.25, Range.NON_NEGATIVE, "steepness of the exponential part");

  @Override
  public String name() {
    return "pp_psc_delta";
  }

  @Override
  public String summary() {
    return "point process neuron, potential jumps at spikes";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        V_M,
        C_M,
        TAU_M,
        I_E,
        TAU_SFA,
        Q_SFA,
        DEAD_TIME,
        DEAD_TIME_RANDOM,
        DEAD_TIME_SHAPE,
        WITH_RESET,
        C_1,
        C_2,
        C_3);
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    return new Hazard(
        SpikeTrace.length(p, TAU_SFA, Q_SFA), p.flag(DEAD_TIME_RANDOM), p.flag(WITH_RESET));
  }

  /**
   * State: the fixed variables, then the adaptation as {@link SpikeTrace}. Coefficients likewise.
   *
   * @param adaptations number of E_j
   * @param randomDeadTime whether the dead time is drawn
   * @param resets whether spikes reset the potential
   */
  public record Hazard(int adaptations, boolean randomDeadTime, boolean resets)
      implements PointProcess {
    public static final int V = 0;
    public static final int REFRACTORY = 1;
    public static final int ADAPTATION = 2;
    public static final int FIXED_STATES = 3;

    public static final int P33 = 0;
    public static final int P30 = 1;
    public static final int CURRENT = 2;
    public static final int STEPS = 3;
    public static final int LINEAR = 4;
    public static final int EXPONENTIAL = 5;
    public static final int STEEPNESS = 6;
    public static final int SHAPE = 7;
    public static final int SCALE = 8;
    public static final int FIXED_COEFFICIENTS = 9;

    private static final double SECONDS_PER_MS = 1e-3;
    private static final double LARGEST_MEAN = 1000;

    @Override
    public int states() {
      return FIXED_STATES + adaptations;
    }

    @Override
    public int coefficients() {
      return FIXED_COEFFICIENTS + SpikeTrace.COEFFICIENTS * adaptations;
    }

    @Override
    public int slots() {
      return 1;
    }

    @Override
    public Routing routing() {
      return Routing.BY_RECEPTOR;
    }

    @Override
    public void prepare(Parameters p, TimeGrid grid, double[] out) {
      double h = grid.resolutionMs();
      double perStep = h * SECONDS_PER_MS;
      out[P33] = Math.exp(-h / p.value(TAU_M));
      out[P30] = Propagator.constant(p.value(TAU_M), p.value(C_M), h);
      out[CURRENT] = p.value(I_E);
      out[STEPS] = grid.stepsUp(p.value(DEAD_TIME));
      out[LINEAR] = p.value(C_1) * perStep;
      out[EXPONENTIAL] = p.value(C_2) * perStep;
      out[STEEPNESS] = p.value(C_3);
      out[SHAPE] = p.value(DEAD_TIME_SHAPE);
      out[SCALE] = p.value(DEAD_TIME) / p.value(DEAD_TIME_SHAPE) / h;
      SpikeTrace.prepare(p, TAU_SFA, Q_SFA, h, out, FIXED_COEFFICIENTS);
    }

    @Override
    public void initialise(Parameters p, double[] out) {
      out[V] = p.value(V_M);
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
      int first = s + FIXED_STATES * LANES;
      int own = c + FIXED_COEFFICIENTS * LANES;
      double drive = k[c + CURRENT * LANES] + current;
      double v =
          Math.fma(
              y[s + V * LANES], k[c + P33 * LANES], Math.fma(drive, k[c + P30 * LANES], input[x]));
      double adaptation = SpikeTrace.decayThenSum(adaptations, y, first, k, own);
      y[s + V * LANES] = v;
      y[s + ADAPTATION * LANES] = adaptation;
      double refractory = y[s + REFRACTORY * LANES];
      if (refractory > 0) {
        y[s + REFRACTORY * LANES] = refractory - 1;
        return 0;
      }
      return settle(y, s, k, c, random);
    }

    /**
     * Draws the spikes of a neuron after a step that was not refractory, and what follows from
     * them.
     *
     * @return their number
     */
    public int settle(double[] y, int s, double[] k, int c, RandomStream random) {
      double v = y[s + V * LANES];
      int count = draw(k, c, v - y[s + ADAPTATION * LANES], random);
      if (count > 0) {
        int own = c + FIXED_COEFFICIENTS * LANES;
        y[s + REFRACTORY * LANES] = deadSteps(k, c, random);
        SpikeTrace.add(count, adaptations, y, s + FIXED_STATES * LANES, k, own);
        y[s + V * LANES] = resets ? 0 : v;
      }
      return count;
    }

    private static int draw(double[] k, int c, double effective, RandomStream random) {
      double mean =
          k[c + LINEAR * LANES] * effective
              + k[c + EXPONENTIAL * LANES] * Exp.of(k[c + STEEPNESS * LANES] * effective);
      if (!(mean > 0)) {
        return 0;
      }
      return k[c + STEPS * LANES] > 0
          ? Chance.ofAny(mean, random) ? 1 : 0
          : (int) Poisson.sample(random, Math.min(mean, LARGEST_MEAN));
    }

    private double deadSteps(double[] k, int c, RandomStream random) {
      return randomDeadTime && k[c + STEPS * LANES] > 0
          ? Math.ceil(Gamma.sample(random, k[c + SHAPE * LANES], k[c + SCALE * LANES]))
          : k[c + STEPS * LANES];
    }

    @Override
    public List<Recordable> recordables() {
      return List.of(
          Recordable.stored("V_m", "mV", "membrane potential relative to rest", V),
          Recordable.stored("E_sfa", "mV", "adaptation", ADAPTATION));
    }
  }
}
