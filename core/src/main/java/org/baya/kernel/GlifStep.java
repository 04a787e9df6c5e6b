package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.AlphaPorts.*;
import static org.baya.model.neuron.GlifPscDynamics.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.neuron.GlifPscDynamics;

/**
 * One step of GLIF3 with two after-spike currents, for networks whose smallest delay is one step:
 * coefficients stay in registers from block to block, where {@link GlifPscKernel} keeps a block's
 * state in registers from step to step. All neurons pass through the caches in every step, so what
 * need not be read or written is not.
 *
 * <p>Ports go in pairs. The last pair and the membrane are one loop; what pairs before it add waits
 * in scratch memory, where the first finds zeros.
 *
 * <p>Spikes are noted and dealt with after some blocks: a call among the vectors would send all
 * coefficients to memory and back. Every other step goes through the blocks backwards: of what is
 * larger than the second-level cache, the end is still there.
 */
final class GlifStep {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  /** State and coefficients of a port. */
  private static final int STATE = STATES * LANES;

  private static final int OWN = COEFFICIENTS * LANES;

  /** Where the scratch memory holds zeros. */
  private static final int ZEROS = AlphaPortsKernel.ZEROS * LANES;

  /**
   * Scratch memory for each block: effect and sum of the currents of earlier pairs. That of {@link
   * Slab#MAX_ALIKE} blocks ends before the zeros.
   */
  private static final int PER_BLOCK = 2 * LANES;

  private GlifStep() {}

  /** Whether this form serves. */
  static boolean serves(GlifPscDynamics dynamics) {
    return TwoCurrentMembrane.serves(dynamics)
        && dynamics.heard() % 2 == 0
        && dynamics.perPort() == 1;
  }

  /**
   * Advances all neurons of a slab by one step.
   *
   * @param x first input slot
   */
  static void advance(Slab slab, double[] input, int x, int step, SpikeList spikes) {
    int[] cuts = slab.cuts();
    if ((step & 1) == 0) {
      for (int i = 1; i < cuts.length; i++) {
        advanceAlike(slab, cuts[i - 1], cuts[i], input, x, step, spikes);
      }
    } else {
      for (int i = cuts.length - 1; i > 0; i--) {
        advanceAlike(slab, cuts[i - 1], cuts[i], input, x, step, spikes);
      }
    }
  }

  private static void advanceAlike(
      Slab slab, int from, int to, double[] input, int x, int step, SpikeList spikes) {
    int last = ((GlifPscDynamics) slab.dynamics()).heard() - 2;
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      for (int first = 0; first < last; first += 2) {
        advancePair(slab, from, to, lane, first, input, x);
      }
      advance(slab, from, to, lane, last, input, x, step, spikes);
    }
  }

  /**
   * Two ports of blocks with equal coefficients.
   *
   * @param first which of the ports with state is the first
   */
  private static void advancePair(
      Slab slab, int from, int to, int lane, int first, double[] input, int x) {
    GlifPscDynamics dynamics = (GlifPscDynamics) slab.dynamics();
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] scratch = slab.scratch();
    int c = slab.coefficientOffset()[from] + lane;
    int cA = c + FIXED_COEFFICIENTS * LANES + first * OWN;
    int cB = cA + OWN;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector p11A = DoubleVector.fromArray(SPECIES, k, cA + P11 * LANES);
    DoubleVector p21A = DoubleVector.fromArray(SPECIES, k, cA + P21 * LANES);
    DoubleVector p31A = DoubleVector.fromArray(SPECIES, k, cA + P31 * LANES);
    DoubleVector p32A = DoubleVector.fromArray(SPECIES, k, cA + P32 * LANES);
    DoubleVector peakA = DoubleVector.fromArray(SPECIES, k, cA + PEAK * LANES);
    DoubleVector p11B = DoubleVector.fromArray(SPECIES, k, cB + P11 * LANES);
    DoubleVector p21B = DoubleVector.fromArray(SPECIES, k, cB + P21 * LANES);
    DoubleVector p31B = DoubleVector.fromArray(SPECIES, k, cB + P31 * LANES);
    DoubleVector p32B = DoubleVector.fromArray(SPECIES, k, cB + P32 * LANES);
    DoubleVector peakB = DoubleVector.fromArray(SPECIES, k, cB + PEAK * LANES);
    int slotA = port(dynamics.silent(), first) * LANES;
    int slotB = port(dynamics.silent(), first + 1) * LANES;
    int states = dynamics.states() * LANES;
    int slots = dynamics.ports() * LANES;
    int ports = dynamics.firstPort() * LANES + first * STATE + lane;
    int before = first == 0 ? ZEROS + lane : lane;
    int perBlock = first == 0 ? 0 : PER_BLOCK;
    for (int block = from; block < to; block++) {
      int in = x + block * slots + lane;
      int at = block * states + ports;
      int earlier = before + (block - from) * perBlock;
      int later = (block - from) * PER_BLOCK + lane;
      DoubleVector rise = DoubleVector.fromArray(SPECIES, y, at + RISE * LANES);
      DoubleVector syn = DoubleVector.fromArray(SPECIES, y, at + SYN * LANES);
      DoubleVector effect =
          p32A.fma(syn, p31A.fma(rise, DoubleVector.fromArray(SPECIES, scratch, earlier)));
      DoubleVector total = DoubleVector.fromArray(SPECIES, scratch, earlier + LANES).add(syn);
      p21A.fma(rise, p11A.mul(syn)).intoArray(y, at + SYN * LANES);
      p11A.fma(rise, peakA.mul(DoubleVector.fromArray(SPECIES, input, in + slotA)))
          .intoArray(y, at + RISE * LANES);
      zero.intoArray(input, in + slotA);
      at += STATE;
      rise = DoubleVector.fromArray(SPECIES, y, at + RISE * LANES);
      syn = DoubleVector.fromArray(SPECIES, y, at + SYN * LANES);
      p32B.fma(syn, p31B.fma(rise, effect)).intoArray(scratch, later);
      total.add(syn).intoArray(scratch, later + LANES);
      p21B.fma(rise, p11B.mul(syn)).intoArray(y, at + SYN * LANES);
      p11B.fma(rise, peakB.mul(DoubleVector.fromArray(SPECIES, input, in + slotB)))
          .intoArray(y, at + RISE * LANES);
      zero.intoArray(input, in + slotB);
    }
  }

  /**
   * The last two ports and the membranes of blocks with equal coefficients.
   *
   * @param last which of the ports with state is the first of them
   */
  private static void advance(
      Slab slab,
      int from,
      int to,
      int lane,
      int last,
      double[] input,
      int x,
      int step,
      SpikeList spikes) {
    GlifPscDynamics dynamics = (GlifPscDynamics) slab.dynamics();
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] stimulus = slab.current();
    double[] scratch = slab.scratch();
    double[] sums = slab.sums();
    int c = slab.coefficientOffset()[from] + lane;
    int cA = c + FIXED_COEFFICIENTS * LANES + last * OWN;
    int cB = cA + OWN;
    int own = cB + OWN;
    DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector p11A = DoubleVector.fromArray(SPECIES, k, cA + P11 * LANES);
    DoubleVector p21A = DoubleVector.fromArray(SPECIES, k, cA + P21 * LANES);
    DoubleVector p31A = DoubleVector.fromArray(SPECIES, k, cA + P31 * LANES);
    DoubleVector p32A = DoubleVector.fromArray(SPECIES, k, cA + P32 * LANES);
    DoubleVector peakA = DoubleVector.fromArray(SPECIES, k, cA + PEAK * LANES);
    DoubleVector p11B = DoubleVector.fromArray(SPECIES, k, cB + P11 * LANES);
    DoubleVector p21B = DoubleVector.fromArray(SPECIES, k, cB + P21 * LANES);
    DoubleVector p31B = DoubleVector.fromArray(SPECIES, k, cB + P31 * LANES);
    DoubleVector p32B = DoubleVector.fromArray(SPECIES, k, cB + P32 * LANES);
    DoubleVector peakB = DoubleVector.fromArray(SPECIES, k, cB + PEAK * LANES);
    DoubleVector p30 = DoubleVector.fromArray(SPECIES, k, c + P30 * LANES);
    DoubleVector p33 = DoubleVector.fromArray(SPECIES, k, c + P33 * LANES);
    DoubleVector threshold = DoubleVector.fromArray(SPECIES, k, c + THRESHOLD * LANES);
    DoubleVector mean0 = DoubleVector.fromArray(SPECIES, k, own + ASC_MEAN * LANES);
    DoubleVector mean1 = DoubleVector.fromArray(SPECIES, k, own + (PER_ASC + ASC_MEAN) * LANES);
    DoubleVector step0 = DoubleVector.fromArray(SPECIES, k, own + ASC_STEP * LANES);
    DoubleVector step1 = DoubleVector.fromArray(SPECIES, k, own + (PER_ASC + ASC_STEP) * LANES);
    int slotA = port(dynamics.silent(), last) * LANES;
    int slotB = port(dynamics.silent(), last + 1) * LANES;
    int states = dynamics.states() * LANES;
    int slots = dynamics.ports() * LANES;
    int ports = dynamics.firstPort() * LANES + last * STATE;
    // No branch: the kernel is compiled before it meets either case.
    int earlierPairs = Math.min(1, last);
    int before = (1 - earlierPairs) * ZEROS + lane;
    int perBlock = earlierPairs * PER_BLOCK;
    int currents = slab.currentsPerBlock();
    int held = slab.sumsPerBlock();
    int synapticSum = dynamics.synapticSum() * LANES + lane;
    int currentSum = dynamics.currentSum() * LANES + lane;
    int[] fired = slab.places();
    int found = 0;
    for (int block = from; block < to; block++) {
      int s = block * states + lane;
      int in = x + block * slots + lane;
      int earlier = before + (block - from) * perBlock;
      int at = s + ports;
      DoubleVector rise = DoubleVector.fromArray(SPECIES, y, at + RISE * LANES);
      DoubleVector syn = DoubleVector.fromArray(SPECIES, y, at + SYN * LANES);
      DoubleVector effect =
          p32A.fma(syn, p31A.fma(rise, DoubleVector.fromArray(SPECIES, scratch, earlier)));
      DoubleVector total = DoubleVector.fromArray(SPECIES, scratch, earlier + LANES).add(syn);
      p21A.fma(rise, p11A.mul(syn)).intoArray(y, at + SYN * LANES);
      p11A.fma(rise, peakA.mul(DoubleVector.fromArray(SPECIES, input, in + slotA)))
          .intoArray(y, at + RISE * LANES);
      zero.intoArray(input, in + slotA);
      at += STATE;
      rise = DoubleVector.fromArray(SPECIES, y, at + RISE * LANES);
      syn = DoubleVector.fromArray(SPECIES, y, at + SYN * LANES);
      effect = p32B.fma(syn, p31B.fma(rise, effect));
      total = total.add(syn);
      p21B.fma(rise, p11B.mul(syn)).intoArray(y, at + SYN * LANES);
      p11B.fma(rise, peakB.mul(DoubleVector.fromArray(SPECIES, input, in + slotB)))
          .intoArray(y, at + RISE * LANES);
      zero.intoArray(input, in + slotB);
      int asc = at + STATE;
      DoubleVector refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
      VectorMask<Double> active = refractory.compare(VectorOperators.LE, zero);
      refractory.sub(one).blend(refractory, active).intoArray(y, s + REFRACTORY * LANES);
      total.intoArray(sums, block * held + synapticSum, active);
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, y, asc);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, y, asc + LANES);
      DoubleVector mean = mean1.fma(a1, mean0.fma(a0, zero));
      mean.intoArray(sums, block * held + currentSum, active);
      a0.blend(a0.mul(step0), active).intoArray(y, asc);
      a1.blend(a1.mul(step1), active).intoArray(y, asc + LANES);
      DoubleVector drive = DoubleVector.fromArray(SPECIES, stimulus, block * currents + lane);
      DoubleVector u = DoubleVector.fromArray(SPECIES, y, s + U * LANES);
      DoubleVector next = u.fma(p33, drive.add(mean).fma(p30, effect));
      u.blend(next, active).intoArray(y, s + U * LANES);
      int bits = (int) next.compare(VectorOperators.GT, threshold).and(active).toLong();
      fired[found] = block << LANES | bits;
      found += bits == 0 ? 0 : 1;
    }
    for (int i = 0; i < found; i++) {
      int block = fired[i] >> LANES;
      int bits = fired[i] & (1 << LANES) - 1;
      reset(dynamics, y, block * states + lane, k, c, bits);
      VectorLanes.addSpikes(bits, step, slab.node(), block * LANES + lane, spikes);
    }
  }

  private static void reset(
      GlifPscDynamics dynamics, double[] y, int s, double[] k, int c, long bits) {
    for (long left = bits; left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left);
      dynamics.reset(y, s + lane, k, c + lane, 0);
    }
  }
}
