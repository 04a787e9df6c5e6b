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
 * its own time and step size; lanes that have reached the end of the simulation step are left
 * alone.
 */
final class StepControlKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final int TIME = Workspace.TIME * LANES;
  private static final int TRIED = Workspace.TRIED * LANES;
  private static final int WORST = Workspace.WORST * LANES;
  private static final int POWER = Workspace.POWER * LANES;
  private static final int FOLLOWING = Workspace.EXP * LANES;

  private StepControlKernel() {}

  /**
   * Chooses the step to try of each neuron of a block.
   *
   * @param m state after the integrated variables
   * @param c coefficients
   */
  static void begin(double[] w, int block, int m, int c) {
    for (int lane = block; lane < block + LANES; lane += SPECIES.length()) {
      DoubleVector left =
          DoubleVector.fromArray(SPECIES, w, c + AdaptiveNeuron.RESOLUTION * LANES + lane)
              .sub(DoubleVector.fromArray(SPECIES, w, TIME + lane));
      DoubleVector next =
          DoubleVector.fromArray(SPECIES, w, m + AdaptiveNeuron.NEXT_STEP * LANES + lane);
      next.blend(left, next.compare(VectorOperators.GE, left)).intoArray(w, TRIED + lane);
      DoubleVector refractory =
          DoubleVector.fromArray(SPECIES, w, m + AdaptiveNeuron.REFRACTORY * LANES + lane);
      DoubleVector.fromArray(SPECIES, w, c + AdaptiveNeuron.ELASTANCE * LANES + lane)
          .blend(0, refractory.compare(VectorOperators.GT, 0))
          .intoArray(w, Workspace.ELASTANCE * LANES + lane);
    }
  }

  /**
   * Computes the sizes of the following steps of some blocks, unless all have made the whole
   * simulation step at once.
   *
   * @param size distance of two blocks
   * @param c coefficients
   */
  static void follow(double[] w, int blocks, int size, int c) {
    boolean whole = true;
    for (int block = 0; block < blocks * size; block += size) {
      for (int lane = block; lane < block + LANES; lane += SPECIES.length()) {
        whole &= whole(w, lane, c);
      }
    }
    if (whole) {
      return;
    }
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        split(w, lane);
      }
      for (int lane = part; lane < blocks * size; lane += size) {
        logarithm(w, lane);
      }
      for (int lane = part; lane < blocks * size; lane += size) {
        ExpKernel.exp(w, POWER + lane, FOLLOWING + lane);
      }
      for (int lane = part; lane < blocks * size; lane += size) {
        factor(w, lane);
      }
    }
  }

  private static boolean whole(double[] w, int lane, int c) {
    DoubleVector span =
        DoubleVector.fromArray(SPECIES, w, c + AdaptiveNeuron.RESOLUTION * LANES + lane);
    return DoubleVector.fromArray(SPECIES, w, WORST + lane)
        .compare(VectorOperators.LE, REPEAT_ABOVE)
        .and(DoubleVector.fromArray(SPECIES, w, TIME + lane).lt(span))
        .and(DoubleVector.fromArray(SPECIES, w, TRIED + lane).eq(span))
        .allTrue();
  }

  /**
   * Takes over the neurons of a block whose step was good enough, and sets time and next step of
   * all.
   *
   * @param s state
   * @param c coefficients
   * @param d number of equations times lanes
   * @return bits of the neurons whose step was good enough, and, {@link #FINISHED} bits higher, of
   *     those that have reached the end of the simulation step by it
   */
  static long judge(double[] w, int block, int s, int c, int d) {
    long bits = 0;
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      long own =
          whole(w, block + lane, c)
              ? takeWhole(w, block + lane, s, c, d)
              : accept(w, block + lane, s, c, d);
      bits |= own << lane;
    }
    return bits;
  }

  /** By how many bits those of finished neurons are higher. */
  static final int FINISHED = 32;

  /** All lanes of a vector. */
  private static final long ALL = (1L << SPECIES.length()) - 1;

  private static long takeWhole(double[] w, int lane, int s, int c, int d) {
    DoubleVector span =
        DoubleVector.fromArray(SPECIES, w, c + AdaptiveNeuron.RESOLUTION * LANES + lane);
    for (int i = lane; i < lane + d; i += LANES) {
      DoubleVector.fromArray(SPECIES, w, Workspace.Y * LANES + i).intoArray(w, s + i);
    }
    span.intoArray(w, s + d + AdaptiveNeuron.NEXT_STEP * LANES + lane);
    span.intoArray(w, TIME + lane);
    return ALL | ALL << FINISHED;
  }

  private static long accept(double[] w, int lane, int s, int c, int d) {
    DoubleVector span =
        DoubleVector.fromArray(SPECIES, w, c + AdaptiveNeuron.RESOLUTION * LANES + lane);
    DoubleVector time = DoubleVector.fromArray(SPECIES, w, TIME + lane);
    DoubleVector tried = DoubleVector.fromArray(SPECIES, w, TRIED + lane);
    DoubleVector following = DoubleVector.fromArray(SPECIES, w, FOLLOWING + lane);
    VectorMask<Double> active = time.lt(span);
    VectorMask<Double> good =
        DoubleVector.fromArray(SPECIES, w, WORST + lane).compare(VectorOperators.LE, REPEAT_ABOVE);
    VectorMask<Double> accepted = active.and(good);
    for (int i = lane; i < lane + d; i += LANES) {
      DoubleVector.fromArray(SPECIES, w, s + i)
          .blend(DoubleVector.fromArray(SPECIES, w, Workspace.Y * LANES + i), accepted)
          .intoArray(w, s + i);
    }
    VectorMask<Double> last = tried.compare(VectorOperators.GE, span.sub(time));
    DoubleVector reached = time.blend(time.add(tried).blend(span, last), accepted);
    int next = s + d + AdaptiveNeuron.NEXT_STEP * LANES + lane;
    DoubleVector.fromArray(SPECIES, w, next)
        .blend(span.blend(following, following.lt(span)), active)
        .intoArray(w, next);
    VectorMask<Double> failed = active.andNot(good).and(following.lt(span.mul(SMALLEST)));
    if (failed.anyTrue()) {
      // The solver cannot go on: the step ends without a potential.
      DoubleVector.fromArray(SPECIES, w, s + lane).blend(Double.NaN, failed).intoArray(w, s + lane);
      DoubleVector.fromArray(SPECIES, w, next).blend(span, failed).intoArray(w, next);
      reached = reached.blend(span, failed);
    }
    reached.intoArray(w, TIME + lane);
    long finished = active.and(reached.compare(VectorOperators.GE, span)).toLong();
    return accepted.toLong() | finished << FINISHED;
  }

  /** The worst error as 2^exponent (1 + z) / (1 - z): the exponent and z. */
  private static void split(double[] w, int lane) {
    DoubleVector worst = DoubleVector.fromArray(SPECIES, w, WORST + lane);
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
    exponent.blend(exponent.add(1), high).intoArray(w, POWER + lane);
    m.sub(1).div(m.add(1)).intoArray(w, FOLLOWING + lane);
  }

  /** The logarithm of the worst error times the power, where exponential functions are taken. */
  private static void logarithm(double[] w, int lane) {
    DoubleVector z = DoubleVector.fromArray(SPECIES, w, FOLLOWING + lane);
    DoubleVector z2 = z.mul(z);
    DoubleVector sum =
        z2.fma(
            DoubleVector.broadcast(SPECIES, 1.0 / 15), DoubleVector.broadcast(SPECIES, 1.0 / 13));
    sum = sum.fma(z2, DoubleVector.broadcast(SPECIES, 1.0 / 11));
    sum = sum.fma(z2, DoubleVector.broadcast(SPECIES, 1.0 / 9));
    sum = sum.fma(z2, DoubleVector.broadcast(SPECIES, 1.0 / 7));
    sum = sum.fma(z2, DoubleVector.broadcast(SPECIES, 1.0 / 5));
    sum = sum.fma(z2, DoubleVector.broadcast(SPECIES, 1.0 / 3));
    sum = sum.fma(z2, DoubleVector.broadcast(SPECIES, 1));
    DoubleVector log =
        DoubleVector.fromArray(SPECIES, w, POWER + lane)
            .fma(DoubleVector.broadcast(SPECIES, LN_2), z.mul(2).mul(sum));
    VectorMask<Double> good =
        DoubleVector.fromArray(SPECIES, w, WORST + lane).compare(VectorOperators.LE, REPEAT_ABOVE);
    DoubleVector.broadcast(SPECIES, SHRINK_POWER)
        .blend(GROW_POWER, good)
        .mul(log)
        .intoArray(w, POWER + lane);
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
}
