package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.ode.RungeKuttaFehlberg.*;
import static org.baya.model.ode.Synapses.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.AdaptiveNeuron;
import org.baya.model.ode.Synapses;
import org.baya.model.ode.Workspace;

/**
 * Vector twin of {@link Synapses#derivatives} and of what {@link
 * org.baya.model.ode.RungeKuttaFehlberg} makes of them. Synapses depend on nothing but themselves,
 * so all stages of a variable are computed at once, their derivatives in registers; the membrane
 * follows with the effects that they left at each stage.
 *
 * <p>A variable at {@code i} after the step has its value at stage j, from 2, at {@code i + j d} in
 * place of the derivatives, its error at {@code i + d}, its value before at {@code i + 7 d}.
 */
final class SynapseKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final int TRIED = Workspace.TRIED * LANES;
  private static final int WORST = Workspace.WORST * LANES;

  private SynapseKernel() {}

  /**
   * Tries a step of the synapses of some blocks.
   *
   * @param size distance of two blocks
   * @param y where the first port's variables of the first block will be after the step
   * @param c its coefficients
   * @param d the number of equations times lanes
   */
  static void attempt(Synapses synapses, double[] w, int blocks, int size, int y, int c, int d) {
    int ports = synapses.ports();
    int perPort = synapses.perPort() * LANES;
    boolean rising = synapses.rising();
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        for (int port = 0; port < ports; port++) {
          int own = c + port * PER_PORT * LANES + lane;
          int i = y + port * perPort + lane;
          decay(w, lane, i, own, d);
          if (rising) {
            follow(w, lane, i + LANES, own, d);
          }
        }
        effect(w, lane, y + (rising ? LANES : 0) + lane, c + lane, ports, perPort, d);
      }
    }
  }

  /** dy/dt = -decay y. */
  private static void decay(double[] w, int lane, int i, int c, int d) {
    DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
    DoubleVector decay = DoubleVector.fromArray(SPECIES, w, c + DECAY * LANES);
    DoubleVector y1 = DoubleVector.fromArray(SPECIES, w, i + 7 * d);
    DoubleVector k1 = decay.mul(y1).neg();
    DoubleVector y2 = h.fma(k1.mul(B21), y1);
    y2.intoArray(w, i + 2 * d);
    DoubleVector k2 = decay.mul(y2).neg();
    DoubleVector y3 = h.fma(k2.fma(DoubleVector.broadcast(SPECIES, B32), k1.mul(B31)), y1);
    y3.intoArray(w, i + 3 * d);
    DoubleVector k3 = decay.mul(y3).neg();
    DoubleVector y4 =
        h.fma(
            k3.fma(
                DoubleVector.broadcast(SPECIES, B43),
                k2.fma(DoubleVector.broadcast(SPECIES, B42), k1.mul(B41))),
            y1);
    y4.intoArray(w, i + 4 * d);
    DoubleVector k4 = decay.mul(y4).neg();
    DoubleVector y5 =
        h.fma(
            k4.fma(
                DoubleVector.broadcast(SPECIES, B54),
                k3.fma(
                    DoubleVector.broadcast(SPECIES, B53),
                    k2.fma(DoubleVector.broadcast(SPECIES, B52), k1.mul(B51)))),
            y1);
    y5.intoArray(w, i + 5 * d);
    DoubleVector k5 = decay.mul(y5).neg();
    DoubleVector y6 =
        h.fma(
            k5.fma(
                DoubleVector.broadcast(SPECIES, B65),
                k4.fma(
                    DoubleVector.broadcast(SPECIES, B64),
                    k3.fma(
                        DoubleVector.broadcast(SPECIES, B63),
                        k2.fma(DoubleVector.broadcast(SPECIES, B62), k1.mul(B61))))),
            y1);
    y6.intoArray(w, i + 6 * d);
    DoubleVector k6 = decay.mul(y6).neg();
    DoubleVector y7 =
        h.fma(
            k6.fma(
                DoubleVector.broadcast(SPECIES, C6),
                k5.fma(
                    DoubleVector.broadcast(SPECIES, C5),
                    k4.fma(
                        DoubleVector.broadcast(SPECIES, C4),
                        k3.fma(DoubleVector.broadcast(SPECIES, C3), k1.mul(C1))))),
            y1);
    y7.intoArray(w, i);
    h.mul(
            k6.fma(
                DoubleVector.broadcast(SPECIES, E6),
                k5.fma(
                    DoubleVector.broadcast(SPECIES, E5),
                    k4.fma(
                        DoubleVector.broadcast(SPECIES, E4),
                        k3.fma(DoubleVector.broadcast(SPECIES, E3), k1.mul(E1))))))
        .abs()
        .intoArray(w, i + d);
  }

  /** dy/dt = x - rise y, where x is the variable before y. */
  private static void follow(double[] w, int lane, int i, int c, int d) {
    DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
    DoubleVector rise = DoubleVector.fromArray(SPECIES, w, c + RISE * LANES);
    DoubleVector y1 = DoubleVector.fromArray(SPECIES, w, i + 7 * d);
    DoubleVector k1 = DoubleVector.fromArray(SPECIES, w, i - LANES + 7 * d).sub(rise.mul(y1));
    DoubleVector y2 = h.fma(k1.mul(B21), y1);
    y2.intoArray(w, i + 2 * d);
    DoubleVector k2 = DoubleVector.fromArray(SPECIES, w, i - LANES + 2 * d).sub(rise.mul(y2));
    DoubleVector y3 = h.fma(k2.fma(DoubleVector.broadcast(SPECIES, B32), k1.mul(B31)), y1);
    y3.intoArray(w, i + 3 * d);
    DoubleVector k3 = DoubleVector.fromArray(SPECIES, w, i - LANES + 3 * d).sub(rise.mul(y3));
    DoubleVector y4 =
        h.fma(
            k3.fma(
                DoubleVector.broadcast(SPECIES, B43),
                k2.fma(DoubleVector.broadcast(SPECIES, B42), k1.mul(B41))),
            y1);
    y4.intoArray(w, i + 4 * d);
    DoubleVector k4 = DoubleVector.fromArray(SPECIES, w, i - LANES + 4 * d).sub(rise.mul(y4));
    DoubleVector y5 =
        h.fma(
            k4.fma(
                DoubleVector.broadcast(SPECIES, B54),
                k3.fma(
                    DoubleVector.broadcast(SPECIES, B53),
                    k2.fma(DoubleVector.broadcast(SPECIES, B52), k1.mul(B51)))),
            y1);
    y5.intoArray(w, i + 5 * d);
    DoubleVector k5 = DoubleVector.fromArray(SPECIES, w, i - LANES + 5 * d).sub(rise.mul(y5));
    DoubleVector y6 =
        h.fma(
            k5.fma(
                DoubleVector.broadcast(SPECIES, B65),
                k4.fma(
                    DoubleVector.broadcast(SPECIES, B64),
                    k3.fma(
                        DoubleVector.broadcast(SPECIES, B63),
                        k2.fma(DoubleVector.broadcast(SPECIES, B62), k1.mul(B61))))),
            y1);
    y6.intoArray(w, i + 6 * d);
    DoubleVector k6 = DoubleVector.fromArray(SPECIES, w, i - LANES + 6 * d).sub(rise.mul(y6));
    DoubleVector y7 =
        h.fma(
            k6.fma(
                DoubleVector.broadcast(SPECIES, C6),
                k5.fma(
                    DoubleVector.broadcast(SPECIES, C5),
                    k4.fma(
                        DoubleVector.broadcast(SPECIES, C4),
                        k3.fma(DoubleVector.broadcast(SPECIES, C3), k1.mul(C1))))),
            y1);
    y7.intoArray(w, i);
    h.mul(
            k6.fma(
                DoubleVector.broadcast(SPECIES, E6),
                k5.fma(
                    DoubleVector.broadcast(SPECIES, E5),
                    k4.fma(
                        DoubleVector.broadcast(SPECIES, E4),
                        k3.fma(DoubleVector.broadcast(SPECIES, E3), k1.mul(E1))))))
        .abs()
        .intoArray(w, i + d);
  }

  /** The effect of all ports on the membrane at each stage and after the step. */
  private static void effect(
      double[] w, int lane, int first, int c, int ports, int perPort, int d) {
    DoubleVector pull1 = DoubleVector.zero(SPECIES);
    DoubleVector leak1 = pull1;
    DoubleVector pull2 = DoubleVector.zero(SPECIES);
    DoubleVector leak2 = pull2;
    DoubleVector pull3 = DoubleVector.zero(SPECIES);
    DoubleVector leak3 = pull3;
    DoubleVector pull4 = DoubleVector.zero(SPECIES);
    DoubleVector leak4 = pull4;
    DoubleVector pull5 = DoubleVector.zero(SPECIES);
    DoubleVector leak5 = pull5;
    DoubleVector pull6 = DoubleVector.zero(SPECIES);
    DoubleVector leak6 = pull6;
    DoubleVector pull7 = DoubleVector.zero(SPECIES);
    DoubleVector leak7 = pull7;
    for (int port = 0; port < ports; port++) {
      int i = first + port * perPort;
      int own = c + port * PER_PORT * LANES;
      DoubleVector pull = DoubleVector.fromArray(SPECIES, w, own + PULL * LANES);
      DoubleVector leak = DoubleVector.fromArray(SPECIES, w, own + LEAK * LANES);
      DoubleVector g1 = DoubleVector.fromArray(SPECIES, w, i + 7 * d);
      pull1 = pull.fma(g1, pull1);
      leak1 = leak.fma(g1, leak1);
      DoubleVector g2 = DoubleVector.fromArray(SPECIES, w, i + 2 * d);
      pull2 = pull.fma(g2, pull2);
      leak2 = leak.fma(g2, leak2);
      DoubleVector g3 = DoubleVector.fromArray(SPECIES, w, i + 3 * d);
      pull3 = pull.fma(g3, pull3);
      leak3 = leak.fma(g3, leak3);
      DoubleVector g4 = DoubleVector.fromArray(SPECIES, w, i + 4 * d);
      pull4 = pull.fma(g4, pull4);
      leak4 = leak.fma(g4, leak4);
      DoubleVector g5 = DoubleVector.fromArray(SPECIES, w, i + 5 * d);
      pull5 = pull.fma(g5, pull5);
      leak5 = leak.fma(g5, leak5);
      DoubleVector g6 = DoubleVector.fromArray(SPECIES, w, i + 6 * d);
      pull6 = pull.fma(g6, pull6);
      leak6 = leak.fma(g6, leak6);
      DoubleVector g7 = DoubleVector.fromArray(SPECIES, w, i);
      pull7 = pull.fma(g7, pull7);
      leak7 = leak.fma(g7, leak7);
    }
    pull1.intoArray(w, (Workspace.PULLS + 0) * LANES + lane);
    leak1.intoArray(w, (Workspace.LEAKS + 0) * LANES + lane);
    pull2.intoArray(w, (Workspace.PULLS + 1) * LANES + lane);
    leak2.intoArray(w, (Workspace.LEAKS + 1) * LANES + lane);
    pull3.intoArray(w, (Workspace.PULLS + 2) * LANES + lane);
    leak3.intoArray(w, (Workspace.LEAKS + 2) * LANES + lane);
    pull4.intoArray(w, (Workspace.PULLS + 3) * LANES + lane);
    leak4.intoArray(w, (Workspace.LEAKS + 3) * LANES + lane);
    pull5.intoArray(w, (Workspace.PULLS + 4) * LANES + lane);
    leak5.intoArray(w, (Workspace.LEAKS + 4) * LANES + lane);
    pull6.intoArray(w, (Workspace.PULLS + 5) * LANES + lane);
    leak6.intoArray(w, (Workspace.LEAKS + 5) * LANES + lane);
    pull7.intoArray(w, (Workspace.PULLS + 6) * LANES + lane);
    leak7.intoArray(w, (Workspace.LEAKS + 6) * LANES + lane);
  }

  /**
   * The largest error of the synapses in units of what is allowed.
   *
   * @param k coefficients of the neuron
   */
  static void worst(
      Synapses synapses, double[] w, int blocks, int size, int y, int c, int k, int d) {
    int variables = synapses.ports() * synapses.perPort() * LANES;
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        DoubleVector worst = DoubleVector.zero(SPECIES);
        for (int i = y + lane; i < y + lane + variables; i += LANES) {
          worst = DoubleVector.fromArray(SPECIES, w, i + d).max(worst);
        }
        worst
            .div(DoubleVector.fromArray(SPECIES, w, k + AdaptiveNeuron.TOLERANCE * LANES + lane))
            .intoArray(w, WORST + lane);
      }
    }
  }

  /** As {@link #worst}; what is allowed depends on the derivatives after the step. */
  static void worstByRates(
      Synapses synapses, double[] w, int blocks, int size, int y, int c, int k, int d) {
    int perPort = synapses.perPort() * LANES;
    boolean rising = synapses.rising();
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        DoubleVector.zero(SPECIES).intoArray(w, WORST + lane);
        for (int port = 0; port < synapses.ports(); port++) {
          int own = c + port * PER_PORT * LANES + lane;
          int i = y + port * perPort + lane;
          if (rising) {
            worstOfDecay(w, lane, i, own + DECAY * LANES, k, d);
            worstOfRising(w, lane, i + LANES, own + RISE * LANES, k, d);
          } else {
            worstOfDecay(w, lane, i, own + DECAY * LANES, k, d);
          }
        }
      }
    }
  }

  private static void worstOfDecay(double[] w, int lane, int i, int rate, int k, int d) {
    DoubleVector slope =
        DoubleVector.fromArray(SPECIES, w, rate).mul(DoubleVector.fromArray(SPECIES, w, i)).neg();
    DoubleVector change = DoubleVector.fromArray(SPECIES, w, TRIED + lane).mul(slope).abs();
    DoubleVector allowed =
        DoubleVector.fromArray(SPECIES, w, k + AdaptiveNeuron.RATE_TOLERANCE * LANES + lane)
            .fma(
                change,
                DoubleVector.fromArray(SPECIES, w, k + AdaptiveNeuron.TOLERANCE * LANES + lane));
    DoubleVector.fromArray(SPECIES, w, i + d)
        .div(allowed)
        .max(DoubleVector.fromArray(SPECIES, w, WORST + lane))
        .intoArray(w, WORST + lane);
  }

  private static void worstOfRising(double[] w, int lane, int i, int rate, int k, int d) {
    DoubleVector slope =
        DoubleVector.fromArray(SPECIES, w, i - LANES)
            .sub(
                DoubleVector.fromArray(SPECIES, w, rate)
                    .mul(DoubleVector.fromArray(SPECIES, w, i)));
    DoubleVector change = DoubleVector.fromArray(SPECIES, w, TRIED + lane).mul(slope).abs();
    DoubleVector allowed =
        DoubleVector.fromArray(SPECIES, w, k + AdaptiveNeuron.RATE_TOLERANCE * LANES + lane)
            .fma(
                change,
                DoubleVector.fromArray(SPECIES, w, k + AdaptiveNeuron.TOLERANCE * LANES + lane));
    DoubleVector.fromArray(SPECIES, w, i + d)
        .div(allowed)
        .max(DoubleVector.fromArray(SPECIES, w, WORST + lane))
        .intoArray(w, WORST + lane);
  }
}
