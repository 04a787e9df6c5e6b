package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.PpPscDelta.Hazard.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.neuron.Chance;
import org.baya.model.neuron.PpPscDelta;
import org.baya.model.neuron.SpikeTrace;
import org.baya.random.RandomStream;

/**
 * Vector twin of {@link PpPscDelta.Hazard#spikes}. Neurons whose random number may be small enough
 * for a spike, and those without a dead time, are settled one by one by the model; the others need
 * neither the exponential nor the whole random number.
 */
final class PpPscDeltaKernel extends BlockwiseKernel {
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
    PpPscDelta.Hazard dynamics = (PpPscDelta.Hazard) slab.dynamics();
    int s = block * dynamics.states() * LANES;
    int c = slab.coefficientOffset()[block];
    int ready = steps;
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      ready =
          advance(
              dynamics, slab, s + lane, c + lane, block, lane, input, x + lane, stride, firstStep,
              steps, ready, spikes);
    }
  }

  /**
   * Advances one vector of neurons.
   *
   * @param ready first step for which random numbers are there
   * @return the same afterwards
   */
  private static int advance(
      PpPscDelta.Hazard dynamics,
      Slab slab,
      int s,
      int c,
      int block,
      int lane,
      double[] input,
      int x,
      int stride,
      int firstStep,
      int steps,
      int ready,
      SpikeList spikes) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] scratch = slab.scratch();
    int chance = Draws.CHANCE + lane;
    int node = block * LANES + lane;
    DoubleVector drive =
        DoubleVector.fromArray(SPECIES, k, c + CURRENT * LANES)
            .add(DoubleVector.fromArray(SPECIES, slab.current(), node));
    DoubleVector p30 = DoubleVector.fromArray(SPECIES, k, c + P30 * LANES);
    DoubleVector p33 = DoubleVector.fromArray(SPECIES, k, c + P33 * LANES);
    DoubleVector linear = DoubleVector.fromArray(SPECIES, k, c + LINEAR * LANES);
    DoubleVector exponential = DoubleVector.fromArray(SPECIES, k, c + EXPONENTIAL * LANES).max(0);
    DoubleVector steepness = DoubleVector.fromArray(SPECIES, k, c + STEEPNESS * LANES);
    VectorMask<Double> alwaysDraws =
        DoubleVector.fromArray(SPECIES, k, c + STEPS * LANES).compare(VectorOperators.LE, 0);
    DoubleVector v = DoubleVector.fromArray(SPECIES, y, s + V * LANES);
    DoubleVector refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
    for (int n = 0; n < steps; n++) {
      int in = x + n * stride;
      v = v.fma(p33, drive.fma(p30, DoubleVector.fromArray(SPECIES, input, in)));
      DoubleVector.zero(SPECIES).intoArray(input, in);
      adapt(dynamics, y, s, k, c);
      VectorMask<Double> active = refractory.compare(VectorOperators.LE, 0);
      refractory = refractory.sub(1).max(0);
      DoubleVector effective = v.sub(DoubleVector.fromArray(SPECIES, y, s + ADAPTATION * LANES));
      steepness.mul(effective).intoArray(scratch, chance);
      ExpKernel.bound(scratch, chance, chance);
      DoubleVector most =
          linear
              .mul(effective)
              .add(exponential.mul(DoubleVector.fromArray(SPECIES, scratch, chance)));
      VectorMask<Double> possible =
          most.compare(VectorOperators.GE, Chance.NEGLIGIBLE)
              .or(alwaysDraws.and(most.compare(VectorOperators.GT, 0)))
              .and(active);
      if (possible.anyTrue()) {
        ready = Draws.ensure(slab, block, firstStep, n, ready);
        DoubleVector least =
            DoubleVector.fromArray(SPECIES, scratch, Draws.least(firstStep, n) + lane);
        long bits = least.lt(most).or(alwaysDraws).and(possible).toLong();
        if (bits != 0) {
          v.intoArray(y, s + V * LANES);
          refractory.intoArray(y, s + REFRACTORY * LANES);
          settle(dynamics, slab, s, c, node, firstStep + n, bits, spikes);
          v = DoubleVector.fromArray(SPECIES, y, s + V * LANES);
          refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
        }
      }
    }
    v.intoArray(y, s + V * LANES);
    refractory.intoArray(y, s + REFRACTORY * LANES);
    return ready;
  }

  /** Vector twin of {@link SpikeTrace#decayThenSum}. */
  private static void adapt(PpPscDelta.Hazard dynamics, double[] y, int s, double[] k, int c) {
    int n = dynamics.adaptations();
    if (n == 0) {
      return;
    }
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int i = 0; i < n; i++) {
      int at = s + (FIXED_STATES + i) * LANES;
      int own = c + (FIXED_COEFFICIENTS + SpikeTrace.COEFFICIENTS * i) * LANES;
      DoubleVector value =
          DoubleVector.fromArray(SPECIES, y, at)
              .mul(DoubleVector.fromArray(SPECIES, k, own + SpikeTrace.DECAY * LANES));
      value.intoArray(y, at);
      sum = sum.add(value);
    }
    sum.intoArray(y, s + ADAPTATION * LANES);
  }

  private static void settle(
      PpPscDelta.Hazard dynamics,
      Slab slab,
      int s,
      int c,
      int node,
      int step,
      long bits,
      SpikeList spikes) {
    for (long left = bits; left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left);
      int id = slab.node()[node + lane];
      if (id >= 0) {
        RandomStream random = slab.random().atStep(id, step);
        int count = dynamics.settle(slab.state(), s + lane, slab.coefficients(), c + lane, random);
        for (int i = 0; i < count; i++) {
          spikes.add(step, id);
        }
      }
    }
  }
}
