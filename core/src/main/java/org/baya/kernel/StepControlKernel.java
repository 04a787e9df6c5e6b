package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.ode.StepControl.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.AdaptiveNeuron;
import org.baya.model.ode.Exp;
import org.baya.model.ode.Workspace;

/**
 * Vector twin of the step control in {@link org.baya.model.ode.RungeKuttaFehlberg}. Every lane has
 * its own time and step size; lanes that have reached the end of the simulation step are left alone.
 */
final class StepControlKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final int TIME = Workspace.TIME * LANES;
  private static final int TRIED = Workspace.TRIED * LANES;
  private static final int WORST = Workspace.WORST * LANES;
  private static final int FOLLOWING = Workspace.EXP * LANES;

  private StepControlKernel() {}

  /**
   * Chooses the step to try of each lane; false when all have reached the end.
   *
   * @param m state of lane 0 after the integrated variables
   */
  static boolean begin(double[] state, int m, double[] k, int c, double[] w) {
    boolean any = false;
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      DoubleVector left =
          DoubleVector.fromArray(SPECIES, k, c + AdaptiveNeuron.RESOLUTION * LANES + lane)
              .sub(DoubleVector.fromArray(SPECIES, w, TIME + lane));
      any |= left.compare(VectorOperators.GT, 0).anyTrue();
      DoubleVector next =
          DoubleVector.fromArray(SPECIES, state, m + AdaptiveNeuron.NEXT_STEP * LANES + lane);
      next.blend(left, next.compare(VectorOperators.GE, left)).intoArray(w, TRIED + lane);
      DoubleVector refractory =
          DoubleVector.fromArray(SPECIES, state, m + AdaptiveNeuron.REFRACTORY * LANES + lane);
      DoubleVector.broadcast(SPECIES, 1)
          .blend(0, refractory.compare(VectorOperators.GT, 0))
          .intoArray(w, Workspace.FREE * LANES + lane);
    }
    return any;
  }

  /**
   * Takes over the lanes whose step was good enough, whose bits it returns, and sets the size of the
   * next step of all.
   *
   * @param d number of variables times lanes
   */
  static long judge(double[] state, int s, double[] k, int c, double[] w, int d) {
    long accepted = 0;
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      long bits = accept(state, s + lane, k, c + lane, w, lane, d);
      if (bits != WHOLE_STEP) {
        following(w, lane);
        resize(state, s + lane, k, c + lane, w, lane, d);
      } else {
        bits = ALL;
      }
      accepted |= bits << lane;
    }
    return accepted;
  }

  /** All lanes of a vector. */
  private static final long ALL = SPECIES.length() == 64 ? -1 : (1L << SPECIES.length()) - 1;

  /** All lanes of a vector have made the whole simulation step at once. */
  private static final long WHOLE_STEP = -1;

  private static long accept(
      double[] state, int s, double[] k, int c, double[] w, int lane, int d) {
    DoubleVector worst = DoubleVector.fromArray(SPECIES, w, WORST + lane);
    DoubleVector span =
        DoubleVector.fromArray(SPECIES, k, c + AdaptiveNeuron.RESOLUTION * LANES);
    DoubleVector time = DoubleVector.fromArray(SPECIES, w, TIME + lane);
    DoubleVector tried = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
    VectorMask<Double> accepted =
        worst.compare(VectorOperators.LE, REPEAT_ABOVE).and(time.lt(span));
    if (accepted.and(tried.eq(span)).allTrue()) {
      for (int i = 0; i < d; i += LANES) {
        DoubleVector.fromArray(SPECIES, w, Workspace.Y * LANES + lane + i)
            .intoArray(state, s + i);
      }
      span.intoArray(state, s + d + AdaptiveNeuron.NEXT_STEP * LANES);
      span.intoArray(w, TIME + lane);
      return WHOLE_STEP;
    }
    for (int i = 0; i < d; i += LANES) {
      DoubleVector.fromArray(SPECIES, state, s + i)
          .blend(
              DoubleVector.fromArray(SPECIES, w, Workspace.Y * LANES + lane + i), accepted)
          .intoArray(state, s + i);
    }
    return accepted.toLong();
  }

  /** Twin of {@link org.baya.model.ode.StepControl#next}. */
  private static void following(double[] w, int lane) {
    logarithm(w, lane);
    ExpKernel.apply(w, Workspace.POWER * LANES, FOLLOWING, 1);
    factor(w, lane);
  }

  /** The logarithm of the worst error times the power, where exponential functions are taken. */
  private static void logarithm(double[] w, int lane) {
    DoubleVector worst = DoubleVector.fromArray(SPECIES, w, WORST + lane);
    VectorMask<Double> good = worst.compare(VectorOperators.LE, REPEAT_ABOVE);
    DoubleVector x = worst.blend(LOWEST_WORST, worst.compare(VectorOperators.LT, LOWEST_WORST));
    x = x.blend(HIGHEST_WORST, x.compare(VectorOperators.GT, HIGHEST_WORST));
    LongVector bits = x.reinterpretAsLongs();
    DoubleVector exponent =
        bits.lanewise(VectorOperators.LSHR, Exp.FRACTION)
            .lanewise(VectorOperators.OR, INTEGER_BITS)
            .reinterpretAsDoubles()
            .sub(INTEGER_BIAS);
    DoubleVector m =
        bits.lanewise(VectorOperators.AND, FRACTION_BITS)
            .lanewise(VectorOperators.OR, ONE_BITS)
            .reinterpretAsDoubles();
    VectorMask<Double> high = m.compare(VectorOperators.GT, SQRT_2);
    m = m.blend(m.mul(0.5), high);
    exponent = exponent.blend(exponent.add(1), high);
    DoubleVector z = m.sub(1).div(m.add(1));
    DoubleVector sum = series(z.mul(z));
    DoubleVector log =
        exponent.fma(DoubleVector.broadcast(SPECIES, LN_2), z.mul(2).mul(sum));
    DoubleVector.broadcast(SPECIES, SHRINK_POWER)
        .blend(GROW_POWER, good)
        .mul(log)
        .intoArray(w, Workspace.POWER * LANES + lane);
  }

  private static DoubleVector series(DoubleVector z2) {
    DoubleVector sum =
        z2.fma(DoubleVector.broadcast(SPECIES, 1.0 / 15), DoubleVector.broadcast(SPECIES, 1.0 / 13));
    sum = sum.fma(z2, DoubleVector.broadcast(SPECIES, 1.0 / 11));
    sum = sum.fma(z2, DoubleVector.broadcast(SPECIES, 1.0 / 9));
    sum = sum.fma(z2, DoubleVector.broadcast(SPECIES, 1.0 / 7));
    sum = sum.fma(z2, DoubleVector.broadcast(SPECIES, 1.0 / 5));
    sum = sum.fma(z2, DoubleVector.broadcast(SPECIES, 1.0 / 3));
    return sum.fma(z2, DoubleVector.broadcast(SPECIES, 1));
  }

  private static void factor(double[] w, int lane) {
    DoubleVector worst = DoubleVector.fromArray(SPECIES, w, WORST + lane);
    DoubleVector tried = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
    VectorMask<Double> good = worst.compare(VectorOperators.LE, REPEAT_ABOVE);
    VectorMask<Double> same = good.and(worst.compare(VectorOperators.GE, GROW_BELOW));
    DoubleVector least = DoubleVector.broadcast(SPECIES, LEAST).blend(1, good);
    DoubleVector factor = DoubleVector.fromArray(SPECIES, w, FOLLOWING + lane).mul(SAFETY);
    factor = least.blend(factor, factor.compare(VectorOperators.GT, least));
    factor = factor.blend(MOST, factor.compare(VectorOperators.GT, MOST));
    tried.mul(factor).blend(tried, same).intoArray(w, FOLLOWING + lane);
  }

  /** Sets time and next step of the lanes that have not reached the end. */
  private static void resize(
      double[] state, int s, double[] k, int c, double[] w, int lane, int d) {
    DoubleVector span =
        DoubleVector.fromArray(SPECIES, k, c + AdaptiveNeuron.RESOLUTION * LANES);
    DoubleVector time = DoubleVector.fromArray(SPECIES, w, TIME + lane);
    DoubleVector tried = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
    DoubleVector following = DoubleVector.fromArray(SPECIES, w, FOLLOWING + lane);
    VectorMask<Double> active = time.lt(span);
    VectorMask<Double> good =
        DoubleVector.fromArray(SPECIES, w, WORST + lane)
            .compare(VectorOperators.LE, REPEAT_ABOVE);
    VectorMask<Double> last = tried.compare(VectorOperators.GE, span.sub(time));
    VectorMask<Double> failed = active.andNot(good).and(following.lt(span.mul(SMALLEST)));
    DoubleVector reached = time.add(tried).blend(span, last);
    time.blend(reached, good.and(active)).blend(span, failed).intoArray(w, TIME + lane);
    int at = s + d + AdaptiveNeuron.NEXT_STEP * LANES;
    DoubleVector next = span.blend(following, following.lt(span)).blend(span, failed);
    DoubleVector.fromArray(SPECIES, state, at).blend(next, active).intoArray(state, at);
    if (failed.anyTrue()) {
      DoubleVector.fromArray(SPECIES, state, s).blend(Double.NaN, failed).intoArray(state, s);
    }
  }
}
