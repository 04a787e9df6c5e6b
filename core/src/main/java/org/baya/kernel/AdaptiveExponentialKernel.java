package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.AdaptiveExponentialMembrane.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.Workspace;

/** Vector twin of {@link org.baya.model.neuron.AdaptiveExponentialMembrane#derivatives}. */
final class AdaptiveExponentialKernel implements MembraneKernel {
  static final AdaptiveExponentialKernel INSTANCE = new AdaptiveExponentialKernel();
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  /** From the effect that is independent of the potential to the other. */
  private static final int LEAKS = (Workspace.LEAKS - Workspace.PULLS) * LANES;

  private static final int POWER = Workspace.POWER * LANES;
  private static final int EXP = Workspace.EXP * LANES;

  /** The potential that counts, beside the power that depends on it. */
  private static final int COUNTED = POWER + LANES;

  private AdaptiveExponentialKernel() {}

  @Override
  public void derivatives(double[] w, int blocks, int size, int at, int c, int stage, int out) {
    int pull = (Workspace.PULLS + stage - 1) * LANES;
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        power(w, at + lane, c + lane, lane);
      }
    }
    ExpKernel.apply(w, blocks, size, POWER, EXP, 1);
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        slopes(w, at + lane, c + lane, lane, pull + lane, out + lane);
      }
    }
  }

  private static void power(double[] w, int at, int c, int lane) {
    VectorMask<Double> free =
        DoubleVector.fromArray(SPECIES, w, Workspace.FREE * LANES + lane)
            .compare(VectorOperators.GT, 0);
    DoubleVector peak = DoubleVector.fromArray(SPECIES, w, c + PEAK * LANES);
    DoubleVector v = DoubleVector.fromArray(SPECIES, w, at);
    v = v.blend(peak, v.compare(VectorOperators.GT, peak));
    v = DoubleVector.fromArray(SPECIES, w, c + RESET * LANES).blend(v, free);
    v.intoArray(w, COUNTED + lane);
    v.sub(DoubleVector.fromArray(SPECIES, w, c + THRESHOLD * LANES))
        .mul(DoubleVector.fromArray(SPECIES, w, c + STEEPNESS * LANES))
        .intoArray(w, POWER + lane);
  }

  private static void slopes(double[] w, int at, int c, int lane, int pull, int out) {
    VectorMask<Double> free =
        DoubleVector.fromArray(SPECIES, w, Workspace.FREE * LANES + lane)
            .compare(VectorOperators.GT, 0);
    DoubleVector v = DoubleVector.fromArray(SPECIES, w, COUNTED + lane);
    DoubleVector adaptation = DoubleVector.fromArray(SPECIES, w, at + W * LANES);
    DoubleVector synaptic =
        DoubleVector.fromArray(SPECIES, w, pull)
            .sub(DoubleVector.fromArray(SPECIES, w, pull + LEAKS).mul(v));
    DoubleVector given =
        DoubleVector.fromArray(SPECIES, w, c + CURRENT * LANES)
            .add(DoubleVector.fromArray(SPECIES, w, Workspace.CURRENT * LANES + lane));
    DoubleVector above = v.sub(DoubleVector.fromArray(SPECIES, w, c + E_L * LANES));
    DoubleVector sum =
        DoubleVector.fromArray(SPECIES, w, c + UPSTROKE * LANES)
            .mul(DoubleVector.fromArray(SPECIES, w, EXP + lane))
            .sub(DoubleVector.fromArray(SPECIES, w, c + LEAK * LANES).mul(above));
    DoubleVector slope =
        sum.add(synaptic)
            .sub(adaptation)
            .add(given)
            .mul(DoubleVector.fromArray(SPECIES, w, c + ELASTANCE * LANES));
    DoubleVector.zero(SPECIES).blend(slope, free).intoArray(w, out);
    DoubleVector.fromArray(SPECIES, w, c + COUPLING * LANES)
        .mul(above)
        .sub(adaptation)
        .mul(DoubleVector.fromArray(SPECIES, w, c + W_RATE * LANES))
        .intoArray(w, out + W * LANES);
  }
}
