package org.baya.model.ode;

import static org.baya.model.Dynamics.LANES;

/**
 * Synapses in a step of {@link RungeKuttaFehlberg}, all stages at once. They are linear and depend
 * on nothing but themselves, y' = A y, so stage j is a polynomial of the method in h A,
 *
 * <pre>
 *   y_j = y + c_j1 u_1 + c_j2 u_2 + ...,   u_k = (h A)^k y,
 * </pre>
 *
 * with the same coefficients for all: what all ports do to the membrane is summed for each k, and
 * the polynomials are taken once, of the sums. The numbers below follow from the method's tableau;
 * of the error, the fifth minus the fourth order, only the powers 5 and 6 are left.
 */
public final class SynapseStages {
  public static final double P21 = 1.0 / 4;
  public static final double P31 = 3.0 / 8;
  public static final double P32 = 9.0 / 128;
  public static final double P41 = 12.0 / 13;
  public static final double P42 = 72.0 / 169;
  public static final double P43 = 513.0 / 2197;
  public static final double P52 = 1.0 / 2;
  public static final double P53 = 5.0 / 12;
  public static final double P54 = -5.0 / 104;
  public static final double P61 = 1.0 / 2;
  public static final double P62 = 1.0 / 8;
  public static final double P63 = -1.0 / 24;
  public static final double P64 = -11.0 / 1248;
  public static final double P65 = 11.0 / 832;

  /** After the step. */
  public static final double END2 = 1.0 / 2;

  public static final double END3 = 1.0 / 6;
  public static final double END4 = 1.0 / 24;
  public static final double END5 = 1.0 / 120;
  public static final double END6 = 1.0 / 2080;

  /** Of the error. */
  public static final double ERROR5 = -1.0 / 780;

  public static final double ERROR6 = 1.0 / 2080;

  private static final int PULLS = Workspace.PULLS * LANES;
  private static final int SLOPES = Workspace.SLOPES * LANES;

  /** The end of the step among the stages, from 0. */
  private static final int END = Workspace.STAGES * LANES;

  private SynapseStages() {}

  /**
   * Tries a step: variables after it go to {@link Workspace#Y}, what the membrane feels at each
   * stage to {@link Workspace#PULLS} and {@link Workspace#SLOPES}; errors are judged.
   *
   * @param y state; the neuron's variables are at {@code y[s + i * LANES]}
   * @param k coefficients, those of the neuron at {@code k[c + i * LANES]}
   * @param h size of the step [ms]
   * @param w workspace, the lane's at {@code w[o + i * LANES]}
   */
  static void attempt(
      AdaptiveNeuron neuron, double[] y, int s, double[] k, int c, double h, double[] w, int o) {
    Synapses synapses = neuron.synapses();
    begin(w, o + PULLS, w[o + Workspace.CURRENT * LANES]);
    begin(w, o + SLOPES, -k[c + AdaptiveNeuron.LEAK * LANES]);
    int first = neuron.membrane().variables();
    for (int port = 0; port < synapses.ports(); port++) {
      int i = (first + port * synapses.perPort()) * LANES;
      int own = c + (neuron.portCoefficients() + port * Synapses.PER_PORT) * LANES;
      if (synapses.rising()) {
        rise(neuron, y, s + i, k, c, own, h, w, o, o + Workspace.Y * LANES + i);
      } else {
        decay(neuron, y, s + i, k, c, own, h, w, o, o + Workspace.Y * LANES + i);
      }
    }
    stages(w, o + PULLS);
    stages(w, o + SLOPES);
  }

  /** What acts also without synapses is the same at all stages. */
  private static void begin(double[] w, int sums, double constant) {
    w[sums] = constant;
    for (int i = LANES; i < END; i += LANES) {
      w[sums + i] = 0;
    }
    w[sums + END] = constant;
  }

  /** dg/dt = -decay g. */
  private static void decay(
      AdaptiveNeuron neuron,
      double[] y,
      int s,
      double[] k,
      int c,
      int own,
      double h,
      double[] w,
      int o,
      int out) {
    double z = -h * k[own + Synapses.DECAY * LANES];
    double pull = k[own + Synapses.PULL * LANES];
    boolean leaks = neuron.synapses().conductances();
    double g = y[s];
    add(w, o, 0, g, pull, leaks);
    double g1 = z * g;
    add(w, o, 1, g1, pull, leaks);
    double g2 = z * g1;
    add(w, o, 2, g2, pull, leaks);
    double g3 = z * g2;
    add(w, o, 3, g3, pull, leaks);
    double g4 = z * g3;
    add(w, o, 4, g4, pull, leaks);
    double g5 = z * g4;
    add(w, o, 5, g5, pull, leaks);
    double g6 = z * g5;
    double end = end(g, g1, g2, g3, g4, g5, g6);
    add(w, o, 6, end, pull, leaks);
    w[out] = end;
    double error = Math.abs(Math.fma(ERROR6, g6, ERROR5 * g5));
    RungeKuttaFehlberg.judge(error, RungeKuttaFehlberg.allowed(neuron, z * end, k, c), w, o);
  }

  /**
   * dx/dt = -decay x, dg/dt = x - rise g; x is kept times h, and divided by it only as the factor
   * of its slope.
   */
  private static void rise(
      AdaptiveNeuron neuron,
      double[] y,
      int s,
      double[] k,
      int c,
      int own,
      double h,
      double[] w,
      int o,
      int out) {
    double decay = k[own + Synapses.DECAY * LANES];
    double z = -h * decay;
    double zg = -h * k[own + Synapses.RISE * LANES];
    double pull = k[own + Synapses.PULL * LANES];
    boolean leaks = neuron.synapses().conductances();
    double x = h * y[s];
    double g = y[s + LANES];
    add(w, o, 0, g, pull, leaks);
    double g1 = Math.fma(zg, g, x);
    add(w, o, 1, g1, pull, leaks);
    double x1 = z * x;
    double g2 = Math.fma(zg, g1, x1);
    add(w, o, 2, g2, pull, leaks);
    double x2 = z * x1;
    double g3 = Math.fma(zg, g2, x2);
    add(w, o, 3, g3, pull, leaks);
    double x3 = z * x2;
    double g4 = Math.fma(zg, g3, x3);
    add(w, o, 4, g4, pull, leaks);
    double x4 = z * x3;
    double g5 = Math.fma(zg, g4, x4);
    add(w, o, 5, g5, pull, leaks);
    double x5 = z * x4;
    double g6 = Math.fma(zg, g5, x5);
    double sum = Math.fma(END3, x2, Math.fma(END2, x1, x));
    sum = Math.fma(END6, x5, Math.fma(END5, x4, Math.fma(END4, x3, sum)));
    double xEnd = Math.fma(-decay, sum, y[s]);
    double gEnd = end(g, g1, g2, g3, g4, g5, g6);
    add(w, o, 6, gEnd, pull, leaks);
    w[out] = xEnd;
    w[out + LANES] = gEnd;
    double xError = Math.abs(decay * Math.fma(ERROR6, x5, ERROR5 * x4));
    double xAllowed = RungeKuttaFehlberg.allowed(neuron, z * xEnd, k, c);
    double gError = Math.abs(Math.fma(ERROR6, g6, ERROR5 * g5));
    double gAllowed = RungeKuttaFehlberg.allowed(neuron, Math.fma(zg, gEnd, h * xEnd), k, c);
    boolean smaller = gError * xAllowed <= xError * gAllowed;
    RungeKuttaFehlberg.judge(smaller ? xError : gError, smaller ? xAllowed : gAllowed, w, o);
  }

  private static double end(
      double g, double g1, double g2, double g3, double g4, double g5, double g6) {
    double sum = Math.fma(END3, g3, Math.fma(END2, g2, g + g1));
    return Math.fma(END6, g6, Math.fma(END5, g5, Math.fma(END4, g4, sum)));
  }

  private static void add(double[] w, int o, int power, double g, double pull, boolean leaks) {
    int at = o + power * LANES;
    w[PULLS + at] = Math.fma(pull, g, w[PULLS + at]);
    if (leaks) {
      w[SLOPES + at] -= g;
    }
  }

  /** From sums of powers to stages, in their place. */
  private static void stages(double[] w, int at) {
    double s = w[at];
    double s1 = w[at + LANES];
    double s2 = w[at + 2 * LANES];
    double s3 = w[at + 3 * LANES];
    double s4 = w[at + 4 * LANES];
    double s5 = w[at + 5 * LANES];
    w[at + LANES] = Math.fma(P21, s1, s);
    w[at + 2 * LANES] = Math.fma(P32, s2, Math.fma(P31, s1, s));
    w[at + 3 * LANES] = Math.fma(P43, s3, Math.fma(P42, s2, Math.fma(P41, s1, s)));
    w[at + 4 * LANES] = Math.fma(P54, s4, Math.fma(P53, s3, Math.fma(P52, s2, s + s1)));
    double sixth = Math.fma(P63, s3, Math.fma(P62, s2, Math.fma(P61, s1, s)));
    w[at + 5 * LANES] = Math.fma(P65, s5, Math.fma(P64, s4, sixth));
  }
}
