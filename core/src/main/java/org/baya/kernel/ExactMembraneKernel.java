package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.ExactMembrane.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.neuron.ExactMembrane;
import org.baya.model.neuron.ExactNeuron;

/**
 * Vector twin of {@link ExactMembrane#step}: a block through several steps with its state in
 * registers. What the synapses add lies in the scratch memory as {@link AlphaPortsKernel} says.
 */
final class ExactMembraneKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  private ExactMembraneKernel() {}

  /**
   * Advances the membranes of a block.
   *
   * @param s state of lane 0
   * @param c coefficients of lane 0
   * @param sum state variable that holds the sum of currents before the last step that was not
   *     refractory, or {@link ExactNeuron#NO_SUM}
   */
  static void advance(
      Slab slab, int block, int s, int c, int sum, int firstStep, int steps, SpikeList spikes) {
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      int node = block * LANES + lane;
      advance(slab, s + lane, c + lane, node, lane, sum, firstStep, steps, spikes);
    }
  }

  private static void advance(
      Slab slab,
      int s,
      int c,
      int node,
      int lane,
      int sum,
      int firstStep,
      int steps,
      SpikeList spikes) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] scratch = slab.scratch();
    DoubleVector drive =
        DoubleVector.fromArray(SPECIES, k, c + CURRENT * LANES)
            .add(DoubleVector.fromArray(SPECIES, slab.current(), node));
    DoubleVector p30 = DoubleVector.fromArray(SPECIES, k, c + P30 * LANES);
    DoubleVector p33 = DoubleVector.fromArray(SPECIES, k, c + P33 * LANES);
    DoubleVector floor = DoubleVector.fromArray(SPECIES, k, c + FLOOR * LANES);
    DoubleVector threshold = DoubleVector.fromArray(SPECIES, k, c + THRESHOLD * LANES);
    DoubleVector v = DoubleVector.fromArray(SPECIES, y, s + V * LANES);
    DoubleVector refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
    DoubleVector total = DoubleVector.zero(SPECIES);
    if (sum != ExactNeuron.NO_SUM) {
      total = DoubleVector.fromArray(SPECIES, y, s + sum * LANES);
    }
    for (int n = 0; n < steps; n++) {
      int at = 2 * n * LANES + lane;
      VectorMask<Double> active = refractory.compare(VectorOperators.LE, 0);
      if (sum != ExactNeuron.NO_SUM) {
        total = total.blend(DoubleVector.fromArray(SPECIES, scratch, at + LANES), active);
      }
      DoubleVector free =
          v.fma(p33, drive.fma(p30, DoubleVector.fromArray(SPECIES, scratch, at))).max(floor);
      v = v.blend(free, active);
      refractory = refractory.sub(1).max(0);
      VectorMask<Double> spike = v.compare(VectorOperators.GE, threshold);
      long bits = spike.toLong();
      if (bits != 0) {
        v = v.blend(DoubleVector.fromArray(SPECIES, k, c + RESET * LANES), spike);
        refractory = refractory.blend(DoubleVector.fromArray(SPECIES, k, c + STEPS * LANES), spike);
        VectorLanes.addSpikes(bits, firstStep + n, slab.node(), node, spikes);
      }
    }
    v.intoArray(y, s + V * LANES);
    refractory.intoArray(y, s + REFRACTORY * LANES);
    if (sum != ExactNeuron.NO_SUM) {
      total.intoArray(y, s + sum * LANES);
    }
  }
}
