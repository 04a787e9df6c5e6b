package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.IafPscAlpha.Exact.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;

/** Vector twin of {@link org.baya.model.neuron.IafPscAlpha.Exact#step}. */
final class IafPscAlphaKernel extends BlockwiseKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  @Override
  void advanceBlock(
      Slab slab,
      int block,
      double[] input,
      int x,
      int stride,
      int firstStep,
      int steps,
      SpikeList spikes) {
    int s = block * slab.dynamics().states() * LANES;
    int c = slab.coefficientOffset()[block];
    AlphaPortsKernel.advance(
        slab.dynamics().slots(),
        slab.state(),
        s + PORTS_AT * LANES,
        slab.coefficients(),
        c + PORT_COEFFICIENTS_AT * LANES,
        input,
        x,
        stride,
        steps,
        slab.scratch());
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      membrane(slab, s + lane, c + lane, block * LANES + lane, lane, firstStep, steps, spikes);
    }
  }

  private static void membrane(
      Slab slab, int s, int c, int node, int lane, int firstStep, int steps, SpikeList spikes) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] effect = slab.scratch();
    DoubleVector drive =
        DoubleVector.fromArray(SPECIES, k, c + CURRENT * LANES)
            .add(DoubleVector.fromArray(SPECIES, slab.current(), node));
    DoubleVector p30 = DoubleVector.fromArray(SPECIES, k, c + P30 * LANES);
    DoubleVector p33 = DoubleVector.fromArray(SPECIES, k, c + P33 * LANES);
    DoubleVector floor = DoubleVector.fromArray(SPECIES, k, c + FLOOR * LANES);
    DoubleVector v = DoubleVector.fromArray(SPECIES, y, s + V * LANES);
    DoubleVector refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
    for (int n = 0; n < steps; n++) {
      DoubleVector free =
          v.fma(p33, drive.fma(p30, DoubleVector.fromArray(SPECIES, effect, 2 * n * LANES + lane)))
              .max(floor);
      v = v.blend(free, refractory.compare(VectorOperators.LE, 0));
      refractory = refractory.sub(1).max(0);
      VectorMask<Double> spike =
          v.compare(VectorOperators.GE, DoubleVector.fromArray(SPECIES, k, c + THRESHOLD * LANES));
      long bits = spike.toLong();
      if (bits != 0) {
        v = v.blend(DoubleVector.fromArray(SPECIES, k, c + RESET * LANES), spike);
        refractory = refractory.blend(DoubleVector.fromArray(SPECIES, k, c + STEPS * LANES), spike);
        VectorLanes.addSpikes(bits, firstStep + n, slab.node(), node, spikes);
      }
    }
    v.intoArray(y, s + V * LANES);
    refractory.intoArray(y, s + REFRACTORY * LANES);
  }
}
