package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.ode.RungeKuttaFehlberg.*;
import static org.baya.model.ode.Synapses.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
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
  private static final int LARGEST = Workspace.LARGEST * LANES;
  private static final int ALLOWED = Workspace.ALLOWED * LANES;

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
    boolean conductances = synapses.conductances();
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        for (int port = 0; port < ports; port++) {
          int own = c + port * PER_PORT * LANES + lane;
          int i = y + port * perPort + lane;
          if (rising) {
            rise(w, lane, i, own, d);
          } else {
            decay(w, lane, i, own, d);
          }
        }
        int first = y + (rising ? LANES : 0) + lane;
        if (conductances) {
          effect(w, lane, first, c + lane, ports, perPort, d);
        } else {
          pull(w, lane, first, c + lane, ports, perPort, d);
        }
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

  /**
   * dx/dt = -decay x, dg/dt = x - rise g; x is at {@code i}, g behind it. The values of x at the
   * stages stay in registers.
   */
  private static void rise(double[] w, int lane, int i, int c, int d) {
    DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
    DoubleVector decay = DoubleVector.fromArray(SPECIES, w, c + DECAY * LANES);
    DoubleVector rise = DoubleVector.fromArray(SPECIES, w, c + RISE * LANES);
    DoubleVector x1 = DoubleVector.fromArray(SPECIES, w, i + 7 * d);
    DoubleVector g1 = DoubleVector.fromArray(SPECIES, w, i + LANES + 7 * d);
    DoubleVector p1 = decay.mul(x1).neg();
    DoubleVector q1 = x1.sub(rise.mul(g1));
    DoubleVector x2 = h.fma(p1.mul(B21), x1);
    DoubleVector g2 = h.fma(q1.mul(B21), g1);
    g2.intoArray(w, i + LANES + 2 * d);
    DoubleVector p2 = decay.mul(x2).neg();
    DoubleVector q2 = x2.sub(rise.mul(g2));
    DoubleVector x3 = h.fma(p2.fma(DoubleVector.broadcast(SPECIES, B32), p1.mul(B31)), x1);
    DoubleVector g3 = h.fma(q2.fma(DoubleVector.broadcast(SPECIES, B32), q1.mul(B31)), g1);
    g3.intoArray(w, i + LANES + 3 * d);
    DoubleVector p3 = decay.mul(x3).neg();
    DoubleVector q3 = x3.sub(rise.mul(g3));
    DoubleVector x4 =
        h.fma(
            p3.fma(
                DoubleVector.broadcast(SPECIES, B43),
                p2.fma(DoubleVector.broadcast(SPECIES, B42), p1.mul(B41))),
            x1);
    DoubleVector g4 =
        h.fma(
            q3.fma(
                DoubleVector.broadcast(SPECIES, B43),
                q2.fma(DoubleVector.broadcast(SPECIES, B42), q1.mul(B41))),
            g1);
    g4.intoArray(w, i + LANES + 4 * d);
    DoubleVector p4 = decay.mul(x4).neg();
    DoubleVector q4 = x4.sub(rise.mul(g4));
    DoubleVector x5 =
        h.fma(
            p4.fma(
                DoubleVector.broadcast(SPECIES, B54),
                p3.fma(
                    DoubleVector.broadcast(SPECIES, B53),
                    p2.fma(DoubleVector.broadcast(SPECIES, B52), p1.mul(B51)))),
            x1);
    DoubleVector g5 =
        h.fma(
            q4.fma(
                DoubleVector.broadcast(SPECIES, B54),
                q3.fma(
                    DoubleVector.broadcast(SPECIES, B53),
                    q2.fma(DoubleVector.broadcast(SPECIES, B52), q1.mul(B51)))),
            g1);
    g5.intoArray(w, i + LANES + 5 * d);
    DoubleVector p5 = decay.mul(x5).neg();
    DoubleVector q5 = x5.sub(rise.mul(g5));
    DoubleVector x6 =
        h.fma(
            p5.fma(
                DoubleVector.broadcast(SPECIES, B65),
                p4.fma(
                    DoubleVector.broadcast(SPECIES, B64),
                    p3.fma(
                        DoubleVector.broadcast(SPECIES, B63),
                        p2.fma(DoubleVector.broadcast(SPECIES, B62), p1.mul(B61))))),
            x1);
    DoubleVector g6 =
        h.fma(
            q5.fma(
                DoubleVector.broadcast(SPECIES, B65),
                q4.fma(
                    DoubleVector.broadcast(SPECIES, B64),
                    q3.fma(
                        DoubleVector.broadcast(SPECIES, B63),
                        q2.fma(DoubleVector.broadcast(SPECIES, B62), q1.mul(B61))))),
            g1);
    g6.intoArray(w, i + LANES + 6 * d);
    DoubleVector p6 = decay.mul(x6).neg();
    DoubleVector q6 = x6.sub(rise.mul(g6));
    h.fma(
            p6.fma(
                DoubleVector.broadcast(SPECIES, C6),
                p5.fma(
                    DoubleVector.broadcast(SPECIES, C5),
                    p4.fma(
                        DoubleVector.broadcast(SPECIES, C4),
                        p3.fma(DoubleVector.broadcast(SPECIES, C3), p1.mul(C1))))),
            x1)
        .intoArray(w, i);
    h.mul(
            p6.fma(
                DoubleVector.broadcast(SPECIES, E6),
                p5.fma(
                    DoubleVector.broadcast(SPECIES, E5),
                    p4.fma(
                        DoubleVector.broadcast(SPECIES, E4),
                        p3.fma(DoubleVector.broadcast(SPECIES, E3), p1.mul(E1))))))
        .abs()
        .intoArray(w, i + d);
    h.fma(
            q6.fma(
                DoubleVector.broadcast(SPECIES, C6),
                q5.fma(
                    DoubleVector.broadcast(SPECIES, C5),
                    q4.fma(
                        DoubleVector.broadcast(SPECIES, C4),
                        q3.fma(DoubleVector.broadcast(SPECIES, C3), q1.mul(C1))))),
            g1)
        .intoArray(w, i + LANES);
    h.mul(
            q6.fma(
                DoubleVector.broadcast(SPECIES, E6),
                q5.fma(
                    DoubleVector.broadcast(SPECIES, E5),
                    q4.fma(
                        DoubleVector.broadcast(SPECIES, E4),
                        q3.fma(DoubleVector.broadcast(SPECIES, E3), q1.mul(E1))))))
        .abs()
        .intoArray(w, i + LANES + d);
  }

  /** The effect of conductances on the membrane at each stage and after the step. */
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
      DoubleVector g1 = DoubleVector.fromArray(SPECIES, w, i + 7 * d);
      pull1 = pull.fma(g1, pull1);
      leak1 = leak1.add(g1);
      DoubleVector g2 = DoubleVector.fromArray(SPECIES, w, i + 2 * d);
      pull2 = pull.fma(g2, pull2);
      leak2 = leak2.add(g2);
      DoubleVector g3 = DoubleVector.fromArray(SPECIES, w, i + 3 * d);
      pull3 = pull.fma(g3, pull3);
      leak3 = leak3.add(g3);
      DoubleVector g4 = DoubleVector.fromArray(SPECIES, w, i + 4 * d);
      pull4 = pull.fma(g4, pull4);
      leak4 = leak4.add(g4);
      DoubleVector g5 = DoubleVector.fromArray(SPECIES, w, i + 5 * d);
      pull5 = pull.fma(g5, pull5);
      leak5 = leak5.add(g5);
      DoubleVector g6 = DoubleVector.fromArray(SPECIES, w, i + 6 * d);
      pull6 = pull.fma(g6, pull6);
      leak6 = leak6.add(g6);
      DoubleVector g7 = DoubleVector.fromArray(SPECIES, w, i);
      pull7 = pull.fma(g7, pull7);
      leak7 = leak7.add(g7);
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

  /** As {@link #effect} for currents, which leak nothing. */
  private static void pull(double[] w, int lane, int first, int c, int ports, int perPort, int d) {
    DoubleVector pull1 = DoubleVector.zero(SPECIES);
    DoubleVector pull2 = DoubleVector.zero(SPECIES);
    DoubleVector pull3 = DoubleVector.zero(SPECIES);
    DoubleVector pull4 = DoubleVector.zero(SPECIES);
    DoubleVector pull5 = DoubleVector.zero(SPECIES);
    DoubleVector pull6 = DoubleVector.zero(SPECIES);
    DoubleVector pull7 = DoubleVector.zero(SPECIES);
    for (int port = 0; port < ports; port++) {
      int i = first + port * perPort;
      int own = c + port * PER_PORT * LANES;
      DoubleVector pull = DoubleVector.fromArray(SPECIES, w, own + PULL * LANES);
      DoubleVector g1 = DoubleVector.fromArray(SPECIES, w, i + 7 * d);
      pull1 = pull.fma(g1, pull1);
      DoubleVector g2 = DoubleVector.fromArray(SPECIES, w, i + 2 * d);
      pull2 = pull.fma(g2, pull2);
      DoubleVector g3 = DoubleVector.fromArray(SPECIES, w, i + 3 * d);
      pull3 = pull.fma(g3, pull3);
      DoubleVector g4 = DoubleVector.fromArray(SPECIES, w, i + 4 * d);
      pull4 = pull.fma(g4, pull4);
      DoubleVector g5 = DoubleVector.fromArray(SPECIES, w, i + 5 * d);
      pull5 = pull.fma(g5, pull5);
      DoubleVector g6 = DoubleVector.fromArray(SPECIES, w, i + 6 * d);
      pull6 = pull.fma(g6, pull6);
      DoubleVector g7 = DoubleVector.fromArray(SPECIES, w, i);
      pull7 = pull.fma(g7, pull7);
    }
    pull1.intoArray(w, (Workspace.PULLS + 0) * LANES + lane);
    pull2.intoArray(w, (Workspace.PULLS + 1) * LANES + lane);
    pull3.intoArray(w, (Workspace.PULLS + 2) * LANES + lane);
    pull4.intoArray(w, (Workspace.PULLS + 3) * LANES + lane);
    pull5.intoArray(w, (Workspace.PULLS + 4) * LANES + lane);
    pull6.intoArray(w, (Workspace.PULLS + 5) * LANES + lane);
    pull7.intoArray(w, (Workspace.PULLS + 6) * LANES + lane);
  }

  /**
   * The largest error of the synapses.
   *
   * @param y where the first port's variables are after the step
   */
  static void worst(Synapses synapses, double[] w, int blocks, int size, int y, int d) {
    int variables = synapses.ports() * synapses.perPort() * LANES;
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        DoubleVector worst = DoubleVector.zero(SPECIES);
        for (int i = y + lane; i < y + lane + variables; i += LANES) {
          worst = DoubleVector.fromArray(SPECIES, w, i + d).max(worst);
        }
        worst.intoArray(w, LARGEST + lane);
      }
    }
  }

  /**
   * The largest error of the synapses in units of what is allowed, which depends on the derivatives
   * after the step, as a fraction.
   *
   * @param k coefficients of the neuron
   */
  static void worstByRates(
      Synapses synapses, double[] w, int blocks, int size, int y, int c, int k, int d) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        if (synapses.rising()) {
          worstOfRising(synapses.ports(), w, lane, y + lane, c + lane, k + lane, d);
        } else {
          worstOfDecays(synapses.ports(), w, lane, y + lane, c + lane, k + lane, d);
        }
      }
    }
  }

  private static void worstOfDecays(int ports, double[] w, int lane, int y, int c, int k, int d) {
    DoubleVector largest = DoubleVector.zero(SPECIES);
    DoubleVector its = DoubleVector.broadcast(SPECIES, 1);
    DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
    DoubleVector tolerance =
        DoubleVector.fromArray(SPECIES, w, k + AdaptiveNeuron.TOLERANCE * LANES);
    DoubleVector rate =
        DoubleVector.fromArray(SPECIES, w, k + AdaptiveNeuron.RATE_TOLERANCE * LANES);
    for (int port = 0; port < ports; port++) {
      int i = y + port * LANES;
      DoubleVector decay =
          DoubleVector.fromArray(SPECIES, w, c + (port * PER_PORT + DECAY) * LANES);
      DoubleVector slope = decay.mul(DoubleVector.fromArray(SPECIES, w, i));
      DoubleVector allowed = rate.fma(h.mul(slope).abs(), tolerance);
      DoubleVector error = DoubleVector.fromArray(SPECIES, w, i + d);
      VectorMask<Double> larger =
          error
              .mul(its)
              .compare(VectorOperators.GT, largest.mul(allowed))
              .or(error.test(VectorOperators.IS_NAN));
      largest = largest.blend(error, larger);
      its = its.blend(allowed, larger);
    }
    largest.intoArray(w, LARGEST + lane);
    its.intoArray(w, ALLOWED + lane);
  }

  private static void worstOfRising(int ports, double[] w, int lane, int y, int c, int k, int d) {
    DoubleVector largest = DoubleVector.zero(SPECIES);
    DoubleVector its = DoubleVector.broadcast(SPECIES, 1);
    DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
    DoubleVector tolerance =
        DoubleVector.fromArray(SPECIES, w, k + AdaptiveNeuron.TOLERANCE * LANES);
    DoubleVector rate =
        DoubleVector.fromArray(SPECIES, w, k + AdaptiveNeuron.RATE_TOLERANCE * LANES);
    for (int port = 0; port < ports; port++) {
      int i = y + 2 * port * LANES;
      int own = c + port * PER_PORT * LANES;
      DoubleVector x = DoubleVector.fromArray(SPECIES, w, i);
      DoubleVector slope = DoubleVector.fromArray(SPECIES, w, own + DECAY * LANES).mul(x);
      DoubleVector allowed = rate.fma(h.mul(slope).abs(), tolerance);
      DoubleVector error = DoubleVector.fromArray(SPECIES, w, i + d);
      VectorMask<Double> larger =
          error
              .mul(its)
              .compare(VectorOperators.GT, largest.mul(allowed))
              .or(error.test(VectorOperators.IS_NAN));
      largest = largest.blend(error, larger);
      its = its.blend(allowed, larger);
      DoubleVector fall =
          DoubleVector.fromArray(SPECIES, w, own + RISE * LANES)
              .mul(DoubleVector.fromArray(SPECIES, w, i + LANES));
      allowed = rate.fma(h.mul(x.sub(fall)).abs(), tolerance);
      error = DoubleVector.fromArray(SPECIES, w, i + LANES + d);
      larger =
          error
              .mul(its)
              .compare(VectorOperators.GT, largest.mul(allowed))
              .or(error.test(VectorOperators.IS_NAN));
      largest = largest.blend(error, larger);
      its = its.blend(allowed, larger);
    }
    largest.intoArray(w, LARGEST + lane);
    its.intoArray(w, ALLOWED + lane);
  }
}
