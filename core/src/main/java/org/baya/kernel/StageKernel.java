package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.ode.RungeKuttaFehlberg.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.AdaptiveNeuron;
import org.baya.model.ode.Workspace;

/**
 * Vector twin of the sums in {@link org.baya.model.ode.RungeKuttaFehlberg}: from the derivatives at
 * the stages so far to the variables of the next one. {@code d} is the distance of two stages in the
 * workspace {@code w}.
 */
final class StageKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final int TRIED = Workspace.TRIED * LANES;
  private static final int NEXT = Workspace.Y * LANES;

  private StageKernel() {}

  /** Variables at stage {@code stage}, from 2; 7 is the end of the step. */
  static void advance(int stage, double[] y, int s, double[] w, int d) {
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      for (int i = lane; i < d; i += LANES) {
        switch (stage) {
          case 2 -> second(y, s + i, w, lane, i, NEXT + d + i);
          case 3 -> third(y, s + i, w, lane, i, NEXT + d + i, d);
          case 4 -> fourth(y, s + i, w, lane, i, NEXT + d + i, d);
          case 5 -> fifth(y, s + i, w, lane, i, NEXT + d + i, d);
          case 6 -> sixth(y, s + i, w, lane, i, NEXT + d + i, d);
          default -> end(y, s + i, w, lane, i, NEXT + d + i, d);
        }
      }
    }
  }

  private static void second(double[] y, int s, double[] w, int lane, int i, int k) {
    DoubleVector slope = DoubleVector.fromArray(SPECIES, w, k).mul(B21);
    DoubleVector.fromArray(SPECIES, w, TRIED + lane)
        .fma(slope, DoubleVector.fromArray(SPECIES, y, s))
        .intoArray(w, NEXT + i);
  }

  private static void third(double[] y, int s, double[] w, int lane, int i, int k, int d) {
    DoubleVector slope = DoubleVector.fromArray(SPECIES, w, k).mul(B31);
    slope =
        DoubleVector.fromArray(SPECIES, w, k + d)
            .fma(DoubleVector.broadcast(SPECIES, B32), slope);
    DoubleVector.fromArray(SPECIES, w, TRIED + lane)
        .fma(slope, DoubleVector.fromArray(SPECIES, y, s))
        .intoArray(w, NEXT + i);
  }

  private static void fourth(double[] y, int s, double[] w, int lane, int i, int k, int d) {
    DoubleVector slope = DoubleVector.fromArray(SPECIES, w, k).mul(B41);
    slope =
        DoubleVector.fromArray(SPECIES, w, k + d)
            .fma(DoubleVector.broadcast(SPECIES, B42), slope);
    slope =
        DoubleVector.fromArray(SPECIES, w, k + 2 * d)
            .fma(DoubleVector.broadcast(SPECIES, B43), slope);
    DoubleVector.fromArray(SPECIES, w, TRIED + lane)
        .fma(slope, DoubleVector.fromArray(SPECIES, y, s))
        .intoArray(w, NEXT + i);
  }

  private static void fifth(double[] y, int s, double[] w, int lane, int i, int k, int d) {
    DoubleVector slope = DoubleVector.fromArray(SPECIES, w, k).mul(B51);
    slope =
        DoubleVector.fromArray(SPECIES, w, k + d)
            .fma(DoubleVector.broadcast(SPECIES, B52), slope);
    slope =
        DoubleVector.fromArray(SPECIES, w, k + 2 * d)
            .fma(DoubleVector.broadcast(SPECIES, B53), slope);
    slope =
        DoubleVector.fromArray(SPECIES, w, k + 3 * d)
            .fma(DoubleVector.broadcast(SPECIES, B54), slope);
    DoubleVector.fromArray(SPECIES, w, TRIED + lane)
        .fma(slope, DoubleVector.fromArray(SPECIES, y, s))
        .intoArray(w, NEXT + i);
  }

  private static void sixth(double[] y, int s, double[] w, int lane, int i, int k, int d) {
    DoubleVector slope = DoubleVector.fromArray(SPECIES, w, k).mul(B61);
    slope =
        DoubleVector.fromArray(SPECIES, w, k + d)
            .fma(DoubleVector.broadcast(SPECIES, B62), slope);
    slope =
        DoubleVector.fromArray(SPECIES, w, k + 2 * d)
            .fma(DoubleVector.broadcast(SPECIES, B63), slope);
    slope =
        DoubleVector.fromArray(SPECIES, w, k + 3 * d)
            .fma(DoubleVector.broadcast(SPECIES, B64), slope);
    slope =
        DoubleVector.fromArray(SPECIES, w, k + 4 * d)
            .fma(DoubleVector.broadcast(SPECIES, B65), slope);
    DoubleVector.fromArray(SPECIES, w, TRIED + lane)
        .fma(slope, DoubleVector.fromArray(SPECIES, y, s))
        .intoArray(w, NEXT + i);
  }

  /** The end of the step; the error replaces the derivatives at the second stage. */
  private static void end(double[] y, int s, double[] w, int lane, int i, int k, int d) {
    DoubleVector k1 = DoubleVector.fromArray(SPECIES, w, k);
    DoubleVector k3 = DoubleVector.fromArray(SPECIES, w, k + 2 * d);
    DoubleVector k4 = DoubleVector.fromArray(SPECIES, w, k + 3 * d);
    DoubleVector k5 = DoubleVector.fromArray(SPECIES, w, k + 4 * d);
    DoubleVector k6 = DoubleVector.fromArray(SPECIES, w, k + 5 * d);
    DoubleVector slope = k3.fma(DoubleVector.broadcast(SPECIES, C3), k1.mul(C1));
    slope = k4.fma(DoubleVector.broadcast(SPECIES, C4), slope);
    slope = k5.fma(DoubleVector.broadcast(SPECIES, C5), slope);
    slope = k6.fma(DoubleVector.broadcast(SPECIES, C6), slope);
    DoubleVector error = k3.fma(DoubleVector.broadcast(SPECIES, E3), k1.mul(E1));
    error = k4.fma(DoubleVector.broadcast(SPECIES, E4), error);
    error = k5.fma(DoubleVector.broadcast(SPECIES, E5), error);
    error = k6.fma(DoubleVector.broadcast(SPECIES, E6), error);
    DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
    h.fma(slope, DoubleVector.fromArray(SPECIES, y, s)).intoArray(w, NEXT + i);
    h.mul(error).abs().intoArray(w, k + d);
  }

  /** The largest error in units of what is allowed, into the workspace. */
  static void worst(double[] k, int c, double[] w, int d) {
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      DoubleVector worst = DoubleVector.zero(SPECIES);
      for (int i = lane; i < d; i += LANES) {
        worst = DoubleVector.fromArray(SPECIES, w, NEXT + 2 * d + i).max(worst);
      }
      worst
          .div(DoubleVector.fromArray(SPECIES, k, c + AdaptiveNeuron.TOLERANCE * LANES + lane))
          .intoArray(w, Workspace.WORST * LANES + lane);
    }
  }

  /** As {@link #worst}; what is allowed depends on the derivatives at the end, in stage 1. */
  static void worstByRates(double[] k, int c, double[] w, int d) {
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      DoubleVector worst = DoubleVector.zero(SPECIES);
      DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
      DoubleVector tolerance =
          DoubleVector.fromArray(SPECIES, k, c + AdaptiveNeuron.TOLERANCE * LANES + lane);
      DoubleVector rate =
          DoubleVector.fromArray(SPECIES, k, c + AdaptiveNeuron.RATE_TOLERANCE * LANES + lane);
      for (int i = lane; i < d; i += LANES) {
        DoubleVector change = h.mul(DoubleVector.fromArray(SPECIES, w, NEXT + d + i)).abs();
        worst =
            DoubleVector.fromArray(SPECIES, w, NEXT + 2 * d + i)
                .div(rate.fma(change, tolerance))
                .max(worst);
      }
      worst.intoArray(w, Workspace.WORST * LANES + lane);
    }
  }
}
