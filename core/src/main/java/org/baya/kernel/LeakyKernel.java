package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.LeakyMembrane.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.Workspace;

/** Vector twin of {@link org.baya.model.neuron.LeakyMembrane#derivatives}. */
final class LeakyKernel implements MembraneKernel {
  static final LeakyKernel INSTANCE = new LeakyKernel();
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  /** From the effect that is independent of the potential to the other. */
  private static final int LEAKS = (Workspace.LEAKS - Workspace.PULLS) * LANES;

  private LeakyKernel() {}

  @Override
  public void derivatives(double[] w, int blocks, int size, int at, int c, int stage, int out) {
    int pull = (Workspace.PULLS + stage - 1) * LANES;
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        derivative(w, at + lane, c + lane, lane, pull + lane, out + lane);
      }
    }
  }

  private static void derivative(double[] w, int at, int c, int lane, int pull, int out) {
    DoubleVector ceiling = DoubleVector.fromArray(SPECIES, w, c + CEILING * LANES);
    DoubleVector v = DoubleVector.fromArray(SPECIES, w, at);
    v = v.blend(ceiling, v.compare(VectorOperators.GT, ceiling));
    DoubleVector drive =
        DoubleVector.fromArray(SPECIES, w, Workspace.CURRENT * LANES + lane)
            .add(DoubleVector.fromArray(SPECIES, w, pull));
    DoubleVector conductance =
        DoubleVector.fromArray(SPECIES, w, c + G_L * LANES)
            .add(DoubleVector.fromArray(SPECIES, w, pull + LEAKS));
    DoubleVector slope =
        conductance
            .neg()
            .fma(v, drive)
            .mul(DoubleVector.fromArray(SPECIES, w, c + ELASTANCE * LANES));
    VectorMask<Double> free =
        DoubleVector.fromArray(SPECIES, w, Workspace.FREE * LANES + lane)
            .compare(VectorOperators.GT, 0);
    DoubleVector.zero(SPECIES).blend(slope, free).intoArray(w, out);
  }
}
