package org.baya.model.neuron;

import static org.baya.model.Dynamics.LANES;

import org.baya.model.Dynamics;

/**
 * Alpha-shaped synaptic currents on any number of ports, integrated exactly. Per port,
 *
 * <pre>
 *   effect on the potential in a step = P31 rise + P32 syn
 *   syn  &lt;- P21 rise + P11 syn
 *   rise &lt;- P11 rise + (e / tau_syn) input
 * </pre>
 *
 * <p>A port may have several such currents, driven by one input. A current's state is {@link #RISE}
 * and {@link #SYN}, its coefficients are {@link #P11} to {@link #PEAK}; the currents of a port
 * follow each other, then those of the next.
 */
public final class AlphaPorts {
  /** State per current. */
  public static final int RISE = 0;

  public static final int SYN = 1;
  public static final int STATES = 2;

  /** Coefficients per current. */
  public static final int P11 = 0;

  public static final int P21 = 1;
  public static final int P31 = 2;
  public static final int P32 = 3;
  public static final int PEAK = 4;
  public static final int COEFFICIENTS = 5;

  private AlphaPorts() {}

  /**
   * Computes the coefficients of a current into {@code out[k..]}.
   *
   * @param amplitude peak per input
   */
  static void prepare(
      double tauSyn,
      double amplitude,
      double tauM,
      double capacitance,
      double h,
      double[] out,
      int k) {
    out[k + P11] = Math.exp(-h / tauSyn);
    out[k + P21] = h * out[k + P11];
    out[k + P31] = Propagator.alpha(tauSyn, tauM, capacitance, h);
    out[k + P32] = Propagator.exponential(tauSyn, tauM, capacitance, h);
    out[k + PEAK] = amplitude * Math.E / tauSyn;
  }

  /**
   * The port of which the {@code i}-th stored state is.
   *
   * @param silent bit p is set for a port p below 64 without state, as it gets no input
   */
  public static int port(long silent, int i) {
    int none = Long.bitCount(silent);
    if (i >= Long.SIZE - none) {
      return i + none;
    }
    // No branch on silent: kernels are compiled before they meet a silent port.
    long heard = ~silent;
    for (int skipped = 0; skipped < i; skipped++) {
      heard &= heard - 1;
    }
    return Long.numberOfTrailingZeros(heard);
  }

  /**
   * Advances all ports of one neuron by a step; offsets as in {@link Dynamics}, at the first port.
   *
   * @param ports those with state
   * @param perPort currents per port
   * @param silent see {@link #port}
   * @return what the currents add to the potential in this step [mV]
   */
  static double step(
      int ports,
      int perPort,
      long silent,
      double[] y,
      int s,
      double[] k,
      int c,
      double[] input,
      int x) {
    double effect = 0;
    for (int i = 0; i < ports * perPort; i++) {
      int state = s + STATES * i * LANES;
      int own = c + COEFFICIENTS * i * LANES;
      double rise = y[state + RISE * LANES];
      double syn = y[state + SYN * LANES];
      effect = Math.fma(k[own + P31 * LANES], rise, effect);
      effect = Math.fma(k[own + P32 * LANES], syn, effect);
      y[state + SYN * LANES] = Math.fma(k[own + P21 * LANES], rise, k[own + P11 * LANES] * syn);
      y[state + RISE * LANES] =
          Math.fma(
              k[own + P11 * LANES],
              rise,
              k[own + PEAK * LANES] * input[x + port(silent, i / perPort) * LANES]);
    }
    return effect;
  }

  /** Sum of every {@code every}-th of so many currents. */
  static double total(int currents, int every, double[] y, int s) {
    double total = 0;
    for (int i = 0; i < currents; i += every) {
      total += y[s + (STATES * i + SYN) * LANES];
    }
    return total;
  }
}
