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
    for (int stage = 1; stage <= Workspace.STAGES; stage++) {
      stage(w, blocks * size, size, stage, s, c, y, d);
    }
    StageKernel.advance(Workspace.STAGES + 1, w, blocks, size, VARIABLES * LANES, d);
    stage(w, blocks * size, size, Workspace.STAGES + 1, y, c, y, d);
  }

  /** Derivatives at a stage; those at stage 7, after the step, replace those at stage 1. */
  private static void stage(double[] w, int end, int size, int stage, int s, int c, int y, int d) {
    int pull = (Workspace.PULLS + stage - 1) * LANES;
    int out = y + (stage > Workspace.STAGES ? 1 : stage) * d;
    double[] weights = StageKernel.WEIGHTS[stage];
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < end; lane += size) {
        slopes(w, weights, s + lane, c + lane, lane, pull + lane, y + d + lane, d, out + lane);
      }
    }
  }

  /**
   * Derivatives at the variables at {@code s} plus the step times the weighted derivatives from
   * {@code k} on.
   */
  private static void slopes(
      double[] w, double[] weights, int s, int c, int lane, int pull, int k, int d, int out) {
    DoubleVector v = DoubleVector.fromArray(SPECIES, w, s);
    DoubleVector adaptation = DoubleVector.fromArray(SPECIES, w, s + W * LANES);
    if (weights.length > 0) {
      DoubleVector h = DoubleVector.fromArray(SPECIES, w, Workspace.TRIED * LANES + lane);
      DoubleVector ofV = DoubleVector.fromArray(SPECIES, w, k).mul(weights[0]);
      DoubleVector ofW = DoubleVector.fromArray(SPECIES, w, k + W * LANES).mul(weights[0]);
      for (int j = 1; j < weights.length; j++) {
        DoubleVector weight = DoubleVector.broadcast(SPECIES, weights[j]);
        ofV = DoubleVector.fromArray(SPECIES, w, k + j * d).fma(weight, ofV);
        ofW = DoubleVector.fromArray(SPECIES, w, k + j * d + W * LANES).fma(weight, ofW);
      }
      v = h.fma(ofV, v);
      adaptation = h.fma(ofW, adaptation);
    }
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
