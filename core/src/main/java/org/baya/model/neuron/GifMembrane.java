package org.baya.model.neuron;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.Parameter.scalar;
import static org.baya.model.neuron.GifParameters.C_M;
import static org.baya.model.neuron.GifParameters.DELTA_V;
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
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Recordable;
import org.baya.model.TimeGrid;
import org.baya.model.ode.AdaptiveNeuron;
import org.baya.model.ode.Exp;
import org.baya.random.RandomStream;

/**
 * The membrane of {@link GifCondExp}. Memories: threshold and sum of the spike-triggered currents
 * in the last step, then the movements of the threshold and the currents as {@link SpikeTrace}.
 *
 * @param movements number of movements of the threshold (sfa)
 * @param currents number of spike-triggered currents (stc)
 */
record GifMembrane(int movements, int currents) implements LeakyMembrane {
  private static final Parameter ERROR =
      scalar("gsl_error_tol", "", 1e-3, Range.POSITIVE, "allowed error of a step of the solver");

  /** Parameters of the membrane, in the order of the manual page. */
  static final List<Parameter> PARAMETERS =
      List.of(
          V_M,
          GifParameters.G_L,
          GifParameters.E_L,
          C_M,
          V_RESET,
          DELTA_V,
          V_T_STAR,
          LAMBDA_0,
          T_REF,
          GifParameters.I_E,
          TAU_SFA,
          Q_SFA,
          TAU_STC,
          Q_STC,
          ERROR);

  private static final double SECONDS_PER_MS = 1e-3;

  private static final int SFA = AdaptiveNeuron.MEMORIES * LANES;
  private static final int STC = SFA + LANES;
  private static final int TRACES = SFA + 2 * LANES;

  private static final int RESET = E_L + LEAK_COEFFICIENTS;
  private static final int THRESHOLD = RESET + 1;
  private static final int STEEPNESS = RESET + 2;
  private static final int MEAN_AT_THRESHOLD = RESET + 3;
  private static final int TRACE = RESET + 4;

  /** The membrane for these parameters. */
  static GifMembrane of(Parameters p) {
    return new GifMembrane(
        SpikeTrace.length(p, TAU_SFA, Q_SFA), SpikeTrace.length(p, TAU_STC, Q_STC));
  }

  @Override
  public int memories() {
    return 2 + movements + currents;
  }

  @Override
  public int coefficients() {
    return TRACE - E_L + SpikeTrace.COEFFICIENTS * (movements + currents);
  }

  @Override
  public boolean draws() {
    return true;
  }

  @Override
  public void prepare(Parameters p, TimeGrid grid, double[] out) {
    double h = grid.resolutionMs();
    out[AdaptiveNeuron.TOLERANCE] = p.value(ERROR);
    // Every step may bring a spike.
    out[AdaptiveNeuron.LEVEL] = -Double.MAX_VALUE;
    out[AdaptiveNeuron.REFRACTORY_STEPS] = grid.stepsUp(p.value(T_REF));
    out[AdaptiveNeuron.LEAK] = p.value(GifParameters.G_L);
    out[E_L] = p.value(GifParameters.E_L);
    out[DRIVE] =
        p.value(GifParameters.I_E) + p.value(GifParameters.G_L) * p.value(GifParameters.E_L);
    out[AdaptiveNeuron.ELASTANCE] = 1 / p.value(C_M);
    out[CEILING] = Double.MAX_VALUE;
    out[RESET] = p.value(V_RESET);
    out[THRESHOLD] = p.value(V_T_STAR);
    out[STEEPNESS] = 1 / p.value(DELTA_V);
    out[MEAN_AT_THRESHOLD] = p.value(LAMBDA_0) * SECONDS_PER_MS * h;
    SpikeTrace.prepare(p, TAU_SFA, Q_SFA, h, out, TRACE);
    SpikeTrace.prepare(p, TAU_STC, Q_STC, h, out, TRACE + SpikeTrace.COEFFICIENTS * movements);
  }

  @Override
  public void initialise(Parameters p, double[] out, int memories) {
    out[0] = p.value(V_M);
    out[memories] = p.value(V_T_STAR);
  }

  @Override
  public boolean drivesItself() {
    return currents > 0;
  }

  @Override
  public double drive(double[] state, int m, double[] k, int c, double current) {
    double drive = k[c + DRIVE * LANES] + current;
    int first = m + TRACES + movements * LANES;
    for (int i = 0; i < currents; i++) {
      drive -= state[first + i * LANES];
    }
    return drive;
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
    int stc = m + TRACES + movements * LANES;
    int own = c + TRACE * LANES;
    int stcOwn = own + SpikeTrace.COEFFICIENTS * movements * LANES;
    double threshold =
        k[c + THRESHOLD * LANES] + SpikeTrace.sumThenDecay(movements, state, m + TRACES, k, own);
    state[m + SFA] = threshold;
    state[m + STC] = SpikeTrace.sumThenDecay(currents, state, stc, k, stcOwn);
    if (state[m] > 0) {
      state[m]--;
      state[s] = k[c + RESET * LANES];
      return false;
    }
    double power = (state[s] - threshold) * k[c + STEEPNESS * LANES];
    boolean spike = Chance.ofAny(k[c + MEAN_AT_THRESHOLD * LANES] * Exp.of(power), random);
    if (spike) {
      SpikeTrace.add(1, movements, state, m + TRACES, k, own);
      SpikeTrace.add(1, currents, state, stc, k, stcOwn);
      state[m] = k[c + AdaptiveNeuron.REFRACTORY_STEPS * LANES];
    }
    return spike;
  }

  @Override
  public List<Recordable> recordables(int memories) {
    return List.of(
        Recordable.stored("V_m", "mV", "membrane potential", 0),
        Recordable.stored("E_sfa", "mV", "threshold at the beginning of the step", memories),
        Recordable.stored(
            "I_stc",
            "pA",
            "sum of the spike-triggered currents at the beginning of the step",
            memories + 1));
  }
}
