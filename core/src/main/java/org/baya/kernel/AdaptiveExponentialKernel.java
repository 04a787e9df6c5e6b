package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.AdaptiveExponentialMembrane.*;
import static org.baya.model.ode.Exp.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.Exp;
import org.baya.model.ode.Workspace;

/** Vector twin of {@link org.baya.model.neuron.AdaptiveExponentialMembrane#derivatives}. */
final class AdaptiveExponentialKernel implements MembraneKernel {
  static final AdaptiveExponentialKernel INSTANCE = new AdaptiveExponentialKernel();
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  /** From the effect that is independent of the potential to the other. */
  private static final int LEAKS = (Workspace.LEAKS - Workspace.PULLS) * LANES;

  private AdaptiveExponentialKernel() {}

  @Override
  public void attempt(double[] w, int blocks, int size, int s, int c, int y, int d) {
    int count = VARIABLES * LANES;
    derivatives(w, blocks * size, size, s, c, 1, y + d);
    for (int stage = 2; stage <= Workspace.STAGES; stage++) {
      StageKernel.advance(stage, w, blocks, size, count, d);
      derivatives(w, blocks * size, size, y, c, stage, y + stage * d);
    }
    StageKernel.advance(Workspace.STAGES + 1, w, blocks, size, count, d);
    // Those after the step replace those at its beginning.
    derivatives(w, blocks * size, size, y, c, Workspace.STAGES + 1, y + d);
  }

  private static void derivatives(
      double[] w, int end, int size, int at, int c, int stage, int out) {
    int pull = (Workspace.PULLS + stage - 1) * LANES;
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        slopes(w, at + lane, c + lane, lane, pull + lane, out + lane);
      }
    }
  }

  private static void slopes(double[] w, int at, int c, int lane, int pull, int out) {
    DoubleVector v = DoubleVector.fromArray(SPECIES, w, at);
    DoubleVector adaptation = DoubleVector.fromArray(SPECIES, w, at + W * LANES);
    DoubleVector peak = DoubleVector.fromArray(SPECIES, w, c + PEAK * LANES);
    v = v.blend(peak, v.compare(VectorOperators.GT, peak));
    // The exponential function, as in ExpKernel.
    DoubleVector x =
        v.fma(
            DoubleVector.fromArray(SPECIES, w, c + STEEPNESS * LANES),
            DoubleVector.fromArray(SPECIES, w, c + OFFSET * LANES));
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
    DoubleVector power =
        e.reinterpretAsLongs()
            .add(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, FRACTION))
            .reinterpretAsDoubles();
    DoubleVector drive =
        DoubleVector.fromArray(SPECIES, w, Workspace.CURRENT * LANES + lane)
            .add(DoubleVector.fromArray(SPECIES, w, pull))
            .sub(adaptation);
    DoubleVector conductance =
        DoubleVector.fromArray(SPECIES, w, c + LEAK * LANES)
            .add(DoubleVector.fromArray(SPECIES, w, pull + LEAKS));
    DoubleVector.fromArray(SPECIES, w, c + UPSTROKE * LANES)
        .fma(power, conductance.neg().fma(v, drive))
        .mul(DoubleVector.fromArray(SPECIES, w, Workspace.ELASTANCE * LANES + lane))
        .intoArray(w, out);
    DoubleVector.fromArray(SPECIES, w, c + COUPLING * LANES)
        .fma(
            v,
            DoubleVector.fromArray(SPECIES, w, c + W_RATE * LANES)
                .neg()
                .fma(adaptation, DoubleVector.fromArray(SPECIES, w, c + W_DRIVE * LANES)))
        .intoArray(w, out + W * LANES);
  }
}
