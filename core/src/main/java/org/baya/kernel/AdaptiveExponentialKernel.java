package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.AdaptiveExponentialMembrane.*;
import static org.baya.model.ode.Exp.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
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
  public void derivatives(double[] w, int blocks, int size, int at, int c, int stage, int out) {
    int pull = (Workspace.PULLS + stage - 1) * LANES;
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        slopes(w, at + lane, c + lane, lane, pull + lane, out + lane);
      }
    }
  }

  private static void slopes(double[] w, int at, int c, int lane, int pull, int out) {
    VectorMask<Double> free =
        DoubleVector.fromArray(SPECIES, w, Workspace.FREE * LANES + lane)
            .compare(VectorOperators.GT, 0);
    DoubleVector peak = DoubleVector.fromArray(SPECIES, w, c + PEAK * LANES);
    DoubleVector v = DoubleVector.fromArray(SPECIES, w, at);
    v = v.blend(peak, v.compare(VectorOperators.GT, peak));
    v = DoubleVector.fromArray(SPECIES, w, c + RESET * LANES).blend(v, free);
    // The exponential function, as in ExpKernel.
    DoubleVector x =
        v.sub(DoubleVector.fromArray(SPECIES, w, c + THRESHOLD * LANES))
            .mul(DoubleVector.fromArray(SPECIES, w, c + STEEPNESS * LANES));
    x = x.blend(HIGHEST, x.compare(VectorOperators.GT, HIGHEST));
    x = x.blend(LOWEST, x.compare(VectorOperators.LT, LOWEST));
    DoubleVector shifted =
        x.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, Exp.ROUND));
    DoubleVector n = shifted.sub(Exp.ROUND);
    DoubleVector low2 = DoubleVector.broadcast(SPECIES, -LN2_LOW);
    DoubleVector exact = n.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), x);
    DoubleVector r = n.fma(low2, exact);
    DoubleVector rest = n.fma(low2, exact.sub(r));
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
    DoubleVector e = r2.fma(high.fma(r4, middle).fma(r4, low), rest).add(r).add(1);
    DoubleVector power =
        e.reinterpretAsLongs()
            .add(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, FRACTION))
            .reinterpretAsDoubles();
    DoubleVector adaptation = DoubleVector.fromArray(SPECIES, w, at + W * LANES);
    DoubleVector drive =
        DoubleVector.fromArray(SPECIES, w, Workspace.CURRENT * LANES + lane)
            .add(DoubleVector.fromArray(SPECIES, w, pull))
            .sub(adaptation);
    DoubleVector conductance =
        DoubleVector.fromArray(SPECIES, w, c + LEAK * LANES)
            .add(DoubleVector.fromArray(SPECIES, w, pull + LEAKS));
    DoubleVector slope =
        DoubleVector.fromArray(SPECIES, w, c + UPSTROKE * LANES)
            .fma(power, conductance.neg().fma(v, drive))
            .mul(DoubleVector.fromArray(SPECIES, w, c + ELASTANCE * LANES));
    DoubleVector.zero(SPECIES).blend(slope, free).intoArray(w, out);
    DoubleVector.fromArray(SPECIES, w, c + COUPLING * LANES)
        .fma(v.sub(DoubleVector.fromArray(SPECIES, w, c + E_L * LANES)), adaptation.neg())
        .mul(DoubleVector.fromArray(SPECIES, w, c + W_RATE * LANES))
        .intoArray(w, out + W * LANES);
  }
}
