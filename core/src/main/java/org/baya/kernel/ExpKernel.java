package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.ode.Exp.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.Exp;

/** Vector twin of {@link Exp#of}. */
final class ExpKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  /**
   * Added to a number, it leaves it in the low bits with {@value #SHARE} bits behind the point,
   * rounded to the nearest and then one such bit more.
   */
  private static final double ROUND_UP = 0x1.8p32 + 0x1p-20;

  private static final int SHARE = 20;

  private ExpKernel() {}

  /**
   * e^x of {@code count} variables of some blocks at {@code w[from..]} into {@code w[to..]}.
   *
   * @param size distance of two blocks
   */
  static void apply(double[] w, int blocks, int size, int from, int to, int count) {
    for (int o = 0; o < blocks * size; o += size) {
      for (int i = 0; i < count * LANES; i += SPECIES.length()) {
        exp(w, o + from + i, o + to + i);
      }
    }
  }

  /**
   * A number that is not below e^x and at most 7 % above, for one vector: 2^n (1 + f) where n is
   * the whole part of x / ln 2 and f the rest, made by putting n and f in the places of exponent
   * and fraction.
   */
  static void bound(double[] w, int from, int to) {
    DoubleVector x = DoubleVector.fromArray(SPECIES, w, from).min(HIGHEST).max(LOWEST);
    x.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, ROUND_UP))
        .reinterpretAsLongs()
        .lanewise(VectorOperators.LSHL, FRACTION - SHARE)
        .add(Double.doubleToRawLongBits(1))
        .reinterpretAsDoubles()
        .intoArray(w, to);
  }

  /** e^x of one vector. */
  static void exp(double[] w, int from, int to) {
    DoubleVector x = DoubleVector.fromArray(SPECIES, w, from);
    x = x.blend(HIGHEST, x.compare(VectorOperators.GT, HIGHEST));
    x = x.blend(LOWEST, x.compare(VectorOperators.LT, LOWEST));
    DoubleVector shifted =
        x.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, Exp.ROUND));
    DoubleVector n = shifted.sub(Exp.ROUND);
    DoubleVector r =
        n.fma(
            DoubleVector.broadcast(SPECIES, -LN2_LOW),
            n.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), x));
    DoubleVector r2 = r.mul(r);
    DoubleVector r4 = r2.mul(r2);
    DoubleVector low =
        r.fma(DoubleVector.broadcast(SPECIES, C3), DoubleVector.broadcast(SPECIES, C2))
            .fma(
                r2,
                r.fma(DoubleVector.broadcast(SPECIES, C1), DoubleVector.broadcast(SPECIES, C0)));
    DoubleVector middle =
        r.fma(DoubleVector.broadcast(SPECIES, C7), DoubleVector.broadcast(SPECIES, C6))
            .fma(
                r2,
                r.fma(DoubleVector.broadcast(SPECIES, C5), DoubleVector.broadcast(SPECIES, C4)));
    DoubleVector high =
        r.fma(DoubleVector.broadcast(SPECIES, C9), DoubleVector.broadcast(SPECIES, C8));
    DoubleVector e = r2.fma(high.fma(r4, middle).fma(r4, low), r).add(1);
    LongVector scale = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, FRACTION);
    e.reinterpretAsLongs().add(scale).reinterpretAsDoubles().intoArray(w, to);
  }
}
