package org.baya.model.neuron;

import java.util.ArrayList;
import java.util.List;
import org.baya.model.Dynamics;
import org.baya.model.Parameters;
import org.baya.model.Recordable;
import org.baya.model.Routing;
import org.baya.model.TimeGrid;

/**
 * The dynamics of {@link GlifPsc} and {@link GlifPscDoubleAlpha}; potentials are stored relative to
 * E_L.
 *
 * <p>State: the variables below, then {@link AlphaPorts} of the ports that are heard, then one
 * value per after-spike current, then what only recordings read: the sum of the synaptic currents,
 * that of the after-spike currents, and with two synaptic currents per port the sum of the first of
 * each. Coefficients: the fixed ones, then those of {@link AlphaPorts}, then {@link #PER_ASC} per
 * after-spike current.
 *
 * @param ports synaptic ports, at least 1
 * @param perPort alpha-shaped currents per port, 1 or 2
 * @param currents after-spike currents, 0 without them
 * @param spikeThreshold whether the threshold jumps at spikes
 * @param adapting whether the threshold follows the potential
 * @param silent bit p is set for a port p that gets no input and has no state
 */
public record GlifPscDynamics(
    int ports, int perPort, int currents, boolean spikeThreshold, boolean adapting, long silent)
    implements Dynamics {
  /** First state: potential, steps left refractory, then both parts of a moving threshold. */
  public static final int U = 0;

  public static final int REFRACTORY = 1;
  public static final int TH_SPIKE = 2;
  public static final int TH_VOLTAGE = 3;
  private static final int MOVING_THRESHOLD = 2;

  /** Fixed coefficients. */
  public static final int P33 = 0;

  public static final int P30 = 1;
  public static final int THRESHOLD = 2;
  public static final int RESET = 3;
  public static final int STEPS = 4;
  public static final int REST = 5;
  public static final int TH_SPIKE_STEP = 6;
  public static final int TH_SPIKE_REFRACTORY = 7;
  public static final int TH_SPIKE_ADD = 8;
  public static final int RESET_FRACTION = 9;
  public static final int RESET_ADD = 10;
  public static final int TH_VOLTAGE_STEP = 11;

  /**
   * Voltage-dependent threshold after a step, per part of the potential that decays during it and
   * per part that stays.
   */
  public static final int TH_VOLTAGE_TRANSIENT = 12;

  public static final int TH_VOLTAGE_STEADY = 13;
  public static final int RESISTANCE = 14;
  public static final int FIXED_COEFFICIENTS = 15;

  /** Coefficients per after-spike current. */
  public static final int ASC_MEAN = 0;

  public static final int ASC_STEP = 1;
  public static final int ASC_ADD = 2;
  public static final int ASC_KEEP = 3;
  public static final int PER_ASC = 4;

  /** Dynamics that hear all ports. */
  public GlifPscDynamics(
      int ports, int perPort, int currents, boolean spikeThreshold, boolean adapting) {
    this(ports, perPort, currents, spikeThreshold, adapting, 0);
  }

  @Override
  public int states() {
    return fastSum() + (perPort == 2 ? 1 : 0);
  }

  /** Number of ports with state. */
  public int heard() {
    return ports - Long.bitCount(silent);
  }

  /** Kernels take ports two at a time, so an even number keeps its state where that is possible. */
  @Override
  public GlifPscDynamics hearing(long heard) {
    long none = ports < Long.SIZE ? ~heard & (1L << ports) - 1 : ~heard;
    int left = ports - Long.bitCount(none);
    if (none != 0 && (left == 0 || left % 2 != 0)) {
      none &= none - 1;
      left++;
    }
    if (none != 0 && left % 2 != 0) {
      none &= none - 1;
    }
    return new GlifPscDynamics(ports, perPort, currents, spikeThreshold, adapting, none);
  }

  @Override
  public int coefficients() {
    return firstCurrentCoefficient() + PER_ASC * currents;
  }

  @Override
  public int slots() {
    return ports;
  }

  @Override
  public Routing routing() {
    return Routing.BY_PORT;
  }

  private int alphas() {
    return heard() * perPort;
  }

  /** Index of the sum of the synaptic currents in the state. */
  public int synapticSum() {
    return firstCurrent() + currents;
  }

  /** Index of the sum of the after-spike currents in the state. */
  public int currentSum() {
    return synapticSum() + 1;
  }

  /** Index of the sum of the first currents of all ports in the state, if there are second ones. */
  public int fastSum() {
    return synapticSum() + 2;
  }

  /** Index of the first port in the state. */
  public int firstPort() {
    return U + 2 + (spikeThreshold ? MOVING_THRESHOLD : 0);
  }

  /** Index of the first after-spike current in the state. */
  public int firstCurrent() {
    return firstPort() + AlphaPorts.STATES * alphas();
  }

  /** Index of the first coefficient of after-spike currents. */
  public int firstCurrentCoefficient() {
    return FIXED_COEFFICIENTS + AlphaPorts.COEFFICIENTS * alphas();
  }

  @Override
  public void prepare(Parameters p, TimeGrid grid, double[] out) {
    double h = grid.resolutionMs();
    double capacitance = p.value(GlifPsc.C_M);
    double leak = p.value(GlifPsc.G) / capacitance;
    double tRef = p.value(GlifPsc.T_REF);
    double a = p.value(GlifPsc.TH_VOLTAGE_INDEX);
    double b = p.value(GlifPsc.TH_VOLTAGE_DECAY);
    out[P33] = Math.exp(-h * leak);
    out[P30] = Propagator.constant(1 / leak, capacitance, h);
    out[THRESHOLD] = p.value(GlifPsc.V_TH) - p.value(GlifPsc.E_L);
    out[RESET] = p.value(GlifPsc.V_RESET) - p.value(GlifPsc.E_L);
    out[STEPS] = grid.stepsUp(tRef);
    out[REST] = p.value(GlifPsc.E_L);
    out[TH_SPIKE_STEP] = Math.exp(-p.value(GlifPsc.TH_SPIKE_DECAY) * h);
    out[TH_SPIKE_REFRACTORY] = Math.exp(-p.value(GlifPsc.TH_SPIKE_DECAY) * tRef);
    out[TH_SPIKE_ADD] = p.value(GlifPsc.TH_SPIKE_ADD);
    out[RESET_FRACTION] = p.value(GlifPsc.RESET_FRACTION);
    out[RESET_ADD] = p.value(GlifPsc.RESET_ADD);
    out[TH_VOLTAGE_STEP] = Math.exp(-b * h);
    out[TH_VOLTAGE_TRANSIENT] = a * Propagator.overlap(b, leak, h);
    out[TH_VOLTAGE_STEADY] = a * -Math.expm1(-b * h) / b;
    out[RESISTANCE] = 1 / p.value(GlifPsc.G);
    prepareAlphas(p, 1 / leak, capacitance, h, out);
    prepareCurrents(p, tRef, h, out);
  }

  private void prepareAlphas(
      Parameters p, double tauM, double capacitance, double h, double[] out) {
    for (int i = 0; i < alphas(); i++) {
      int port = AlphaPorts.port(silent, i / perPort);
      double tauSyn;
      double amplitude = 1;
      if (perPort == 1) {
        tauSyn = p.vector(GlifPsc.TAU_SYN)[port];
      } else if (i % perPort == 0) {
        tauSyn = p.vector(GlifPscDoubleAlpha.TAU_SYN_FAST)[port];
      } else {
        tauSyn = p.vector(GlifPscDoubleAlpha.TAU_SYN_SLOW)[port];
        amplitude = p.vector(GlifPscDoubleAlpha.AMP_SLOW)[port];
      }
      int k = FIXED_COEFFICIENTS + AlphaPorts.COEFFICIENTS * i;
      AlphaPorts.prepare(tauSyn, amplitude, tauM, capacitance, h, out, k);
    }
  }

  private void prepareCurrents(Parameters p, double tRef, double h, double[] out) {
    for (int j = 0; j < currents; j++) {
      int k = firstCurrentCoefficient() + PER_ASC * j;
      double decay = p.vector(GlifPsc.ASC_DECAY)[j];
      out[k + ASC_MEAN] = -Math.expm1(-decay * h) / (decay * h);
      out[k + ASC_STEP] = Math.exp(-decay * h);
      out[k + ASC_ADD] = p.vector(GlifPsc.ASC_AMPS)[j];
      out[k + ASC_KEEP] = p.vector(GlifPsc.ASC_R)[j] * Math.exp(-decay * tRef);
    }
  }

  @Override
  public void initialise(Parameters p, double[] out) {
    out[U] = p.value(GlifPsc.V_M) - p.value(GlifPsc.E_L);
    for (int j = 0; j < currents; j++) {
      out[firstCurrent() + j] = p.vector(GlifPsc.ASC_INIT)[j];
      out[currentSum()] += p.vector(GlifPsc.ASC_INIT)[j];
    }
  }

  @Override
  public boolean step(double[] y, int s, double[] k, int c, double[] input, int x, double current) {
    double refractory = y[s + REFRACTORY * LANES];
    int firstPort = s + firstPort() * LANES;
    int own = c + FIXED_COEFFICIENTS * LANES;
    double total = AlphaPorts.total(alphas(), 1, y, firstPort);
    double fast = perPort == 2 ? AlphaPorts.total(alphas(), 2, y, firstPort) : 0;
    double effect = AlphaPorts.step(heard(), perPort, silent, y, firstPort, k, own, input, x);
    if (refractory > 0) {
      y[s + REFRACTORY * LANES] = refractory - 1;
      return false;
    }
    y[s + synapticSum() * LANES] = total;
    if (perPort == 2) {
      y[s + fastSum() * LANES] = fast;
    }
    double asc = afterSpikeCurrents(y, s, k, c);
    double before = y[s + U * LANES];
    double u =
        Math.fma(before, k[c + P33 * LANES], Math.fma(current + asc, k[c + P30 * LANES], effect));
    double threshold = k[c + THRESHOLD * LANES] + threshold(y, s, k, c, before, current + asc);
    boolean spike = u > threshold;
    y[s + U * LANES] = u;
    if (spike) {
      reset(y, s, k, c, before);
    }
    return spike;
  }

  /** Decays the after-spike currents and returns the sum of their means over the step. */
  private double afterSpikeCurrents(double[] y, int s, double[] k, int c) {
    double sum = 0;
    for (int j = 0; j < currents; j++) {
      int state = s + (firstCurrent() + j) * LANES;
      int coefficient = c + (firstCurrentCoefficient() + PER_ASC * j) * LANES;
      double asc = y[state];
      sum = Math.fma(k[coefficient + ASC_MEAN * LANES], asc, sum);
      y[state] = asc * k[coefficient + ASC_STEP * LANES];
    }
    y[s + currentSum() * LANES] = sum;
    return sum;
  }

  /** Advances both parts of the threshold and returns their sum. */
  private double threshold(double[] y, int s, double[] k, int c, double before, double current) {
    if (!spikeThreshold) {
      return 0;
    }
    double spikePart = y[s + TH_SPIKE * LANES] * k[c + TH_SPIKE_STEP * LANES];
    y[s + TH_SPIKE * LANES] = spikePart;
    if (!adapting) {
      return spikePart;
    }
    double steady = current * k[c + RESISTANCE * LANES];
    double kept =
        Math.fma(
            k[c + TH_VOLTAGE_STEP * LANES],
            y[s + TH_VOLTAGE * LANES],
            k[c + TH_VOLTAGE_STEADY * LANES] * steady);
    double voltagePart = Math.fma(k[c + TH_VOLTAGE_TRANSIENT * LANES], before - steady, kept);
    y[s + TH_VOLTAGE * LANES] = voltagePart;
    return spikePart + voltagePart;
  }

  /**
   * Resets a neuron that spikes.
   *
   * @param before its potential before the step, relative to E_L
   */
  public void reset(double[] y, int s, double[] k, int c, double before) {
    for (int j = 0; j < currents; j++) {
      int state = s + (firstCurrent() + j) * LANES;
      int coefficient = c + (firstCurrentCoefficient() + PER_ASC * j) * LANES;
      y[state] =
          Math.fma(y[state], k[coefficient + ASC_KEEP * LANES], k[coefficient + ASC_ADD * LANES]);
    }
    y[s + REFRACTORY * LANES] = k[c + STEPS * LANES];
    if (spikeThreshold) {
      y[s + U * LANES] = Math.fma(before, k[c + RESET_FRACTION * LANES], k[c + RESET_ADD * LANES]);
      y[s + TH_SPIKE * LANES] =
          Math.fma(
              y[s + TH_SPIKE * LANES],
              k[c + TH_SPIKE_REFRACTORY * LANES],
              k[c + TH_SPIKE_ADD * LANES]);
    } else {
      y[s + U * LANES] = k[c + RESET * LANES];
    }
  }

  @Override
  public List<Recordable> recordables() {
    List<Recordable> all = new ArrayList<>();
    all.add(Recordable.shifted("V_m", "mV", "membrane potential", U, REST));
    all.add(
        Recordable.stored(
            "ASCurrents_sum",
            "pA",
            "sum of the after-spike currents, mean over the step",
            currentSum()));
    all.add(
        Recordable.stored(
            "I_syn",
            "pA",
            "sum of the synaptic currents at the beginning of the last step that was not refractory",
            synapticSum()));
    if (perPort == 2) {
      addParts(all);
    }
    all.add(
        new Recordable(
            "threshold",
            "mV",
            "spike threshold",
            (y, s, k, c) ->
                k[c + THRESHOLD * LANES]
                    + moved(y, s, TH_SPIKE)
                    + moved(y, s, TH_VOLTAGE)
                    + k[c + REST * LANES]));
    all.add(
        new Recordable(
            "threshold_spike",
            "mV",
            "spike-dependent part of the threshold",
            (y, s, k, c) -> moved(y, s, TH_SPIKE)));
    all.add(
        new Recordable(
            "threshold_voltage",
            "mV",
            "voltage-dependent part of the threshold",
            (y, s, k, c) -> moved(y, s, TH_VOLTAGE)));
    return all;
  }

  /** A part of the threshold; 0 where it does not move. */
  private double moved(double[] y, int s, int part) {
    return spikeThreshold ? y[s + part * LANES] : 0;
  }

  private void addParts(List<Recordable> all) {
    int sum = synapticSum() * LANES;
    int fast = fastSum() * LANES;
    all.add(
        Recordable.stored("I_syn_fast", "pA", "the part of I_syn with tau_syn_fast", fastSum()));
    all.add(
        new Recordable(
            "I_syn_slow",
            "pA",
            "the part of I_syn with tau_syn_slow",
            (y, s, k, c) -> y[s + sum] - y[s + fast]));
  }
}
