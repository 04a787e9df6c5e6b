package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.ExactMembrane.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.neuron.Chance;
import org.baya.model.neuron.EscapeNoise;
import org.baya.model.ode.Exp;

/** Vector twin of {@link EscapeNoise#spikes}: synapses of a block first, then its membranes. */
final class EscapeNoiseKernel extends BlockwiseKernel {
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
    EscapeNoise dynamics = (EscapeNoise) slab.dynamics();
    int s = block * dynamics.states() * LANES;
    int c = slab.coefficientOffset()[block];
    ExactNeuronKernel.synapses(dynamics.neuron(), slab, s, c, input, x, stride, steps);
    int own = c + dynamics.neuron().coefficients() * LANES;
    int ready = steps;
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      ready = membranes(slab, s, c, own, block, lane, firstStep, steps, ready, spikes);
    }
  }

  /**
   * Advances one vector of membranes.
   *
   * @param ready first step for which random numbers are there
   * @return the same afterwards
   */
  private static int membranes(
      Slab slab,
      int state,
      int coefficients,
      int own,
      int block,
      int lane,
      int firstStep,
      int steps,
      int ready,
      SpikeList spikes) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] scratch = slab.scratch();
    int s = state + lane;
    int c = coefficients + lane;
    int node = block * LANES + lane;
    int chance = Draws.CHANCE + lane;
    DoubleVector drive =
        DoubleVector.fromArray(SPECIES, k, c + CURRENT * LANES)
            .add(DoubleVector.fromArray(SPECIES, slab.current(), node));
    DoubleVector p30 = DoubleVector.fromArray(SPECIES, k, c + P30 * LANES);
    DoubleVector p33 = DoubleVector.fromArray(SPECIES, k, c + P33 * LANES);
    DoubleVector floor = DoubleVector.fromArray(SPECIES, k, c + FLOOR * LANES);
    DoubleVector threshold = DoubleVector.fromArray(SPECIES, k, c + THRESHOLD * LANES);
    DoubleVector steepness =
        DoubleVector.fromArray(SPECIES, k, own + EscapeNoise.STEEPNESS * LANES + lane);
    DoubleVector atThreshold =
        DoubleVector.fromArray(SPECIES, k, own + EscapeNoise.AT_THRESHOLD * LANES + lane);
    DoubleVector v = DoubleVector.fromArray(SPECIES, y, s + V * LANES);
    DoubleVector refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
    for (int n = 0; n < steps; n++) {
      int at = 2 * n * LANES + lane;
      VectorMask<Double> active = refractory.compare(VectorOperators.LE, 0);
      DoubleVector free =
          v.fma(p33, drive.fma(p30, DoubleVector.fromArray(SPECIES, scratch, at))).max(floor);
      v = v.blend(free, active);
      refractory = refractory.sub(1).max(0);
      v.sub(threshold).mul(steepness).intoArray(scratch, chance);
      ExpKernel.bound(scratch, chance, Draws.MOST + lane);
      DoubleVector most =
          atThreshold.mul(DoubleVector.fromArray(SPECIES, scratch, Draws.MOST + lane));
      VectorMask<Double> possible = most.compare(VectorOperators.GE, Chance.NEGLIGIBLE);
      if (possible.anyTrue()) {
        ready = Draws.ensure(slab, block, firstStep, n, ready);
        long bits =
            DoubleVector.fromArray(SPECIES, scratch, Draws.least(firstStep, n) + lane)
                .lt(most)
                .and(possible)
                .toLong();
        if (bits != 0) {
          bits = spiking(slab, own + lane, node, chance, firstStep + n, bits);
        }
        if (bits != 0) {
          VectorMask<Double> spike = VectorMask.fromLong(SPECIES, bits);
          v = v.blend(DoubleVector.fromArray(SPECIES, k, c + RESET * LANES), spike);
          refractory =
              refractory.blend(DoubleVector.fromArray(SPECIES, k, c + STEPS * LANES), spike);
          VectorLanes.addSpikes(bits, firstStep + n, slab.node(), node, spikes);
        }
      }
    }
    v.intoArray(y, s + V * LANES);
    refractory.intoArray(y, s + REFRACTORY * LANES);
    return ready;
  }

  /** Decides which of the neurons that may spike do; returns their bits. */
  private static long spiking(Slab slab, int own, int node, int exponent, int step, long bits) {
    double[] k = slab.coefficients();
    long spiking = 0;
    for (long left = bits; left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left);
      int id = slab.node()[node + lane];
      double probability =
          k[own + EscapeNoise.AT_THRESHOLD * LANES + lane]
              * Exp.of(slab.scratch()[exponent + lane]);
      if (id >= 0 && Chance.of(probability, slab.random().atStep(id, step))) {
        spiking |= 1L << lane;
      }
    }
    return spiking;
  }
}
