package org.baya.model.ode;

import static org.baya.model.Dynamics.LANES;

/**
 * The embedded Runge-Kutta-Fehlberg method 4(5), one neuron at a time, going on with the solution
 * of fifth order. Each neuron keeps its own step size from one simulation step to the next; the
 * last step inside a simulation step is cut so that it ends there.
 *
 * <p>Reference: Fehlberg 1969, NASA TR R-315 (table III, formula 2 with alpha_5 = 1/2). Same
 * tableau and step control as GSL's rkf45, which NEST uses.
 */
public final class RungeKuttaFehlberg {
  public static final double B21 = 1.0 / 4;
  public static final double B31 = 3.0 / 32;
  public static final double B32 = 9.0 / 32;
  public static final double B41 = 1932.0 / 2197;
  public static final double B42 = -7200.0 / 2197;
  public static final double B43 = 7296.0 / 2197;
  public static final double B51 = 439.0 / 216;
  public static final double B52 = -8;
  public static final double B53 = 3680.0 / 513;
  public static final double B54 = -845.0 / 4104;
  public static final double B61 = -8.0 / 27;
  public static final double B62 = 2;
  public static final double B63 = -3544.0 / 2565;
  public static final double B64 = 1859.0 / 4104;
  public static final double B65 = -11.0 / 40;

  /** Fifth order. */
  public static final double C1 = 16.0 / 135;

  public static final double C3 = 6656.0 / 12825;
  public static final double C4 = 28561.0 / 56430;
  public static final double C5 = -9.0 / 50;
  public static final double C6 = 2.0 / 55;

  /** Fifth minus fourth order. */
  public static final double E1 = 1.0 / 360;

  public static final double E3 = -128.0 / 4275;
  public static final double E4 = -2197.0 / 75240;
  public static final double E5 = 1.0 / 50;
  public static final double E6 = 2.0 / 55;

  private RungeKuttaFehlberg() {}

  /** Integrates one neuron to the end of a simulation step; returns the spikes on the way. */
  static int advance(
      AdaptiveNeuron neuron,
      double[] state,
      int s,
      double[] k,
      int c,
      double current,
      double[] w,
      int o) {
    int n = neuron.equations();
    int m = s + n * LANES;
    Membrane membrane = neuron.membrane();
    double span = k[c + AdaptiveNeuron.RESOLUTION * LANES];
    double time = 0;
    int spikes = 0;
    w[o + Workspace.CURRENT * LANES] = membrane.drive(state, m, k, c, current);
    while (time < span) {
      double left = span - time;
      double next = state[m + AdaptiveNeuron.NEXT_STEP * LANES];
      boolean last = next >= left;
      double tried = last ? left : next;
      boolean refractory = state[m + AdaptiveNeuron.REFRACTORY * LANES] > 0;
      w[o + Workspace.ELASTANCE * LANES] = refractory ? 0 : k[c + AdaptiveNeuron.ELASTANCE * LANES];
      double worst = attempt(neuron, state, s, k, c, tried, w, o);
      double following = StepControl.next(tried, worst);
      boolean accepted = worst <= StepControl.REPEAT_ABOVE;
      boolean failed = !accepted && following < StepControl.SMALLEST * span;
      state[m + AdaptiveNeuron.NEXT_STEP * LANES] = following < span ? following : span;
      if (accepted) {
        copy(n, w, o + Workspace.Y * LANES, state, s);
        time = last ? span : time + tried;
        if (membrane.settleWithin(state, s, m, k, c)) {
          spikes++;
        }
      } else if (failed) {
        state[s] = Double.NaN;
        state[m + AdaptiveNeuron.NEXT_STEP * LANES] = span;
        time = span;
      }
    }
    return spikes;
  }

  private static void copy(int n, double[] from, int at, double[] to, int s) {
    for (int i = 0; i < n * LANES; i += LANES) {
      to[s + i] = from[at + i];
    }
  }

  /** Tries a step of size {@code h}; the new variables go to the workspace, the state stays. */
  private static double attempt(
      AdaptiveNeuron neuron, double[] y, int s, double[] k, int c, double h, double[] w, int o) {
    Membrane membrane = neuron.membrane();
    int n = membrane.variables();
    int next = o + Workspace.Y * LANES;
    int first = o + Workspace.stage(neuron, 1) * LANES;
    w[o + Workspace.LARGEST * LANES] = 0;
    w[o + Workspace.ALLOWED * LANES] = 1;
    SynapseStages.attempt(neuron, y, s, k, c, h, w, o);
    derivatives(membrane, 1, y, s, k, c, w, o, first);
    for (int stage = 2; stage <= Workspace.STAGES; stage++) {
      advance(stage, y, s, h, w, first, next, n);
      int out = first + (stage - 1) * n * LANES;
      derivatives(membrane, stage, w, next, k, c, w, o, out);
    }
    advance(Workspace.STAGES + 1, y, s, h, w, first, next, n);
    int errors = next + neuron.equations() * LANES;
    for (int i = 0; i < n; i++) {
      w[errors + i * LANES] = h * error(w, first, i, n);
    }
    if (membrane.judgedByRates()) {
      derivatives(membrane, Workspace.STAGES + 1, w, next, k, c, w, o, first);
    }
    for (int i = 0; i < n; i++) {
      double allowed = allowed(neuron, h * w[first + i * LANES], k, c);
      judge(Math.abs(w[errors + i * LANES]), allowed, w, o);
    }
    double largest = w[o + Workspace.LARGEST * LANES];
    return membrane.judgedByRates()
        ? largest / w[o + Workspace.ALLOWED * LANES]
        : largest / k[c + AdaptiveNeuron.TOLERANCE * LANES];
  }

  /** The membrane's derivatives with what synapses do at that stage; 7 is the end of the step. */
  private static void derivatives(
      Membrane membrane,
      int stage,
      double[] y,
      int at,
      double[] k,
      int c,
      double[] w,
      int o,
      int out) {
    w[o + Workspace.PULL * LANES] = w[o + (Workspace.PULLS + stage - 1) * LANES];
    w[o + Workspace.SLOPE * LANES] = w[o + (Workspace.SLOPES + stage - 1) * LANES];
    membrane.derivatives(y, at, k, c, w, o, out);
  }

  /** The membrane's variables at a stage. */
  private static void advance(
      int stage, double[] y, int s, double h, double[] w, int first, int next, int n) {
    for (int i = 0; i < n; i++) {
      w[next + i * LANES] = Math.fma(h, slope(stage, w, first, i, n), y[s + i * LANES]);
    }
  }

  /**
   * What an error may be; 1 where all may be the same.
   *
   * @param change that the slope after the step would make in a step
   */
  static double allowed(AdaptiveNeuron neuron, double change, double[] k, int c) {
    if (!neuron.membrane().judgedByRates()) {
      return 1;
    }
    double rate = k[c + AdaptiveNeuron.RATE_TOLERANCE * LANES];
    return Math.fma(rate, Math.abs(change), k[c + AdaptiveNeuron.TOLERANCE * LANES]);
  }

  /**
   * Judges the size of an error against the largest so far in units of what is allowed. Fractions
   * are compared without a division. A size that is no number replaces any other, and what is no
   * number reaches the membrane, which is judged last.
   */
  static void judge(double size, double allowed, double[] w, int o) {
    int largest = o + Workspace.LARGEST * LANES;
    int its = o + Workspace.ALLOWED * LANES;
    if (!(size * w[its] <= w[largest] * allowed)) {
      w[largest] = size;
      w[its] = allowed;
    }
  }

  /** The slope with which stage {@code stage} is reached; 7 is the end of the step. */
  private static double slope(int stage, double[] w, int first, int i, int n) {
    int at = first + i * LANES;
    int next = n * LANES;
    double k1 = w[at];
    return switch (stage) {
      case 2 -> B21 * k1;
      case 3 -> Math.fma(B32, w[at + next], B31 * k1);
      case 4 -> Math.fma(B43, w[at + 2 * next], Math.fma(B42, w[at + next], B41 * k1));
      case 5 ->
          Math.fma(
              B54,
              w[at + 3 * next],
              Math.fma(B53, w[at + 2 * next], Math.fma(B52, w[at + next], B51 * k1)));
      case 6 ->
          Math.fma(
              B65,
              w[at + 4 * next],
              Math.fma(
                  B64,
                  w[at + 3 * next],
                  Math.fma(B63, w[at + 2 * next], Math.fma(B62, w[at + next], B61 * k1))));
      default ->
          Math.fma(
              C6,
              w[at + 5 * next],
              Math.fma(
                  C5,
                  w[at + 4 * next],
                  Math.fma(C4, w[at + 3 * next], Math.fma(C3, w[at + 2 * next], C1 * k1))));
    };
  }

  private static double error(double[] w, int first, int i, int n) {
    int at = first + i * LANES;
    int next = n * LANES;
    return Math.fma(
        E6,
        w[at + 5 * next],
        Math.fma(
            E5,
            w[at + 4 * next],
            Math.fma(E4, w[at + 3 * next], Math.fma(E3, w[at + 2 * next], E1 * w[at]))));
  }
}
