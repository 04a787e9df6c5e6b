package org.baya.model.neuron;

import static org.baya.model.Dynamics.LANES;

import java.util.List;
import org.baya.model.Parameters;
import org.baya.model.Recordable;
import org.baya.model.TimeGrid;
import org.baya.model.ode.AdaptiveNeuron;
import org.baya.random.RandomStream;

/**
 * The membrane of {@link GlifCond}. Memories: both parts of the threshold, the sum of the
 * after-spike currents that acts in the next step, the currents.
 *
 * @param currents after-spike currents, 0 without them
 * @param spikeThreshold whether the threshold jumps at spikes
 * @param adapting whether the threshold follows the potential
 */
record GlifMembrane(int currents, boolean spikeThreshold, boolean adapting)
    implements LeakyMembrane {
  private static final int TH_SPIKE = AdaptiveNeuron.MEMORIES * LANES;
  private static final int TH_VOLTAGE = TH_SPIKE + LANES;
  private static final int ASC_SUM = TH_SPIKE + 2 * LANES;
  private static final int FIRST_ASC = TH_SPIKE + 3 * LANES;

  /** Allowed error of a step of the solver [mV, nS]. */
  private static final double TOLERANCE = 1e-3;

  private static final int THRESHOLD = E_L + LEAK_COEFFICIENTS;
  private static final int RESET = THRESHOLD + 1;
  private static final int TH_SPIKE_STEP = THRESHOLD + 2;
  private static final int TH_SPIKE_REFRACTORY = THRESHOLD + 3;
  private static final int TH_SPIKE_ADD = THRESHOLD + 4;
  private static final int RESET_FRACTION = THRESHOLD + 5;
  private static final int RESET_ADD = THRESHOLD + 6;
  private static final int TH_VOLTAGE_STEP = THRESHOLD + 7;
  private static final int TH_VOLTAGE_TRANSIENT = THRESHOLD + 8;
  private static final int TH_VOLTAGE_STEADY = THRESHOLD + 9;
  private static final int ASC = THRESHOLD + 10;
  private static final int PER_ASC = 4;

  @Override
  public int memories() {
    return 3 + currents;
  }

  @Override
  public int coefficients() {
    return ASC - E_L + PER_ASC * currents;
  }

  @Override
  public void prepare(Parameters p, TimeGrid grid, double[] out) {
    double h = grid.resolutionMs();
    double leak = p.value(GlifPsc.G) / p.value(GlifPsc.C_M);
    double tRef = p.value(GlifPsc.T_REF);
    double a = p.value(GlifPsc.TH_VOLTAGE_INDEX);
    double b = p.value(GlifPsc.TH_VOLTAGE_DECAY);
    out[AdaptiveNeuron.TOLERANCE] = TOLERANCE;
    // Threshold and currents change in every step.
    out[AdaptiveNeuron.LEVEL] = -Double.MAX_VALUE;
    out[AdaptiveNeuron.REFRACTORY_STEPS] = grid.stepsUp(tRef);
    out[AdaptiveNeuron.LEAK] = p.value(GlifPsc.G);
    out[E_L] = p.value(GlifPsc.E_L);
    out[DRIVE] = p.value(GlifPsc.G) * p.value(GlifPsc.E_L);
    out[AdaptiveNeuron.ELASTANCE] = 1 / p.value(GlifPsc.C_M);
    out[CEILING] = Double.MAX_VALUE;
    out[THRESHOLD] = p.value(GlifPsc.V_TH);
    out[RESET] = p.value(GlifPsc.V_RESET);
    out[TH_SPIKE_STEP] = Math.exp(-p.value(GlifPsc.TH_SPIKE_DECAY) * h);
    out[TH_SPIKE_REFRACTORY] = Math.exp(-p.value(GlifPsc.TH_SPIKE_DECAY) * tRef);
    out[TH_SPIKE_ADD] = p.value(GlifPsc.TH_SPIKE_ADD);
    out[RESET_FRACTION] = p.value(GlifPsc.RESET_FRACTION);
    out[RESET_ADD] = p.value(GlifPsc.RESET_ADD);
    out[TH_VOLTAGE_STEP] = Math.exp(-b * h);
    out[TH_VOLTAGE_TRANSIENT] = a * Propagator.overlap(b, leak, h);
    out[TH_VOLTAGE_STEADY] = a * -Math.expm1(-b * h) / b;
    for (int j = 0; j < currents; j++) {
      int k = ASC + PER_ASC * j;
      double decay = p.vector(GlifPsc.ASC_DECAY)[j];
      out[k] = -Math.expm1(-decay * h) / (decay * h);
      out[k + 1] = Math.exp(-decay * h);
      out[k + 2] = p.vector(GlifPsc.ASC_AMPS)[j];
      out[k + 3] = p.vector(GlifPsc.ASC_R)[j] * Math.exp(-decay * tRef);
    }
  }

  @Override
  public void initialise(Parameters p, double[] out, int memories) {
    out[0] = p.value(GlifPsc.V_M);
    for (int j = 0; j < currents; j++) {
      out[memories + 3 + j] = p.vector(GlifPsc.ASC_INIT)[j];
      out[memories + 2] += p.vector(GlifPsc.ASC_INIT)[j];
    }
  }

  @Override
  public boolean drivesItself() {
    return currents > 0;
  }

  @Override
  public double drive(double[] state, int m, double[] k, int c, double current) {
    double drive = k[c + DRIVE * LANES] + current;
    return currents > 0 ? drive + state[m + ASC_SUM] : drive;
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
    double asc = afterSpikeCurrents(state, m, k, c);
    double threshold = k[c + THRESHOLD * LANES];
    if (spikeThreshold) {
      state[m + TH_SPIKE] *= k[c + TH_SPIKE_STEP * LANES];
      threshold += state[m + TH_SPIKE];
    }
    if (adapting) {
      threshold += voltageThreshold(state, m, k, c, before, current + asc);
    }
    boolean spike = state[s] > threshold;
    if (spike) {
      reset(state, s, m, k, c, before);
    }
    return spike;
  }

  private double afterSpikeCurrents(double[] state, int m, double[] k, int c) {
    double sum = 0;
    for (int j = 0; j < currents; j++) {
      int own = c + (ASC + PER_ASC * j) * LANES;
      int at = m + FIRST_ASC + j * LANES;
      sum += k[own] * state[at];
      state[at] *= k[own + LANES];
    }
    state[m + ASC_SUM] = sum;
    return sum;
  }

  private static double voltageThreshold(
      double[] state, int m, double[] k, int c, double before, double current) {
    double steady = current / k[c + AdaptiveNeuron.LEAK * LANES];
    double relative = before - k[c + E_L * LANES];
    state[m + TH_VOLTAGE] =
        state[m + TH_VOLTAGE] * k[c + TH_VOLTAGE_STEP * LANES]
            + k[c + TH_VOLTAGE_TRANSIENT * LANES] * (relative - steady)
            + k[c + TH_VOLTAGE_STEADY * LANES] * steady;
    return state[m + TH_VOLTAGE];
  }

  private void reset(double[] state, int s, int m, double[] k, int c, double before) {
    for (int j = 0; j < currents; j++) {
      int own = c + (ASC + PER_ASC * j) * LANES;
      int at = m + FIRST_ASC + j * LANES;
      state[at] = k[own + 2 * LANES] + state[at] * k[own + 3 * LANES];
    }
    state[m] = k[c + AdaptiveNeuron.REFRACTORY_STEPS * LANES];
    state[s] = k[c + RESET * LANES];
    if (spikeThreshold) {
      double rest = k[c + E_L * LANES];
      state[s] = rest + k[c + RESET_FRACTION * LANES] * (before - rest) + k[c + RESET_ADD * LANES];
      state[m + TH_SPIKE] =
          state[m + TH_SPIKE] * k[c + TH_SPIKE_REFRACTORY * LANES] + k[c + TH_SPIKE_ADD * LANES];
    }
  }

  @Override
  public List<Recordable> recordables(int memories) {
    return List.of(
        Recordable.stored("V_m", "mV", "membrane potential", 0),
        Recordable.stored("ASCurrents_sum", "pA", "sum of the after-spike currents", memories + 2),
        new Recordable(
            "threshold",
            "mV",
            "spike threshold",
            (y, s, k, c) ->
                k[c + THRESHOLD * LANES] + y[s + memories * LANES] + y[s + (memories + 1) * LANES]),
        Recordable.stored(
            "threshold_spike", "mV", "spike-dependent part of the threshold", memories),
        Recordable.stored(
            "threshold_voltage", "mV", "voltage-dependent part of the threshold", memories + 1));
  }
}
