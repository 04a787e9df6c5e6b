package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.AdaptiveExponentialMembrane.*;
import static org.baya.model.ode.PowerOfTwo.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.Exp;
import org.baya.model.ode.Workspace;

/** Vector twin of {@link org.baya.model.neuron.AdaptiveExponentialMembrane#derivatives}. */
final class AdaptiveExponentialKernel implements MembraneKernel {
  static final AdaptiveExponentialKernel INSTANCE = new AdaptiveExponentialKernel();
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  private AdaptiveExponentialKernel() {}

  @Override
  public void attempt(double[] w, int blocks, int size, int s, int c, int y, int d, int slopes) {
    int count = VARIABLES * LANES;
    int end = blocks * size;
    int first = y + 2 * d;
    int pull = Workspace.PULLS * LANES;
    int slope = Workspace.SLOPES * LANES;
    derivatives(w, end, size, s, c, pull, slope, first);
    for (int stage = 2; stage <= Workspace.STAGES; stage++) {
      StageKernel.advance(stage, w, blocks, size, count, d);
      pull += LANES;
      slope += slopes;
      derivatives(w, end, size, y, c, pull, slope, first + (stage - 1) * count);
    }
    StageKernel.advance(Workspace.STAGES + 1, w, blocks, size, count, d);
    // Those after the step replace those at its beginning.
    derivatives(w, end, size, y, c, pull + LANES, slope + slopes, first);
  }

  private static void derivatives(
      double[] w, int end, int size, int at, int c, int pull, int slope, int out) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        slopes(w, at + lane, c + lane, lane, pull + lane, slope + lane, out + lane);
      }
    }
  }

  private static void slopes(double[] w, int at, int c, int lane, int pull, int slope, int out) {
    DoubleVector v = DoubleVector.fromArray(SPECIES, w, at);
    DoubleVector adaptation = DoubleVector.fromArray(SPECIES, w, at + W * LANES);
    DoubleVector peak = DoubleVector.fromArray(SPECIES, w, c + PEAK * LANES);
    v = v.blend(peak, v.compare(VectorOperators.GT, peak));
    // The power of two, as in PowerOfTwo.
    DoubleVector x =
        v.fma(
            DoubleVector.fromArray(SPECIES, w, c + STEEPNESS * LANES),
            DoubleVector.fromArray(SPECIES, w, c + OFFSET * LANES));
    x = x.blend(LOWEST, x.compare(VectorOperators.LT, LOWEST));
    DoubleVector shifted = x.add(Exp.ROUND);
    DoubleVector f = x.sub(shifted.sub(Exp.ROUND));
    DoubleVector f2 = f.mul(f);
    DoubleVector f4 = f2.mul(f2);
    DoubleVector low =
        f.fma(DoubleVector.broadcast(SPECIES, C4), DoubleVector.broadcast(SPECIES, C3))
            .fma(
                f2,
                f.fma(DoubleVector.broadcast(SPECIES, C2), DoubleVector.broadcast(SPECIES, C1)));
    DoubleVector middle =
        f.fma(DoubleVector.broadcast(SPECIES, C8), DoubleVector.broadcast(SPECIES, C7))
            .fma(
                f2,
                f.fma(DoubleVector.broadcast(SPECIES, C6), DoubleVector.broadcast(SPECIES, C5)));
    DoubleVector power =
        f.fma(
            f4.fma(DoubleVector.broadcast(SPECIES, C9), middle).fma(f4, low),
            DoubleVector.broadcast(SPECIES, 1));
    power =
        power
            .reinterpretAsLongs()
            .add(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Exp.FRACTION))
            .reinterpretAsDoubles();
    DoubleVector passive =
        DoubleVector.fromArray(SPECIES, w, slope)
            .fma(v, DoubleVector.fromArray(SPECIES, w, pull).sub(adaptation));
    DoubleVector.fromArray(SPECIES, w, c + UPSTROKE * LANES)
        .fma(power, passive)
        .mul(DoubleVector.fromArray(SPECIES, w, Workspace.ELASTANCE * LANES + lane))
        .intoArray(w, out);
    DoubleVector.fromArray(SPECIES, w, c + COUPLING * LANES)
        .fma(
            v,
            DoubleVector.fromArray(SPECIES, w, c + W_FALL * LANES)
                .fma(adaptation, DoubleVector.fromArray(SPECIES, w, c + W_DRIVE * LANES)))
        .intoArray(w, out + W * LANES);
  }
}
