package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.IafPscExp.Exact.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;

/** Vector twin of {@link org.baya.model.neuron.IafPscExp.Exact#step}. */
final class IafPscExpKernel implements NeuronKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  @Override
  public void advance(
      Slab slab, double[] input, int at, int stride, int firstStep, int steps, SpikeList spikes) {
    int states = slab.dynamics().states() * LANES;
    int slots = slab.dynamics().slots() * LANES;
    int[] offsets = slab.coefficientOffset();
    for (int block = 0; block < offsets.length; block++) {
      for (int n = 0; n < steps; n++) {
        int x = at + block * slots + n * stride;
        for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
          long bits =
              step(
                  slab.state(),
                  block * states + lane,
                  slab.coefficients(),
                  offsets[block] + lane,
                  input,
                  x + lane,
                  slab.current(),
                  block * LANES + lane);
          if (bits != 0) {
            VectorLanes.addSpikes(bits, firstStep + n, slab.node(), block * LANES + lane, spikes);
          }
        }
      }
    }
  }

  private static long step(
      double[] y, int s, double[] k, int c, double[] input, int x, double[] current, int lane) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector ex = DoubleVector.fromArray(SPECIES, y, s + I_EX * LANES);
    DoubleVector in = DoubleVector.fromArray(SPECIES, y, s + I_IN * LANES);
    DoubleVector held = DoubleVector.fromArray(SPECIES, y, s + V * LANES);
    DoubleVector refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
    DoubleVector drive =
        DoubleVector.fromArray(SPECIES, k, c + CURRENT * LANES)
            .add(DoubleVector.fromArray(SPECIES, current, lane));
    DoubleVector v = drive.mul(DoubleVector.fromArray(SPECIES, k, c + P20 * LANES));
    v = in.fma(DoubleVector.fromArray(SPECIES, k, c + P21_IN * LANES), v);
    v = ex.fma(DoubleVector.fromArray(SPECIES, k, c + P21_EX * LANES), v);
    v = held.fma(DoubleVector.fromArray(SPECIES, k, c + P22 * LANES), v);
    VectorMask<Double> active = refractory.compare(VectorOperators.LE, 0);
    v = held.blend(v, active);
    ex.fma(
            DoubleVector.fromArray(SPECIES, k, c + P11_EX * LANES),
            DoubleVector.fromArray(SPECIES, input, x))
        .intoArray(y, s + I_EX * LANES);
    in.fma(
            DoubleVector.fromArray(SPECIES, k, c + P11_IN * LANES),
            DoubleVector.fromArray(SPECIES, input, x + LANES))
        .intoArray(y, s + I_IN * LANES);
    zero.intoArray(input, x);
    zero.intoArray(input, x + LANES);
    VectorMask<Double> spike =
        v.compare(VectorOperators.GE, DoubleVector.fromArray(SPECIES, k, c + THRESHOLD * LANES));
    v.blend(DoubleVector.fromArray(SPECIES, k, c + RESET * LANES), spike)
        .intoArray(y, s + V * LANES);
    refractory
        .sub(1)
        .max(zero)
        .blend(DoubleVector.fromArray(SPECIES, k, c + STEPS * LANES), spike)
        .intoArray(y, s + REFRACTORY * LANES);
    return spike.toLong();
  }
}
