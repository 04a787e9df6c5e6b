package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.ode.RungeKuttaFehlberg.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.AdaptiveNeuron;
import org.baya.model.ode.Workspace;

/**
 * Vector twin of the sums in {@link org.baya.model.ode.RungeKuttaFehlberg}: from the derivatives at
 * the stages so far to the variables of the next one, for some blocks at once so that one does not
 * wait for the other.
 *
 * <p>Everywhere {@code w} is the workspace, {@code size} the distance of two blocks in it and
 * {@code d} the distance of two stages, the number of equations times lanes; {@code count} is the
 * number of membrane variables times lanes: those of synapses see {@link SynapseKernel}. A variable
 * at {@code i} after the step has its error at {@code i + d}, its derivatives from {@code i + 2 d},
 * {@code count} apart, and behind them its value before.
 */
final class StageKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final int TRIED = Workspace.TRIED * LANES;
  private static final int WORST = Workspace.WORST * LANES;
  private static final int LARGEST = Workspace.LARGEST * LANES;
  private static final int ALLOWED = Workspace.ALLOWED * LANES;
  private static final int NEXT = Workspace.Y * LANES;

  private StageKernel() {}

  /** Variables at stage {@code stage}, from 2; 7 is the end of the step. */
  static void advance(int stage, double[] w, int blocks, int size, int count, int d) {
    switch (stage) {
      case 2 -> second(w, blocks * size, size, count, d);
      case 3 -> third(w, blocks * size, size, count, d);
      case 4 -> fourth(w, blocks * size, size, count, d);
      case 5 -> fifth(w, blocks * size, size, count, d);
      case 6 -> sixth(w, blocks * size, size, count, d);
      default -> end(w, blocks * size, size, count, d);
    }
  }

  private static void second(double[] w, int end, int size, int count, int d) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
        for (int i = NEXT + lane; i < NEXT + lane + count; i += LANES) {
          DoubleVector slope = DoubleVector.fromArray(SPECIES, w, i + 2 * d).mul(B21);
          h.fma(slope, DoubleVector.fromArray(SPECIES, w, i + 2 * d + 6 * count)).intoArray(w, i);
        }
      }
    }
  }

  private static void third(double[] w, int end, int size, int count, int d) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
        for (int i = NEXT + lane; i < NEXT + lane + count; i += LANES) {
          DoubleVector slope = DoubleVector.fromArray(SPECIES, w, i + 2 * d).mul(B31);
          slope =
              DoubleVector.fromArray(SPECIES, w, i + 2 * d + count)
                  .fma(DoubleVector.broadcast(SPECIES, B32), slope);
          h.fma(slope, DoubleVector.fromArray(SPECIES, w, i + 2 * d + 6 * count)).intoArray(w, i);
        }
      }
    }
  }

  private static void fourth(double[] w, int end, int size, int count, int d) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
        for (int i = NEXT + lane; i < NEXT + lane + count; i += LANES) {
          DoubleVector slope = DoubleVector.fromArray(SPECIES, w, i + 2 * d).mul(B41);
          slope =
              DoubleVector.fromArray(SPECIES, w, i + 2 * d + count)
                  .fma(DoubleVector.broadcast(SPECIES, B42), slope);
          slope =
              DoubleVector.fromArray(SPECIES, w, i + 2 * d + 2 * count)
                  .fma(DoubleVector.broadcast(SPECIES, B43), slope);
          h.fma(slope, DoubleVector.fromArray(SPECIES, w, i + 2 * d + 6 * count)).intoArray(w, i);
        }
      }
    }
  }

  private static void fifth(double[] w, int end, int size, int count, int d) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
        for (int i = NEXT + lane; i < NEXT + lane + count; i += LANES) {
          DoubleVector slope = DoubleVector.fromArray(SPECIES, w, i + 2 * d).mul(B51);
          slope =
              DoubleVector.fromArray(SPECIES, w, i + 2 * d + count)
                  .fma(DoubleVector.broadcast(SPECIES, B52), slope);
          slope =
              DoubleVector.fromArray(SPECIES, w, i + 2 * d + 2 * count)
                  .fma(DoubleVector.broadcast(SPECIES, B53), slope);
          slope =
              DoubleVector.fromArray(SPECIES, w, i + 2 * d + 3 * count)
                  .fma(DoubleVector.broadcast(SPECIES, B54), slope);
          h.fma(slope, DoubleVector.fromArray(SPECIES, w, i + 2 * d + 6 * count)).intoArray(w, i);
        }
      }
    }
  }

  private static void sixth(double[] w, int end, int size, int count, int d) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
        for (int i = NEXT + lane; i < NEXT + lane + count; i += LANES) {
          DoubleVector slope = DoubleVector.fromArray(SPECIES, w, i + 2 * d).mul(B61);
          slope =
              DoubleVector.fromArray(SPECIES, w, i + 2 * d + count)
                  .fma(DoubleVector.broadcast(SPECIES, B62), slope);
          slope =
              DoubleVector.fromArray(SPECIES, w, i + 2 * d + 2 * count)
                  .fma(DoubleVector.broadcast(SPECIES, B63), slope);
          slope =
              DoubleVector.fromArray(SPECIES, w, i + 2 * d + 3 * count)
                  .fma(DoubleVector.broadcast(SPECIES, B64), slope);
          slope =
              DoubleVector.fromArray(SPECIES, w, i + 2 * d + 4 * count)
                  .fma(DoubleVector.broadcast(SPECIES, B65), slope);
          h.fma(slope, DoubleVector.fromArray(SPECIES, w, i + 2 * d + 6 * count)).intoArray(w, i);
        }
      }
    }
  }

  /** The end of the step; with the sizes of the errors. */
  private static void end(double[] w, int end, int size, int count, int d) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
        for (int i = NEXT + lane; i < NEXT + lane + count; i += LANES) {
          DoubleVector k1 = DoubleVector.fromArray(SPECIES, w, i + 2 * d);
          DoubleVector k3 = DoubleVector.fromArray(SPECIES, w, i + 2 * d + 2 * count);
          DoubleVector k4 = DoubleVector.fromArray(SPECIES, w, i + 2 * d + 3 * count);
          DoubleVector k5 = DoubleVector.fromArray(SPECIES, w, i + 2 * d + 4 * count);
          DoubleVector k6 = DoubleVector.fromArray(SPECIES, w, i + 2 * d + 5 * count);
          DoubleVector slope = k3.fma(DoubleVector.broadcast(SPECIES, C3), k1.mul(C1));
          slope = k4.fma(DoubleVector.broadcast(SPECIES, C4), slope);
          slope = k5.fma(DoubleVector.broadcast(SPECIES, C5), slope);
          slope = k6.fma(DoubleVector.broadcast(SPECIES, C6), slope);
          h.fma(slope, DoubleVector.fromArray(SPECIES, w, i + 2 * d + 6 * count)).intoArray(w, i);
          DoubleVector error = k3.fma(DoubleVector.broadcast(SPECIES, E3), k1.mul(E1));
          error = k4.fma(DoubleVector.broadcast(SPECIES, E4), error);
          error = k5.fma(DoubleVector.broadcast(SPECIES, E5), error);
          error = k6.fma(DoubleVector.broadcast(SPECIES, E6), error);
          h.mul(error).abs().intoArray(w, i + d);
        }
      }
    }
  }

  /** The largest error in units of what is allowed, also of the synapses, which comes first. */
  static void worst(double[] w, int blocks, int size, int c, int count, int d) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        DoubleVector worst = DoubleVector.fromArray(SPECIES, w, LARGEST + lane);
        for (int i = NEXT + lane; i < NEXT + lane + count; i += LANES) {
          DoubleVector error = DoubleVector.fromArray(SPECIES, w, i + d);
          worst = error.blend(worst, error.compare(VectorOperators.LE, worst));
        }
        worst
            .div(DoubleVector.fromArray(SPECIES, w, c + AdaptiveNeuron.TOLERANCE * LANES + lane))
            .intoArray(w, WORST + lane);
      }
    }
  }

  /**
   * As {@link #worst}; what is allowed depends on the derivatives after the step, in place of the
   * first.
   */
  static void worstByRates(double[] w, int blocks, int size, int c, int count, int d) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        DoubleVector h = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
        DoubleVector tolerance =
            DoubleVector.fromArray(SPECIES, w, c + AdaptiveNeuron.TOLERANCE * LANES + lane);
        DoubleVector rate =
            DoubleVector.fromArray(SPECIES, w, c + AdaptiveNeuron.RATE_TOLERANCE * LANES + lane);
        for (int i = NEXT + lane; i < NEXT + lane + count; i += LANES) {
          // In memory from one variable to the next: vectors that a blend carries around a loop are
          // boxed by the compiler in some runs.
          DoubleVector largest = DoubleVector.fromArray(SPECIES, w, LARGEST + lane);
          DoubleVector its = DoubleVector.fromArray(SPECIES, w, ALLOWED + lane);
          DoubleVector change = h.mul(DoubleVector.fromArray(SPECIES, w, i + 2 * d)).abs();
          DoubleVector allowed = rate.fma(change, tolerance);
          DoubleVector error = DoubleVector.fromArray(SPECIES, w, i + d);
          VectorMask<Double> smaller =
              error.mul(its).compare(VectorOperators.LE, largest.mul(allowed));
          error.blend(largest, smaller).intoArray(w, LARGEST + lane);
          allowed.blend(its, smaller).intoArray(w, ALLOWED + lane);
        }
        DoubleVector.fromArray(SPECIES, w, LARGEST + lane)
            .div(DoubleVector.fromArray(SPECIES, w, ALLOWED + lane))
            .intoArray(w, WORST + lane);
      }
    }
  }
}
