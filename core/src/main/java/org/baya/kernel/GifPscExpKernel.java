package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.GifPscExp.Escape.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.neuron.Chance;
import org.baya.model.neuron.GifPscExp;
import org.baya.model.neuron.SpikeTrace;
import org.baya.model.ode.Exp;

/**
 * Vector twin of {@link GifPscExp.Escape#spikes}: synapses of a block first, then its membranes.
 */
final class GifPscExpKernel extends BlockwiseKernel {
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
    GifPscExp.Escape dynamics = (GifPscExp.Escape) slab.dynamics();
    int s = block * dynamics.states() * LANES;
    int c = slab.coefficientOffset()[block];
    ExpPortsKernel.advance(
        2,
        slab.state(),
        s + PORTS_AT * LANES,
        slab.coefficients(),
        c + PORT_COEFFICIENTS_AT * LANES,
        input,
        x,
        stride,
        steps,
        slab.scratch());
    int ready = steps;
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      ready =
          membranes(
              dynamics, slab, s + lane, c + lane, block, lane, firstStep, steps, ready, spikes);
    }
  }

  /**
   * Advances one vector of membranes.
   *
   * @param ready first step for which random numbers are there
   * @return the same afterwards
   */
  private static int membranes(
      GifPscExp.Escape dynamics,
      Slab slab,
      int s,
      int c,
      int block,
      int lane,
      int firstStep,
      int steps,
      int ready,
      SpikeList spikes) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] scratch = slab.scratch();
    int chance = Draws.CHANCE + lane;
    boolean traces = dynamics.movements() + dynamics.currents() > 0;
    DoubleVector given =
        DoubleVector.fromArray(SPECIES, k, c + CURRENT * LANES)
            .add(DoubleVector.fromArray(SPECIES, slab.current(), block * LANES + lane));
    DoubleVector p30 = DoubleVector.fromArray(SPECIES, k, c + P30 * LANES);
    DoubleVector p33 = DoubleVector.fromArray(SPECIES, k, c + P33 * LANES);
    DoubleVector reset = DoubleVector.fromArray(SPECIES, k, c + RESET * LANES);
    DoubleVector threshold = DoubleVector.fromArray(SPECIES, k, c + THRESHOLD * LANES);
    DoubleVector steepness = DoubleVector.fromArray(SPECIES, k, c + STEEPNESS * LANES);
    DoubleVector atThreshold = DoubleVector.fromArray(SPECIES, k, c + MEAN_AT_THRESHOLD * LANES);
    DoubleVector v = DoubleVector.fromArray(SPECIES, y, s + V * LANES);
    DoubleVector refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
    for (int n = 0; n < steps; n++) {
      if (traces) {
        traces(dynamics, y, s, k, c);
      }
      VectorMask<Double> active = refractory.compare(VectorOperators.LE, 0);
      refractory = refractory.sub(1).max(0);
      DoubleVector drive = given.sub(DoubleVector.fromArray(SPECIES, y, s + STC * LANES));
      DoubleVector synaptic = DoubleVector.fromArray(SPECIES, scratch, 2 * n * LANES + lane);
      v = reset.blend(v.fma(p33, drive.fma(p30, synaptic)), active);
      v.sub(threshold)
          .sub(DoubleVector.fromArray(SPECIES, y, s + SFA * LANES))
          .mul(steepness)
          .intoArray(scratch, chance);
      ExpKernel.bound(scratch, chance, Draws.MOST + lane);
      DoubleVector most =
          atThreshold.mul(DoubleVector.fromArray(SPECIES, scratch, Draws.MOST + lane));
      VectorMask<Double> possible = most.compare(VectorOperators.GE, Chance.NEGLIGIBLE).and(active);
      if (possible.anyTrue()) {
        ready = Draws.ensure(slab, block, firstStep, n, ready);
        long bits =
            DoubleVector.fromArray(SPECIES, scratch, Draws.least(firstStep, n) + lane)
                .lt(most)
                .and(possible)
                .toLong();
        if (bits != 0) {
          refractory.intoArray(y, s + REFRACTORY * LANES);
          int node = block * LANES + lane;
          long spiking = settle(dynamics, slab, s, c, node, chance, firstStep + n, bits);
          VectorLanes.addSpikes(spiking, firstStep + n, slab.node(), node, spikes);
          refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
        }
      }
    }
    v.intoArray(y, s + V * LANES);
    refractory.intoArray(y, s + REFRACTORY * LANES);
    return ready;
  }

  private static void traces(GifPscExp.Escape dynamics, double[] y, int s, double[] k, int c) {
    int at = s + FIXED_STATES * LANES;
    int own = c + FIXED_COEFFICIENTS * LANES;
    int movements = dynamics.movements();
    sum(movements, y, at, k, own, s + SFA * LANES);
    at += movements * LANES;
    own += SpikeTrace.COEFFICIENTS * movements * LANES;
    sum(dynamics.currents(), y, at, k, own, s + STC * LANES);
  }

  /** Vector twin of {@link SpikeTrace#sumThenDecay}. */
  private static void sum(int n, double[] y, int s, double[] k, int c, int out) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int i = 0; i < n; i++) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, y, s + i * LANES);
      sum = sum.add(value);
      int decay = c + (SpikeTrace.COEFFICIENTS * i + SpikeTrace.DECAY) * LANES;
      value.mul(DoubleVector.fromArray(SPECIES, k, decay)).intoArray(y, s + i * LANES);
    }
    sum.intoArray(y, out);
  }

  /**
   * Decides which of the neurons whose random number may be below the mean spike; returns their
   * bits.
   */
  private static long settle(
      GifPscExp.Escape dynamics,
      Slab slab,
      int s,
      int c,
      int node,
      int exponent,
      int step,
      long bits) {
    double[] k = slab.coefficients();
    long spiking = 0;
    for (long left = bits; left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left);
      int id = slab.node()[node + lane];
      double mean =
          k[c + MEAN_AT_THRESHOLD * LANES + lane] * Exp.of(slab.scratch()[exponent + lane]);
      if (id >= 0 && Chance.ofAny(mean, slab.random().atStep(id, step))) {
        dynamics.follow(slab.state(), s + lane, k, c + lane);
        spiking |= 1L << lane;
      }
    }
    return spiking;
  }
}
