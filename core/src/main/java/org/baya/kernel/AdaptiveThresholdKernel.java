package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.AdaptiveThreshold.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.neuron.AdaptiveThreshold;

/**
 * Vector twin of {@link AdaptiveThreshold#step}. As spikes never act on the potential, it is taken
 * through all steps first, then the part of the threshold that follows it, then the part that
 * jumps.
 *
 * <p>Scratch memory, one row of a block each: from row 0 the potentials before the first and after
 * every step, then what the synaptic currents were before every step. The part that follows the
 * potential takes the place of the excitatory ones.
 */
final class AdaptiveThresholdKernel extends BlockwiseKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final int EX_ROW = Slab.MAX_STEPS + 1;
  private static final int IN_ROW = EX_ROW + Slab.MAX_STEPS;

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
    AdaptiveThreshold dynamics = (AdaptiveThreshold) slab.dynamics();
    int s = block * dynamics.states() * LANES;
    int c = slab.coefficientOffset()[block];
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      int node = block * LANES + lane;
      potential(slab, s + lane, c + lane, node, lane, input, x + lane, stride, steps);
      if (dynamics.followsPotential()) {
        voltagePart(slab, s + lane, c + lane, node, lane, steps);
        threshold(slab, s + lane, c + lane, node, lane, true, firstStep, steps, spikes);
      } else {
        threshold(slab, s + lane, c + lane, node, lane, false, firstStep, steps, spikes);
      }
    }
  }

  private static void potential(
      Slab slab, int s, int c, int node, int lane, double[] input, int x, int stride, int steps) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] scratch = slab.scratch();
    DoubleVector driven =
        DoubleVector.fromArray(SPECIES, k, c + CURRENT * LANES)
            .add(DoubleVector.fromArray(SPECIES, slab.current(), node))
            .mul(DoubleVector.fromArray(SPECIES, k, c + V_I * LANES));
    DoubleVector ofEx = DoubleVector.fromArray(SPECIES, k, c + V_EX * LANES);
    DoubleVector ofIn = DoubleVector.fromArray(SPECIES, k, c + V_IN * LANES);
    DoubleVector ofV = DoubleVector.fromArray(SPECIES, k, c + V_V * LANES);
    DoubleVector decayEx = DoubleVector.fromArray(SPECIES, k, c + DECAY_EX * LANES);
    DoubleVector decayIn = DoubleVector.fromArray(SPECIES, k, c + DECAY_IN * LANES);
    DoubleVector v = DoubleVector.fromArray(SPECIES, y, s + V * LANES);
    DoubleVector ex = DoubleVector.fromArray(SPECIES, y, s + I_EX * LANES);
    DoubleVector in = DoubleVector.fromArray(SPECIES, y, s + I_IN * LANES);
    v.intoArray(scratch, lane);
    for (int n = 0; n < steps; n++) {
      ex.intoArray(scratch, (EX_ROW + n) * LANES + lane);
      in.intoArray(scratch, (IN_ROW + n) * LANES + lane);
      v = v.fma(ofV, ex.fma(ofEx, in.fma(ofIn, driven)));
      v.intoArray(scratch, (n + 1) * LANES + lane);
      int at = x + n * stride;
      ex = ex.fma(decayEx, DoubleVector.fromArray(SPECIES, input, at));
      in = in.fma(decayIn, DoubleVector.fromArray(SPECIES, input, at + LANES));
      DoubleVector.zero(SPECIES).intoArray(input, at);
      DoubleVector.zero(SPECIES).intoArray(input, at + LANES);
    }
    v.intoArray(y, s + V * LANES);
    ex.intoArray(y, s + I_EX * LANES);
    in.intoArray(y, s + I_IN * LANES);
  }

  private static void voltagePart(Slab slab, int s, int c, int node, int lane, int steps) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] scratch = slab.scratch();
    DoubleVector drive =
        DoubleVector.fromArray(SPECIES, k, c + CURRENT * LANES)
            .add(DoubleVector.fromArray(SPECIES, slab.current(), node));
    DoubleVector slopeDriven = drive.mul(DoubleVector.fromArray(SPECIES, k, c + DV_I * LANES));
    DoubleVector slopeEx = DoubleVector.fromArray(SPECIES, k, c + DV_EX * LANES);
    DoubleVector slopeIn = DoubleVector.fromArray(SPECIES, k, c + DV_IN * LANES);
    DoubleVector slopeV = DoubleVector.fromArray(SPECIES, k, c + DV_V * LANES);
    DoubleVector decay = DoubleVector.fromArray(SPECIES, k, c + DECAY_V * LANES);
    DoubleVector driven = drive.mul(DoubleVector.fromArray(SPECIES, k, c + TH_I * LANES));
    DoubleVector ofEx = DoubleVector.fromArray(SPECIES, k, c + TH_EX * LANES);
    DoubleVector ofIn = DoubleVector.fromArray(SPECIES, k, c + TH_IN * LANES);
    DoubleVector ofV = DoubleVector.fromArray(SPECIES, k, c + TH_OF_V * LANES);
    DoubleVector ofSlope = DoubleVector.fromArray(SPECIES, k, c + TH_OF_DV * LANES);
    DoubleVector slope = DoubleVector.fromArray(SPECIES, y, s + TH_DV * LANES);
    DoubleVector part = DoubleVector.fromArray(SPECIES, y, s + TH_V * LANES);
    for (int n = 0; n < steps; n++) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, scratch, n * LANES + lane);
      DoubleVector ex = DoubleVector.fromArray(SPECIES, scratch, (EX_ROW + n) * LANES + lane);
      DoubleVector in = DoubleVector.fromArray(SPECIES, scratch, (IN_ROW + n) * LANES + lane);
      DoubleVector sum = v.fma(ofV, ex.fma(ofEx, in.fma(ofIn, driven)));
      part = part.fma(decay, slope.fma(ofSlope, sum));
      part.intoArray(scratch, (EX_ROW + n) * LANES + lane);
      slope = slope.fma(decay, v.fma(slopeV, ex.fma(slopeEx, in.fma(slopeIn, slopeDriven))));
    }
    slope.intoArray(y, s + TH_DV * LANES);
    part.intoArray(y, s + TH_V * LANES);
  }

  private static void threshold(
      Slab slab,
      int s,
      int c,
      int node,
      int lane,
      boolean follows,
      int firstStep,
      int steps,
      SpikeList spikes) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] scratch = slab.scratch();
    DoubleVector decay1 = DoubleVector.fromArray(SPECIES, k, c + DECAY_1 * LANES);
    DoubleVector decay2 = DoubleVector.fromArray(SPECIES, k, c + DECAY_2 * LANES);
    DoubleVector omega = DoubleVector.fromArray(SPECIES, k, c + OMEGA * LANES);
    DoubleVector fast = DoubleVector.fromArray(SPECIES, y, s + TH_1 * LANES);
    DoubleVector slow = DoubleVector.fromArray(SPECIES, y, s + TH_2 * LANES);
    DoubleVector refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
    for (int n = 0; n < steps; n++) {
      fast = fast.mul(decay1);
      slow = slow.mul(decay2);
      DoubleVector threshold = omega.add(slow).add(fast);
      if (follows) {
        threshold =
            threshold.add(DoubleVector.fromArray(SPECIES, scratch, (EX_ROW + n) * LANES + lane));
      }
      VectorMask<Double> spike =
          DoubleVector.fromArray(SPECIES, scratch, (n + 1) * LANES + lane)
              .compare(VectorOperators.GE, threshold)
              .and(refractory.compare(VectorOperators.LE, 0));
      refractory = refractory.sub(1).max(0);
      long bits = spike.toLong();
      if (bits != 0) {
        fast = fast.add(DoubleVector.fromArray(SPECIES, k, c + ALPHA_1 * LANES), spike);
        slow = slow.add(DoubleVector.fromArray(SPECIES, k, c + ALPHA_2 * LANES), spike);
        refractory = refractory.blend(DoubleVector.fromArray(SPECIES, k, c + STEPS * LANES), spike);
        VectorLanes.addSpikes(bits, firstStep + n, slab.node(), node, spikes);
      }
    }
    fast.intoArray(y, s + TH_1 * LANES);
    slow.intoArray(y, s + TH_2 * LANES);
    refractory.intoArray(y, s + REFRACTORY * LANES);
  }
}
