package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.GlifPscDynamics.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.neuron.GlifPscDynamics;

/**
 * The membrane of GLIF3 with its two after-spike currents, the form of all published cells:
 * potential, refractory time and both currents stay in registers through the steps of a window,
 * which halves the time of the general form in {@link GlifPscKernel}.
 */
final class TwoCurrentMembrane {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  private TwoCurrentMembrane() {}

  /** Whether this form serves. */
  static boolean serves(GlifPscDynamics dynamics) {
    return dynamics.currents() == 2 && !dynamics.spikeThreshold();
  }

  /** Advances the membranes of one vector of neurons; arguments as in {@link GlifPscKernel}. */
  static void advance(
      Slab slab,
      int s,
      int h,
      int c,
      int node,
      int lane,
      int firstStep,
      int steps,
      SpikeList spikes) {
    GlifPscDynamics dynamics = (GlifPscDynamics) slab.dynamics();
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] scratch = slab.scratch();
    double[] sums = slab.sums();
    int synaptic = h + dynamics.synapticSum() * LANES;
    int afterSpike = h + dynamics.currentSum() * LANES;
    int first = s + dynamics.firstCurrent() * LANES;
    int own = c + dynamics.firstCurrentCoefficient() * LANES;
    int held = dynamics.perPort() == 2 ? h + dynamics.fastSum() * LANES : 0;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
    DoubleVector p30 = DoubleVector.fromArray(SPECIES, k, c + P30 * LANES);
    DoubleVector p33 = DoubleVector.fromArray(SPECIES, k, c + P33 * LANES);
    DoubleVector threshold = DoubleVector.fromArray(SPECIES, k, c + THRESHOLD * LANES);
    DoubleVector mean0 = DoubleVector.fromArray(SPECIES, k, own + ASC_MEAN * LANES);
    DoubleVector mean1 = DoubleVector.fromArray(SPECIES, k, own + (PER_ASC + ASC_MEAN) * LANES);
    DoubleVector step0 = DoubleVector.fromArray(SPECIES, k, own + ASC_STEP * LANES);
    DoubleVector step1 = DoubleVector.fromArray(SPECIES, k, own + (PER_ASC + ASC_STEP) * LANES);
    int driven = node / LANES * slab.currentsPerBlock() + lane;
    DoubleVector stimulus = DoubleVector.fromArray(SPECIES, slab.current(), driven);
    DoubleVector u = DoubleVector.fromArray(SPECIES, y, s + U * LANES);
    DoubleVector refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
    DoubleVector a0 = DoubleVector.fromArray(SPECIES, y, first);
    DoubleVector a1 = DoubleVector.fromArray(SPECIES, y, first + LANES);
    DoubleVector sum = DoubleVector.fromArray(SPECIES, sums, afterSpike);
    DoubleVector total = DoubleVector.fromArray(SPECIES, sums, synaptic);
    for (int n = 0; n < steps; n++) {
      int at = 2 * n * LANES + lane;
      VectorMask<Double> active = refractory.compare(VectorOperators.LE, zero);
      refractory = refractory.sub(one).blend(refractory, active);
      total = total.blend(DoubleVector.fromArray(SPECIES, scratch, at + LANES), active);
      if (held != 0) {
        int fast = (AlphaPortsKernel.FAST + n) * LANES + lane;
        DoubleVector.fromArray(SPECIES, sums, held)
            .blend(DoubleVector.fromArray(SPECIES, scratch, fast), active)
            .intoArray(sums, held);
      }
      DoubleVector mean = mean1.fma(a1, mean0.fma(a0, zero));
      sum = sum.blend(mean, active);
      a0 = a0.blend(a0.mul(step0), active);
      a1 = a1.blend(a1.mul(step1), active);
      DoubleVector next =
          u.fma(p33, stimulus.add(mean).fma(p30, DoubleVector.fromArray(SPECIES, scratch, at)));
      u = u.blend(next, active);
      long bits = next.compare(VectorOperators.GT, threshold).and(active).toLong();
      if (bits != 0) {
        a0.intoArray(y, first);
        a1.intoArray(y, first + LANES);
        u.intoArray(y, s + U * LANES);
        refractory.intoArray(y, s + REFRACTORY * LANES);
        reset(dynamics, y, s, k, c, bits);
        VectorLanes.addSpikes(bits, firstStep + n, slab.node(), node, spikes);
        a0 = DoubleVector.fromArray(SPECIES, y, first);
        a1 = DoubleVector.fromArray(SPECIES, y, first + LANES);
        u = DoubleVector.fromArray(SPECIES, y, s + U * LANES);
        refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
      }
    }
    a0.intoArray(y, first);
    a1.intoArray(y, first + LANES);
    sum.intoArray(sums, afterSpike);
    total.intoArray(sums, synaptic);
    u.intoArray(y, s + U * LANES);
    refractory.intoArray(y, s + REFRACTORY * LANES);
  }

  private static void reset(
      GlifPscDynamics dynamics, double[] y, int s, double[] k, int c, long bits) {
    for (long left = bits; left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left);
      dynamics.reset(y, s + lane, k, c + lane, 0);
    }
  }
}
