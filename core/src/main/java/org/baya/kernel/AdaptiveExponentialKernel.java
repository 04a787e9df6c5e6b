package org.baya.kernel;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.AdaptiveExponentialMembrane.*;
import static org.baya.model.ode.PowerOfTwo.*;
import static org.baya.model.ode.RungeKuttaFehlberg.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.AdaptiveNeuron;
import org.baya.model.ode.Exp;
import org.baya.model.ode.Workspace;

/**
 * Vector twin of {@link org.baya.model.neuron.AdaptiveExponentialMembrane#derivatives} and of what
 * {@link org.baya.model.ode.RungeKuttaFehlberg} makes of them.
 *
 * <p>There is a method for each stage, with the same lines behind its sums: variables that went
 * through memory to a common method of slopes made a step a quarter slower, all stages in one
 * method are more than the compiler keeps in registers, and a method that returns a vector is
 * inlined in some runs and boxes it in others, see ADR 5.
 */
final class AdaptiveExponentialKernel implements MembraneKernel {
  static final AdaptiveExponentialKernel INSTANCE = new AdaptiveExponentialKernel();
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final int TRIED = Workspace.TRIED * LANES;
  private static final int WORST = Workspace.WORST * LANES;
  private static final int LARGEST = Workspace.LARGEST * LANES;
  private static final int ALLOWED = Workspace.ALLOWED * LANES;
  private static final int PULLS = Workspace.PULLS * LANES;
  private static final int SLOPES = Workspace.SLOPES * LANES;

  private AdaptiveExponentialKernel() {}

  @Override
  public void attempt(double[] w, int blocks, int size, int s, int c, int y, int d, int slopes) {
    int end = blocks * size;
    int k = y + 2 * d;
    first(w, end, size, s, c, k, PULLS, SLOPES);
    second(w, end, size, s, c, k, PULLS + LANES, SLOPES + slopes);
    third(w, end, size, s, c, k, PULLS + 2 * LANES, SLOPES + 2 * slopes);
    fourth(w, end, size, s, c, k, PULLS + 3 * LANES, SLOPES + 3 * slopes);
    fifth(w, end, size, s, c, k, PULLS + 4 * LANES, SLOPES + 4 * slopes);
    sixth(w, end, size, s, c, k, PULLS + 5 * LANES, SLOPES + 5 * slopes);
    last(w, end, size, s, c, k, y, PULLS + 6 * LANES, SLOPES + 6 * slopes);
  }

  /**
   * The derivatives at the first stage.
   *
   * @param end behind the last block
   * @param size distance of two blocks
   * @param derivatives where all derivatives begin
   * @param pull where what synapses do at this stage is, with {@code slope}
   */
  private static void first(
      double[] w,
      int end,
      int size,
      int state,
      int coefficients,
      int derivatives,
      int pull,
      int slope) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        int s = state + lane;
        int c = coefficients + lane;
        int k = derivatives + lane;
        DoubleVector v = fromArray(SPECIES, w, s);
        DoubleVector a = fromArray(SPECIES, w, s + LANES);
        DoubleVector peak = fromArray(SPECIES, w, c + PEAK * LANES);
        DoubleVector u = v.blend(peak, v.compare(VectorOperators.GT, peak));
        DoubleVector x =
            u.fma(
                fromArray(SPECIES, w, c + STEEPNESS * LANES),
                fromArray(SPECIES, w, c + OFFSET * LANES));
        DoubleVector shifted = x.add(Exp.ROUND);
        DoubleVector f = x.sub(shifted.sub(Exp.ROUND));
        DoubleVector f2 = f.mul(f);
        DoubleVector f4 = f2.mul(f2);
        DoubleVector low =
            f.fma(broadcast(SPECIES, Q4), broadcast(SPECIES, Q3))
                .fma(f2, f.fma(broadcast(SPECIES, Q2), broadcast(SPECIES, Q1)));
        DoubleVector middle =
            f.fma(broadcast(SPECIES, Q8), broadcast(SPECIES, Q7))
                .fma(f2, f.fma(broadcast(SPECIES, Q6), broadcast(SPECIES, Q5)));
        DoubleVector power =
            f.fma(f4.fma(broadcast(SPECIES, Q9), middle).fma(f4, low), broadcast(SPECIES, 1))
                .reinterpretAsLongs()
                .add(
                    shifted
                        .reinterpretAsLongs()
                        .max(LOWEST_BITS)
                        .lanewise(VectorOperators.LSHL, Exp.FRACTION))
                .reinterpretAsDoubles();
        DoubleVector passive =
            fromArray(SPECIES, w, slope + lane).fma(u, fromArray(SPECIES, w, pull + lane).sub(a));
        fromArray(SPECIES, w, c + UPSTROKE * LANES)
            .fma(power, passive)
            .mul(fromArray(SPECIES, w, Workspace.ELASTANCE * LANES + lane))
            .intoArray(w, k);
        fromArray(SPECIES, w, c + COUPLING * LANES)
            .fma(
                u,
                fromArray(SPECIES, w, c + W_FALL * LANES)
                    .fma(a, fromArray(SPECIES, w, c + W_DRIVE * LANES)))
            .intoArray(w, k + LANES);
      }
    }
  }

  private static void second(
      double[] w,
      int end,
      int size,
      int state,
      int coefficients,
      int derivatives,
      int pull,
      int slope) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        int s = state + lane;
        int c = coefficients + lane;
        int k = derivatives + lane;
        DoubleVector h = fromArray(SPECIES, w, TRIED + lane);
        DoubleVector v1 = fromArray(SPECIES, w, k);
        DoubleVector a1 = fromArray(SPECIES, w, k + LANES);
        DoubleVector v = h.fma(v1.mul(B21), fromArray(SPECIES, w, s));
        DoubleVector a = h.fma(a1.mul(B21), fromArray(SPECIES, w, s + LANES));
        DoubleVector peak = fromArray(SPECIES, w, c + PEAK * LANES);
        DoubleVector u = v.blend(peak, v.compare(VectorOperators.GT, peak));
        DoubleVector x =
            u.fma(
                fromArray(SPECIES, w, c + STEEPNESS * LANES),
                fromArray(SPECIES, w, c + OFFSET * LANES));
        DoubleVector shifted = x.add(Exp.ROUND);
        DoubleVector f = x.sub(shifted.sub(Exp.ROUND));
        DoubleVector f2 = f.mul(f);
        DoubleVector f4 = f2.mul(f2);
        DoubleVector low =
            f.fma(broadcast(SPECIES, Q4), broadcast(SPECIES, Q3))
                .fma(f2, f.fma(broadcast(SPECIES, Q2), broadcast(SPECIES, Q1)));
        DoubleVector middle =
            f.fma(broadcast(SPECIES, Q8), broadcast(SPECIES, Q7))
                .fma(f2, f.fma(broadcast(SPECIES, Q6), broadcast(SPECIES, Q5)));
        DoubleVector power =
            f.fma(f4.fma(broadcast(SPECIES, Q9), middle).fma(f4, low), broadcast(SPECIES, 1))
                .reinterpretAsLongs()
                .add(
                    shifted
                        .reinterpretAsLongs()
                        .max(LOWEST_BITS)
                        .lanewise(VectorOperators.LSHL, Exp.FRACTION))
                .reinterpretAsDoubles();
        DoubleVector passive =
            fromArray(SPECIES, w, slope + lane).fma(u, fromArray(SPECIES, w, pull + lane).sub(a));
        fromArray(SPECIES, w, c + UPSTROKE * LANES)
            .fma(power, passive)
            .mul(fromArray(SPECIES, w, Workspace.ELASTANCE * LANES + lane))
            .intoArray(w, k + 2 * LANES);
        fromArray(SPECIES, w, c + COUPLING * LANES)
            .fma(
                u,
                fromArray(SPECIES, w, c + W_FALL * LANES)
                    .fma(a, fromArray(SPECIES, w, c + W_DRIVE * LANES)))
            .intoArray(w, k + 3 * LANES);
      }
    }
  }

  private static void third(
      double[] w,
      int end,
      int size,
      int state,
      int coefficients,
      int derivatives,
      int pull,
      int slope) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        int s = state + lane;
        int c = coefficients + lane;
        int k = derivatives + lane;
        DoubleVector h = fromArray(SPECIES, w, TRIED + lane);
        DoubleVector v1 = fromArray(SPECIES, w, k);
        DoubleVector a1 = fromArray(SPECIES, w, k + LANES);
        DoubleVector v2 = fromArray(SPECIES, w, k + 2 * LANES);
        DoubleVector a2 = fromArray(SPECIES, w, k + 3 * LANES);
        DoubleVector v =
            h.fma(v2.fma(broadcast(SPECIES, B32), v1.mul(B31)), fromArray(SPECIES, w, s));
        DoubleVector a =
            h.fma(a2.fma(broadcast(SPECIES, B32), a1.mul(B31)), fromArray(SPECIES, w, s + LANES));
        DoubleVector peak = fromArray(SPECIES, w, c + PEAK * LANES);
        DoubleVector u = v.blend(peak, v.compare(VectorOperators.GT, peak));
        DoubleVector x =
            u.fma(
                fromArray(SPECIES, w, c + STEEPNESS * LANES),
                fromArray(SPECIES, w, c + OFFSET * LANES));
        DoubleVector shifted = x.add(Exp.ROUND);
        DoubleVector f = x.sub(shifted.sub(Exp.ROUND));
        DoubleVector f2 = f.mul(f);
        DoubleVector f4 = f2.mul(f2);
        DoubleVector low =
            f.fma(broadcast(SPECIES, Q4), broadcast(SPECIES, Q3))
                .fma(f2, f.fma(broadcast(SPECIES, Q2), broadcast(SPECIES, Q1)));
        DoubleVector middle =
            f.fma(broadcast(SPECIES, Q8), broadcast(SPECIES, Q7))
                .fma(f2, f.fma(broadcast(SPECIES, Q6), broadcast(SPECIES, Q5)));
        DoubleVector power =
            f.fma(f4.fma(broadcast(SPECIES, Q9), middle).fma(f4, low), broadcast(SPECIES, 1))
                .reinterpretAsLongs()
                .add(
                    shifted
                        .reinterpretAsLongs()
                        .max(LOWEST_BITS)
                        .lanewise(VectorOperators.LSHL, Exp.FRACTION))
                .reinterpretAsDoubles();
        DoubleVector passive =
            fromArray(SPECIES, w, slope + lane).fma(u, fromArray(SPECIES, w, pull + lane).sub(a));
        fromArray(SPECIES, w, c + UPSTROKE * LANES)
            .fma(power, passive)
            .mul(fromArray(SPECIES, w, Workspace.ELASTANCE * LANES + lane))
            .intoArray(w, k + 4 * LANES);
        fromArray(SPECIES, w, c + COUPLING * LANES)
            .fma(
                u,
                fromArray(SPECIES, w, c + W_FALL * LANES)
                    .fma(a, fromArray(SPECIES, w, c + W_DRIVE * LANES)))
            .intoArray(w, k + 5 * LANES);
      }
    }
  }

  private static void fourth(
      double[] w,
      int end,
      int size,
      int state,
      int coefficients,
      int derivatives,
      int pull,
      int slope) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        int s = state + lane;
        int c = coefficients + lane;
        int k = derivatives + lane;
        DoubleVector h = fromArray(SPECIES, w, TRIED + lane);
        DoubleVector v1 = fromArray(SPECIES, w, k);
        DoubleVector a1 = fromArray(SPECIES, w, k + LANES);
        DoubleVector v2 = fromArray(SPECIES, w, k + 2 * LANES);
        DoubleVector a2 = fromArray(SPECIES, w, k + 3 * LANES);
        DoubleVector v3 = fromArray(SPECIES, w, k + 4 * LANES);
        DoubleVector a3 = fromArray(SPECIES, w, k + 5 * LANES);
        DoubleVector v =
            h.fma(
                v3.fma(broadcast(SPECIES, B43), v2.fma(broadcast(SPECIES, B42), v1.mul(B41))),
                fromArray(SPECIES, w, s));
        DoubleVector a =
            h.fma(
                a3.fma(broadcast(SPECIES, B43), a2.fma(broadcast(SPECIES, B42), a1.mul(B41))),
                fromArray(SPECIES, w, s + LANES));
        DoubleVector peak = fromArray(SPECIES, w, c + PEAK * LANES);
        DoubleVector u = v.blend(peak, v.compare(VectorOperators.GT, peak));
        DoubleVector x =
            u.fma(
                fromArray(SPECIES, w, c + STEEPNESS * LANES),
                fromArray(SPECIES, w, c + OFFSET * LANES));
        DoubleVector shifted = x.add(Exp.ROUND);
        DoubleVector f = x.sub(shifted.sub(Exp.ROUND));
        DoubleVector f2 = f.mul(f);
        DoubleVector f4 = f2.mul(f2);
        DoubleVector low =
            f.fma(broadcast(SPECIES, Q4), broadcast(SPECIES, Q3))
                .fma(f2, f.fma(broadcast(SPECIES, Q2), broadcast(SPECIES, Q1)));
        DoubleVector middle =
            f.fma(broadcast(SPECIES, Q8), broadcast(SPECIES, Q7))
                .fma(f2, f.fma(broadcast(SPECIES, Q6), broadcast(SPECIES, Q5)));
        DoubleVector power =
            f.fma(f4.fma(broadcast(SPECIES, Q9), middle).fma(f4, low), broadcast(SPECIES, 1))
                .reinterpretAsLongs()
                .add(
                    shifted
                        .reinterpretAsLongs()
                        .max(LOWEST_BITS)
                        .lanewise(VectorOperators.LSHL, Exp.FRACTION))
                .reinterpretAsDoubles();
        DoubleVector passive =
            fromArray(SPECIES, w, slope + lane).fma(u, fromArray(SPECIES, w, pull + lane).sub(a));
        fromArray(SPECIES, w, c + UPSTROKE * LANES)
            .fma(power, passive)
            .mul(fromArray(SPECIES, w, Workspace.ELASTANCE * LANES + lane))
            .intoArray(w, k + 6 * LANES);
        fromArray(SPECIES, w, c + COUPLING * LANES)
            .fma(
                u,
                fromArray(SPECIES, w, c + W_FALL * LANES)
                    .fma(a, fromArray(SPECIES, w, c + W_DRIVE * LANES)))
            .intoArray(w, k + 7 * LANES);
      }
    }
  }

  private static void fifth(
      double[] w,
      int end,
      int size,
      int state,
      int coefficients,
      int derivatives,
      int pull,
      int slope) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        int s = state + lane;
        int c = coefficients + lane;
        int k = derivatives + lane;
        DoubleVector h = fromArray(SPECIES, w, TRIED + lane);
        DoubleVector v1 = fromArray(SPECIES, w, k);
        DoubleVector a1 = fromArray(SPECIES, w, k + LANES);
        DoubleVector v2 = fromArray(SPECIES, w, k + 2 * LANES);
        DoubleVector a2 = fromArray(SPECIES, w, k + 3 * LANES);
        DoubleVector v3 = fromArray(SPECIES, w, k + 4 * LANES);
        DoubleVector a3 = fromArray(SPECIES, w, k + 5 * LANES);
        DoubleVector v4 = fromArray(SPECIES, w, k + 6 * LANES);
        DoubleVector a4 = fromArray(SPECIES, w, k + 7 * LANES);
        DoubleVector v =
            h.fma(
                v4.fma(
                    broadcast(SPECIES, B54),
                    v3.fma(broadcast(SPECIES, B53), v2.fma(broadcast(SPECIES, B52), v1.mul(B51)))),
                fromArray(SPECIES, w, s));
        DoubleVector a =
            h.fma(
                a4.fma(
                    broadcast(SPECIES, B54),
                    a3.fma(broadcast(SPECIES, B53), a2.fma(broadcast(SPECIES, B52), a1.mul(B51)))),
                fromArray(SPECIES, w, s + LANES));
        DoubleVector peak = fromArray(SPECIES, w, c + PEAK * LANES);
        DoubleVector u = v.blend(peak, v.compare(VectorOperators.GT, peak));
        DoubleVector x =
            u.fma(
                fromArray(SPECIES, w, c + STEEPNESS * LANES),
                fromArray(SPECIES, w, c + OFFSET * LANES));
        DoubleVector shifted = x.add(Exp.ROUND);
        DoubleVector f = x.sub(shifted.sub(Exp.ROUND));
        DoubleVector f2 = f.mul(f);
        DoubleVector f4 = f2.mul(f2);
        DoubleVector low =
            f.fma(broadcast(SPECIES, Q4), broadcast(SPECIES, Q3))
                .fma(f2, f.fma(broadcast(SPECIES, Q2), broadcast(SPECIES, Q1)));
        DoubleVector middle =
            f.fma(broadcast(SPECIES, Q8), broadcast(SPECIES, Q7))
                .fma(f2, f.fma(broadcast(SPECIES, Q6), broadcast(SPECIES, Q5)));
        DoubleVector power =
            f.fma(f4.fma(broadcast(SPECIES, Q9), middle).fma(f4, low), broadcast(SPECIES, 1))
                .reinterpretAsLongs()
                .add(
                    shifted
                        .reinterpretAsLongs()
                        .max(LOWEST_BITS)
                        .lanewise(VectorOperators.LSHL, Exp.FRACTION))
                .reinterpretAsDoubles();
        DoubleVector passive =
            fromArray(SPECIES, w, slope + lane).fma(u, fromArray(SPECIES, w, pull + lane).sub(a));
        fromArray(SPECIES, w, c + UPSTROKE * LANES)
            .fma(power, passive)
            .mul(fromArray(SPECIES, w, Workspace.ELASTANCE * LANES + lane))
            .intoArray(w, k + 8 * LANES);
        fromArray(SPECIES, w, c + COUPLING * LANES)
            .fma(
                u,
                fromArray(SPECIES, w, c + W_FALL * LANES)
                    .fma(a, fromArray(SPECIES, w, c + W_DRIVE * LANES)))
            .intoArray(w, k + 9 * LANES);
      }
    }
  }

  private static void sixth(
      double[] w,
      int end,
      int size,
      int state,
      int coefficients,
      int derivatives,
      int pull,
      int slope) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        int s = state + lane;
        int c = coefficients + lane;
        int k = derivatives + lane;
        DoubleVector h = fromArray(SPECIES, w, TRIED + lane);
        DoubleVector v1 = fromArray(SPECIES, w, k);
        DoubleVector a1 = fromArray(SPECIES, w, k + LANES);
        DoubleVector v2 = fromArray(SPECIES, w, k + 2 * LANES);
        DoubleVector a2 = fromArray(SPECIES, w, k + 3 * LANES);
        DoubleVector v3 = fromArray(SPECIES, w, k + 4 * LANES);
        DoubleVector a3 = fromArray(SPECIES, w, k + 5 * LANES);
        DoubleVector v4 = fromArray(SPECIES, w, k + 6 * LANES);
        DoubleVector a4 = fromArray(SPECIES, w, k + 7 * LANES);
        DoubleVector v5 = fromArray(SPECIES, w, k + 8 * LANES);
        DoubleVector a5 = fromArray(SPECIES, w, k + 9 * LANES);
        DoubleVector v =
            h.fma(
                v5.fma(
                    broadcast(SPECIES, B65),
                    v4.fma(
                        broadcast(SPECIES, B64),
                        v3.fma(
                            broadcast(SPECIES, B63),
                            v2.fma(broadcast(SPECIES, B62), v1.mul(B61))))),
                fromArray(SPECIES, w, s));
        DoubleVector a =
            h.fma(
                a5.fma(
                    broadcast(SPECIES, B65),
                    a4.fma(
                        broadcast(SPECIES, B64),
                        a3.fma(
                            broadcast(SPECIES, B63),
                            a2.fma(broadcast(SPECIES, B62), a1.mul(B61))))),
                fromArray(SPECIES, w, s + LANES));
        DoubleVector peak = fromArray(SPECIES, w, c + PEAK * LANES);
        DoubleVector u = v.blend(peak, v.compare(VectorOperators.GT, peak));
        DoubleVector x =
            u.fma(
                fromArray(SPECIES, w, c + STEEPNESS * LANES),
                fromArray(SPECIES, w, c + OFFSET * LANES));
        DoubleVector shifted = x.add(Exp.ROUND);
        DoubleVector f = x.sub(shifted.sub(Exp.ROUND));
        DoubleVector f2 = f.mul(f);
        DoubleVector f4 = f2.mul(f2);
        DoubleVector low =
            f.fma(broadcast(SPECIES, Q4), broadcast(SPECIES, Q3))
                .fma(f2, f.fma(broadcast(SPECIES, Q2), broadcast(SPECIES, Q1)));
        DoubleVector middle =
            f.fma(broadcast(SPECIES, Q8), broadcast(SPECIES, Q7))
                .fma(f2, f.fma(broadcast(SPECIES, Q6), broadcast(SPECIES, Q5)));
        DoubleVector power =
            f.fma(f4.fma(broadcast(SPECIES, Q9), middle).fma(f4, low), broadcast(SPECIES, 1))
                .reinterpretAsLongs()
                .add(
                    shifted
                        .reinterpretAsLongs()
                        .max(LOWEST_BITS)
                        .lanewise(VectorOperators.LSHL, Exp.FRACTION))
                .reinterpretAsDoubles();
        DoubleVector passive =
            fromArray(SPECIES, w, slope + lane).fma(u, fromArray(SPECIES, w, pull + lane).sub(a));
        fromArray(SPECIES, w, c + UPSTROKE * LANES)
            .fma(power, passive)
            .mul(fromArray(SPECIES, w, Workspace.ELASTANCE * LANES + lane))
            .intoArray(w, k + 10 * LANES);
        fromArray(SPECIES, w, c + COUPLING * LANES)
            .fma(
                u,
                fromArray(SPECIES, w, c + W_FALL * LANES)
                    .fma(a, fromArray(SPECIES, w, c + W_DRIVE * LANES)))
            .intoArray(w, k + 11 * LANES);
      }
    }
  }

  /** The end of the step, its derivatives only in registers, and the worst error. */
  private static void last(
      double[] w,
      int end,
      int size,
      int state,
      int coefficients,
      int derivatives,
      int y,
      int pull,
      int slope) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        int s = state + lane;
        int c = coefficients + lane;
        int k = derivatives + lane;
        DoubleVector h = fromArray(SPECIES, w, TRIED + lane);
        DoubleVector v1 = fromArray(SPECIES, w, k);
        DoubleVector a1 = fromArray(SPECIES, w, k + LANES);
        DoubleVector v3 = fromArray(SPECIES, w, k + 4 * LANES);
        DoubleVector a3 = fromArray(SPECIES, w, k + 5 * LANES);
        DoubleVector v4 = fromArray(SPECIES, w, k + 6 * LANES);
        DoubleVector a4 = fromArray(SPECIES, w, k + 7 * LANES);
        DoubleVector v5 = fromArray(SPECIES, w, k + 8 * LANES);
        DoubleVector a5 = fromArray(SPECIES, w, k + 9 * LANES);
        DoubleVector v6 = fromArray(SPECIES, w, k + 10 * LANES);
        DoubleVector a6 = fromArray(SPECIES, w, k + 11 * LANES);
        DoubleVector v =
            h.fma(
                v6.fma(
                    broadcast(SPECIES, C6),
                    v5.fma(
                        broadcast(SPECIES, C5),
                        v4.fma(
                            broadcast(SPECIES, C4), v3.fma(broadcast(SPECIES, C3), v1.mul(C1))))),
                fromArray(SPECIES, w, s));
        DoubleVector a =
            h.fma(
                a6.fma(
                    broadcast(SPECIES, C6),
                    a5.fma(
                        broadcast(SPECIES, C5),
                        a4.fma(
                            broadcast(SPECIES, C4), a3.fma(broadcast(SPECIES, C3), a1.mul(C1))))),
                fromArray(SPECIES, w, s + LANES));
        v.intoArray(w, y + lane);
        a.intoArray(w, y + LANES + lane);
        DoubleVector peak = fromArray(SPECIES, w, c + PEAK * LANES);
        DoubleVector u = v.blend(peak, v.compare(VectorOperators.GT, peak));
        DoubleVector x =
            u.fma(
                fromArray(SPECIES, w, c + STEEPNESS * LANES),
                fromArray(SPECIES, w, c + OFFSET * LANES));
        DoubleVector shifted = x.add(Exp.ROUND);
        DoubleVector f = x.sub(shifted.sub(Exp.ROUND));
        DoubleVector f2 = f.mul(f);
        DoubleVector f4 = f2.mul(f2);
        DoubleVector low =
            f.fma(broadcast(SPECIES, Q4), broadcast(SPECIES, Q3))
                .fma(f2, f.fma(broadcast(SPECIES, Q2), broadcast(SPECIES, Q1)));
        DoubleVector middle =
            f.fma(broadcast(SPECIES, Q8), broadcast(SPECIES, Q7))
                .fma(f2, f.fma(broadcast(SPECIES, Q6), broadcast(SPECIES, Q5)));
        DoubleVector power =
            f.fma(f4.fma(broadcast(SPECIES, Q9), middle).fma(f4, low), broadcast(SPECIES, 1))
                .reinterpretAsLongs()
                .add(
                    shifted
                        .reinterpretAsLongs()
                        .max(LOWEST_BITS)
                        .lanewise(VectorOperators.LSHL, Exp.FRACTION))
                .reinterpretAsDoubles();
        DoubleVector passive =
            fromArray(SPECIES, w, slope + lane).fma(u, fromArray(SPECIES, w, pull + lane).sub(a));
        DoubleVector dv =
            fromArray(SPECIES, w, c + UPSTROKE * LANES)
                .fma(power, passive)
                .mul(fromArray(SPECIES, w, Workspace.ELASTANCE * LANES + lane));
        DoubleVector da =
            fromArray(SPECIES, w, c + COUPLING * LANES)
                .fma(
                    u,
                    fromArray(SPECIES, w, c + W_FALL * LANES)
                        .fma(a, fromArray(SPECIES, w, c + W_DRIVE * LANES)));
        DoubleVector tolerance = fromArray(SPECIES, w, c + AdaptiveNeuron.TOLERANCE * LANES);
        DoubleVector rate = fromArray(SPECIES, w, c + AdaptiveNeuron.RATE_TOLERANCE * LANES);
        DoubleVector error =
            h.mul(
                    v6.fma(
                        broadcast(SPECIES, E6),
                        v5.fma(
                            broadcast(SPECIES, E5),
                            v4.fma(
                                broadcast(SPECIES, E4),
                                v3.fma(broadcast(SPECIES, E3), v1.mul(E1))))))
                .abs();
        DoubleVector allowed = rate.fma(h.mul(dv).abs(), tolerance);
        DoubleVector largest = fromArray(SPECIES, w, LARGEST + lane);
        DoubleVector its = fromArray(SPECIES, w, ALLOWED + lane);
        VectorMask<Double> smaller =
            error.mul(its).compare(VectorOperators.LE, largest.mul(allowed));
        largest = error.blend(largest, smaller);
        its = allowed.blend(its, smaller);
        error =
            h.mul(
                    a6.fma(
                        broadcast(SPECIES, E6),
                        a5.fma(
                            broadcast(SPECIES, E5),
                            a4.fma(
                                broadcast(SPECIES, E4),
                                a3.fma(broadcast(SPECIES, E3), a1.mul(E1))))))
                .abs();
        allowed = rate.fma(h.mul(da).abs(), tolerance);
        smaller = error.mul(its).compare(VectorOperators.LE, largest.mul(allowed));
        error.blend(largest, smaller).div(allowed.blend(its, smaller)).intoArray(w, WORST + lane);
      }
    }
  }
}
