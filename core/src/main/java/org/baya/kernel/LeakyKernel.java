package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.LeakyMembrane.*;
import static org.baya.model.ode.RungeKuttaFehlberg.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.Workspace;

/**
 * Vector twin of {@link org.baya.model.neuron.LeakyMembrane#derivatives} and of what {@link
 * org.baya.model.ode.RungeKuttaFehlberg} makes of them: all stages at once, the derivatives in
 * registers.
 */
final class LeakyKernel implements MembraneKernel {
  static final LeakyKernel INSTANCE = new LeakyKernel();
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  private static final int PULLS = Workspace.PULLS * LANES;
  private static final int SLOPES = Workspace.SLOPES * LANES;

  private LeakyKernel() {}

  @Override
  public void attempt(double[] w, int blocks, int size, int s, int c, int y, int d, int slopes) {
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        attempt(w, s + lane, c + lane, lane, y + lane, d, slopes);
      }
    }
    StageKernel.worst(w, blocks, size, c, LANES, d);
  }

  private static void attempt(double[] w, int s, int c, int lane, int y, int d, int slopes) {
    DoubleVector h = DoubleVector.fromArray(SPECIES, w, Workspace.TRIED * LANES + lane);
    DoubleVector elastance = DoubleVector.fromArray(SPECIES, w, Workspace.ELASTANCE * LANES + lane);
    DoubleVector ceiling = DoubleVector.fromArray(SPECIES, w, c + CEILING * LANES);
    DoubleVector v1 = DoubleVector.fromArray(SPECIES, w, s);
    int pull = PULLS + lane;
    int slope = SLOPES + lane;
    DoubleVector u1 = v1.blend(ceiling, v1.compare(VectorOperators.GT, ceiling));
    DoubleVector k1 =
        DoubleVector.fromArray(SPECIES, w, slope)
            .fma(u1, DoubleVector.fromArray(SPECIES, w, pull))
            .mul(elastance);
    DoubleVector v2 = h.fma(k1.mul(B21), v1);
    DoubleVector u2 = v2.blend(ceiling, v2.compare(VectorOperators.GT, ceiling));
    DoubleVector k2 =
        DoubleVector.fromArray(SPECIES, w, slope + slopes)
            .fma(u2, DoubleVector.fromArray(SPECIES, w, pull + 1 * LANES))
            .mul(elastance);
    DoubleVector v3 = h.fma(k2.fma(DoubleVector.broadcast(SPECIES, B32), k1.mul(B31)), v1);
    DoubleVector u3 = v3.blend(ceiling, v3.compare(VectorOperators.GT, ceiling));
    DoubleVector k3 =
        DoubleVector.fromArray(SPECIES, w, slope + 2 * slopes)
            .fma(u3, DoubleVector.fromArray(SPECIES, w, pull + 2 * LANES))
            .mul(elastance);
    DoubleVector v4 =
        h.fma(
            k3.fma(
                DoubleVector.broadcast(SPECIES, B43),
                k2.fma(DoubleVector.broadcast(SPECIES, B42), k1.mul(B41))),
            v1);
    DoubleVector u4 = v4.blend(ceiling, v4.compare(VectorOperators.GT, ceiling));
    DoubleVector k4 =
        DoubleVector.fromArray(SPECIES, w, slope + 3 * slopes)
            .fma(u4, DoubleVector.fromArray(SPECIES, w, pull + 3 * LANES))
            .mul(elastance);
    DoubleVector v5 =
        h.fma(
            k4.fma(
                DoubleVector.broadcast(SPECIES, B54),
                k3.fma(
                    DoubleVector.broadcast(SPECIES, B53),
                    k2.fma(DoubleVector.broadcast(SPECIES, B52), k1.mul(B51)))),
            v1);
    DoubleVector u5 = v5.blend(ceiling, v5.compare(VectorOperators.GT, ceiling));
    DoubleVector k5 =
        DoubleVector.fromArray(SPECIES, w, slope + 4 * slopes)
            .fma(u5, DoubleVector.fromArray(SPECIES, w, pull + 4 * LANES))
            .mul(elastance);
    DoubleVector v6 =
        h.fma(
            k5.fma(
                DoubleVector.broadcast(SPECIES, B65),
                k4.fma(
                    DoubleVector.broadcast(SPECIES, B64),
                    k3.fma(
                        DoubleVector.broadcast(SPECIES, B63),
                        k2.fma(DoubleVector.broadcast(SPECIES, B62), k1.mul(B61))))),
            v1);
    DoubleVector u6 = v6.blend(ceiling, v6.compare(VectorOperators.GT, ceiling));
    DoubleVector k6 =
        DoubleVector.fromArray(SPECIES, w, slope + 5 * slopes)
            .fma(u6, DoubleVector.fromArray(SPECIES, w, pull + 5 * LANES))
            .mul(elastance);
    h.fma(
            k6.fma(
                DoubleVector.broadcast(SPECIES, C6),
                k5.fma(
                    DoubleVector.broadcast(SPECIES, C5),
                    k4.fma(
                        DoubleVector.broadcast(SPECIES, C4),
                        k3.fma(DoubleVector.broadcast(SPECIES, C3), k1.mul(C1))))),
            v1)
        .intoArray(w, y);
    h.mul(
            k6.fma(
                DoubleVector.broadcast(SPECIES, E6),
                k5.fma(
                    DoubleVector.broadcast(SPECIES, E5),
                    k4.fma(
                        DoubleVector.broadcast(SPECIES, E4),
                        k3.fma(DoubleVector.broadcast(SPECIES, E3), k1.mul(E1))))))
        .abs()
        .intoArray(w, y + d);
  }
}
