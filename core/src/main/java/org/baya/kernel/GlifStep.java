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
 * One step of GLIF3 with four ports and two after-spike currents, for networks whose smallest delay
 * is one step: nothing passes through scratch memory, coefficients stay in registers from block to
 * block, where {@link GlifPscKernel} keeps a block's state in registers from step to step.
 *
 * <p>Spikes are noted and dealt with after some blocks: a call among the vectors would send all
 * coefficients to memory and back. Every other step goes through the blocks backwards: of what is
 * larger than the second-level cache, the end is still there.
 */
final class GlifStep {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final int SERVED_PORTS = 4;

  /** State and coefficients of a port. */
  private static final int STATE = STATES * LANES;

  private static final int OWN = COEFFICIENTS * LANES;

  private GlifStep() {}

  /** Whether this form serves. */
  static boolean serves(GlifPscDynamics dynamics) {
    return TwoCurrentMembrane.serves(dynamics)
        && dynamics.ports() == SERVED_PORTS
        && dynamics.perPort() == 1;
  }

  /**
   * Advances all neurons of a slab by one step.
   *
   * @param x first input slot
   */
  static void advance(Slab slab, double[] input, int x, int step, SpikeList spikes) {
    int[] offset = slab.coefficientOffset();
    int longest = slab.places().length;
    if ((step & 1) == 0) {
      int end;
      for (int from = 0; from < offset.length; from = end) {
        end = from + 1;
        while (end < offset.length && end < from + longest && offset[end] == offset[from]) {
          end++;
        }
        advanceAlike(slab, from, end, input, x, step, spikes);
      }
    } else {
      int from;
      for (int end = offset.length; end > 0; end = from) {
        from = end - 1;
        while (from > 0 && end < from + longest && offset[from - 1] == offset[from]) {
          from--;
        }
        advanceAlike(slab, from, end, input, x, step, spikes);
      }
    }
  }

  private static void advanceAlike(
      Slab slab, int from, int to, double[] input, int x, int step, SpikeList spikes) {
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      advance(slab, from, to, lane, input, x, step, spikes);
    }
  }

  /** Blocks with equal coefficients. */
  private static void advance(
      Slab slab, int from, int to, int lane, double[] input, int x, int step, SpikeList spikes) {
    GlifPscDynamics dynamics = (GlifPscDynamics) slab.dynamics();
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] stimulus = slab.current();
    int c = slab.coefficientOffset()[from] + lane;
    int cA = c + FIXED_COEFFICIENTS * LANES;
    int cB = cA + OWN;
    int cC = cB + OWN;
    int cD = cC + OWN;
    int own = cD + OWN;
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
    DoubleVector p11C = DoubleVector.fromArray(SPECIES, k, cC + P11 * LANES);
    DoubleVector p21C = DoubleVector.fromArray(SPECIES, k, cC + P21 * LANES);
    DoubleVector p31C = DoubleVector.fromArray(SPECIES, k, cC + P31 * LANES);
    DoubleVector p32C = DoubleVector.fromArray(SPECIES, k, cC + P32 * LANES);
    DoubleVector peakC = DoubleVector.fromArray(SPECIES, k, cC + PEAK * LANES);
    DoubleVector p11D = DoubleVector.fromArray(SPECIES, k, cD + P11 * LANES);
    DoubleVector p21D = DoubleVector.fromArray(SPECIES, k, cD + P21 * LANES);
    DoubleVector p31D = DoubleVector.fromArray(SPECIES, k, cD + P31 * LANES);
    DoubleVector p32D = DoubleVector.fromArray(SPECIES, k, cD + P32 * LANES);
    DoubleVector peakD = DoubleVector.fromArray(SPECIES, k, cD + PEAK * LANES);
    DoubleVector p30 = DoubleVector.fromArray(SPECIES, k, c + P30 * LANES);
    DoubleVector p33 = DoubleVector.fromArray(SPECIES, k, c + P33 * LANES);
    DoubleVector threshold = DoubleVector.fromArray(SPECIES, k, c + THRESHOLD * LANES);
    DoubleVector mean0 = DoubleVector.fromArray(SPECIES, k, own + ASC_MEAN * LANES);
    DoubleVector mean1 = DoubleVector.fromArray(SPECIES, k, own + (PER_ASC + ASC_MEAN) * LANES);
    DoubleVector step0 = DoubleVector.fromArray(SPECIES, k, own + ASC_STEP * LANES);
    DoubleVector step1 = DoubleVector.fromArray(SPECIES, k, own + (PER_ASC + ASC_STEP) * LANES);
    int states = dynamics.states() * LANES;
    int[] fired = slab.places();
    int found = 0;
    for (int block = from; block < to; block++) {
      int s = block * states + lane;
      int in = x + block * SERVED_PORTS * LANES + lane;
      int port = s + FIXED_STATES * LANES;
      DoubleVector rise = DoubleVector.fromArray(SPECIES, y, port + RISE * LANES);
      DoubleVector syn = DoubleVector.fromArray(SPECIES, y, port + SYN * LANES);
      DoubleVector effect = p32A.fma(syn, p31A.fma(rise, zero));
      DoubleVector total = zero.add(syn);
      p21A.fma(rise, p11A.mul(syn)).intoArray(y, port + SYN * LANES);
      p11A.fma(rise, peakA.mul(DoubleVector.fromArray(SPECIES, input, in)))
          .intoArray(y, port + RISE * LANES);
      zero.intoArray(input, in);
      port += STATE;
      in += LANES;
      rise = DoubleVector.fromArray(SPECIES, y, port + RISE * LANES);
      syn = DoubleVector.fromArray(SPECIES, y, port + SYN * LANES);
      effect = p32B.fma(syn, p31B.fma(rise, effect));
      total = total.add(syn);
      p21B.fma(rise, p11B.mul(syn)).intoArray(y, port + SYN * LANES);
      p11B.fma(rise, peakB.mul(DoubleVector.fromArray(SPECIES, input, in)))
          .intoArray(y, port + RISE * LANES);
      zero.intoArray(input, in);
      port += STATE;
      in += LANES;
      rise = DoubleVector.fromArray(SPECIES, y, port + RISE * LANES);
      syn = DoubleVector.fromArray(SPECIES, y, port + SYN * LANES);
      effect = p32C.fma(syn, p31C.fma(rise, effect));
      total = total.add(syn);
      p21C.fma(rise, p11C.mul(syn)).intoArray(y, port + SYN * LANES);
      p11C.fma(rise, peakC.mul(DoubleVector.fromArray(SPECIES, input, in)))
          .intoArray(y, port + RISE * LANES);
      zero.intoArray(input, in);
      port += STATE;
      in += LANES;
      rise = DoubleVector.fromArray(SPECIES, y, port + RISE * LANES);
      syn = DoubleVector.fromArray(SPECIES, y, port + SYN * LANES);
      effect = p32D.fma(syn, p31D.fma(rise, effect));
      total = total.add(syn);
      p21D.fma(rise, p11D.mul(syn)).intoArray(y, port + SYN * LANES);
      p11D.fma(rise, peakD.mul(DoubleVector.fromArray(SPECIES, input, in)))
          .intoArray(y, port + RISE * LANES);
      zero.intoArray(input, in);
      int first = port + STATE;
      DoubleVector refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
      VectorMask<Double> active = refractory.compare(VectorOperators.LE, zero);
      refractory.sub(one).blend(refractory, active).intoArray(y, s + REFRACTORY * LANES);
      DoubleVector.fromArray(SPECIES, y, s + I_SYN * LANES)
          .blend(total, active)
          .intoArray(y, s + I_SYN * LANES);
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, y, first);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, y, first + LANES);
      DoubleVector mean = mean1.fma(a1, mean0.fma(a0, zero));
      DoubleVector.fromArray(SPECIES, y, s + ASC_SUM * LANES)
          .blend(mean, active)
          .intoArray(y, s + ASC_SUM * LANES);
      a0.blend(a0.mul(step0), active).intoArray(y, first);
      a1.blend(a1.mul(step1), active).intoArray(y, first + LANES);
      DoubleVector drive = DoubleVector.fromArray(SPECIES, stimulus, block * LANES + lane);
      DoubleVector before = DoubleVector.fromArray(SPECIES, y, s + U * LANES);
      DoubleVector u = before.fma(p33, drive.add(mean).fma(p30, effect));
      before.blend(u, active).intoArray(y, s + U * LANES);
      int bits = (int) u.compare(VectorOperators.GT, threshold).and(active).toLong();
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
