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
 * Vector twin of {@link GlifPscDynamics#step}: synapses of a block first, then its membranes step
 * by step.
 */
final class GlifPscKernel extends BlockwiseKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  /** Where the potentials before a step with spikes are kept. */
  static final int RESET_SCRATCH = 2 * Slab.MAX_STEPS * LANES;

  @Override
  public void advance(
      Slab slab, double[] input, int at, int stride, int firstStep, int steps, SpikeList spikes) {
    if (steps == 1 && GlifStep.serves((GlifPscDynamics) slab.dynamics())) {
      GlifStep.advance(slab, input, at, firstStep, spikes);
    } else {
      super.advance(slab, input, at, stride, firstStep, steps, spikes);
    }
  }

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
    GlifPscDynamics dynamics = (GlifPscDynamics) slab.dynamics();
    int s = block * dynamics.states() * LANES;
    int c = slab.coefficientOffset()[block];
    AlphaPortsKernel.advance(
        dynamics.heard(),
        dynamics.perPort(),
        dynamics.silent(),
        slab.state(),
        s + dynamics.firstPort() * LANES,
        slab.coefficients(),
        c + FIXED_COEFFICIENTS * LANES,
        input,
        x,
        stride,
        steps,
        slab.scratch());
    int h = block * slab.sumsPerBlock();
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      int n = block * LANES + lane;
      if (TwoCurrentMembrane.serves(dynamics)) {
        TwoCurrentMembrane.advance(
            slab, s + lane, h + lane, c + lane, n, lane, firstStep, steps, spikes);
      } else if (AdaptingMembrane.serves(dynamics)) {
        AdaptingMembrane.advance(
            slab, s + lane, h + lane, c + lane, n, lane, firstStep, steps, spikes);
      } else {
        membranes(dynamics, slab, s + lane, h + lane, c + lane, n, lane, firstStep, steps, spikes);
      }
    }
  }

  private static void membranes(
      GlifPscDynamics dynamics,
      Slab slab,
      int s,
      int h,
      int c,
      int node,
      int lane,
      int firstStep,
      int steps,
      SpikeList spikes) {
    for (int n = 0; n < steps; n++) {
      if (dynamics.currents() > 0) {
        afterSpikeCurrents(dynamics, slab, s, h, c);
      }
      if (dynamics.perPort() == 2) {
        holdFastSum(dynamics, slab, s, h, (AlphaPortsKernel.FAST + n) * LANES + lane);
      }
      if (dynamics.spikeThreshold()) {
        spikeThreshold(dynamics, slab, s, h, c, node);
      }
      long bits = membrane(dynamics, slab, s, h, c, node, 2 * n * LANES + lane);
      if (bits != 0) {
        VectorLanes.addSpikes(bits, firstStep + n, slab.node(), node, spikes);
      }
    }
  }

  private static void afterSpikeCurrents(GlifPscDynamics dynamics, Slab slab, int s, int h, int c) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    VectorMask<Double> active =
        DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES).compare(VectorOperators.LE, 0);
    int state = s + dynamics.firstCurrent() * LANES;
    int own = c + dynamics.firstCurrentCoefficient() * LANES;
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int j = 0; j < dynamics.currents(); j++) {
      DoubleVector asc = DoubleVector.fromArray(SPECIES, y, state + j * LANES);
      sum =
          DoubleVector.fromArray(SPECIES, k, own + (PER_ASC * j + ASC_MEAN) * LANES).fma(asc, sum);
      DoubleVector decayed =
          asc.mul(DoubleVector.fromArray(SPECIES, k, own + (PER_ASC * j + ASC_STEP) * LANES));
      asc.blend(decayed, active).intoArray(y, state + j * LANES);
    }
    int held = h + dynamics.currentSum() * LANES;
    DoubleVector.fromArray(SPECIES, slab.sums(), held)
        .blend(sum, active)
        .intoArray(slab.sums(), held);
  }

  /** Keeps the sum of the first currents of all ports unless refractory, as the plain step does. */
  private static void holdFastSum(GlifPscDynamics dynamics, Slab slab, int s, int h, int fast) {
    double[] y = slab.state();
    int held = h + dynamics.fastSum() * LANES;
    VectorMask<Double> active =
        DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES).compare(VectorOperators.LE, 0);
    DoubleVector.fromArray(SPECIES, slab.sums(), held)
        .blend(DoubleVector.fromArray(SPECIES, slab.scratch(), fast), active)
        .intoArray(slab.sums(), held);
  }

  private static void spikeThreshold(
      GlifPscDynamics dynamics, Slab slab, int s, int h, int c, int node) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    VectorMask<Double> active =
        DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES).compare(VectorOperators.LE, 0);
    DoubleVector old = DoubleVector.fromArray(SPECIES, y, s + TH_SPIKE * LANES);
    DoubleVector decayed = old.mul(DoubleVector.fromArray(SPECIES, k, c + TH_SPIKE_STEP * LANES));
    old.blend(decayed, active).intoArray(y, s + TH_SPIKE * LANES);
    if (dynamics.adapting()) {
      voltageThreshold(slab, s, h + dynamics.currentSum() * LANES, c, node);
    }
  }

  /**
   * The part of the threshold that follows the potential.
   *
   * @param asc where the sum of the after-spike currents is
   */
  private static void voltageThreshold(Slab slab, int s, int asc, int c, int node) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    VectorMask<Double> active =
        DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES).compare(VectorOperators.LE, 0);
    DoubleVector current =
        DoubleVector.fromArray(SPECIES, slab.current(), node)
            .add(DoubleVector.fromArray(SPECIES, slab.sums(), asc));
    DoubleVector steady = current.mul(DoubleVector.fromArray(SPECIES, k, c + RESISTANCE * LANES));
    DoubleVector before = DoubleVector.fromArray(SPECIES, y, s + U * LANES);
    DoubleVector level =
        DoubleVector.fromArray(SPECIES, k, c + TH_VOLTAGE_STEADY * LANES).mul(steady);
    DoubleVector old = DoubleVector.fromArray(SPECIES, y, s + TH_VOLTAGE * LANES);
    DoubleVector kept =
        DoubleVector.fromArray(SPECIES, k, c + TH_VOLTAGE_STEP * LANES).fma(old, level);
    DoubleVector next =
        DoubleVector.fromArray(SPECIES, k, c + TH_VOLTAGE_TRANSIENT * LANES)
            .fma(before.sub(steady), kept);
    old.blend(next, active).intoArray(y, s + TH_VOLTAGE * LANES);
  }

  /**
   * Advances the potential by a step; the synapses' effect on it lies at {@code effect} in the
   * scratch memory.
   */
  private static long membrane(
      GlifPscDynamics dynamics, Slab slab, int s, int h, int c, int node, int effect) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] scratch = slab.scratch();
    DoubleVector refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
    VectorMask<Double> active = refractory.compare(VectorOperators.LE, 0);
    refractory.sub(1).max(0).intoArray(y, s + REFRACTORY * LANES);
    DoubleVector total = DoubleVector.fromArray(SPECIES, scratch, effect + LANES);
    double[] sums = slab.sums();
    int held = h + dynamics.synapticSum() * LANES;
    DoubleVector.fromArray(SPECIES, sums, held).blend(total, active).intoArray(sums, held);
    DoubleVector current =
        DoubleVector.fromArray(SPECIES, slab.current(), node)
            .add(DoubleVector.fromArray(SPECIES, sums, h + dynamics.currentSum() * LANES));
    DoubleVector before = DoubleVector.fromArray(SPECIES, y, s + U * LANES);
    DoubleVector driven =
        current.fma(
            DoubleVector.fromArray(SPECIES, k, c + P30 * LANES),
            DoubleVector.fromArray(SPECIES, scratch, effect));
    DoubleVector u = before.fma(DoubleVector.fromArray(SPECIES, k, c + P33 * LANES), driven);
    before.blend(u, active).intoArray(y, s + U * LANES);
    DoubleVector threshold = DoubleVector.fromArray(SPECIES, k, c + THRESHOLD * LANES);
    if (dynamics.spikeThreshold()) {
      DoubleVector moving =
          DoubleVector.fromArray(SPECIES, y, s + TH_SPIKE * LANES)
              .add(DoubleVector.fromArray(SPECIES, y, s + TH_VOLTAGE * LANES));
      threshold = threshold.add(moving);
    }
    long bits = u.compare(VectorOperators.GT, threshold).and(active).toLong();
    if (bits != 0) {
      before.intoArray(scratch, RESET_SCRATCH);
      reset(dynamics, y, s, k, c, scratch, bits);
    }
    return bits;
  }

  private static void reset(
      GlifPscDynamics dynamics, double[] y, int s, double[] k, int c, double[] scratch, long bits) {
    for (long left = bits; left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left);
      dynamics.reset(y, s + lane, k, c + lane, scratch[RESET_SCRATCH + lane]);
    }
  }
}
