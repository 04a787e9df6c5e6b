package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.AlphaPorts.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.model.neuron.AlphaPorts;

/**
 * Vector twin of {@link AlphaPorts#step}: one or two currents of one block through several steps at
 * a time, its state in registers.
 *
 * <p>What later steps of the neuron need of the synapses (effect on the potential, sum of currents)
 * goes to scratch memory in the first-level cache. Kernels are cut into such pieces because C2
 * stops inlining vector operations in long methods and boxes their vectors instead; no vector is
 * passed between methods.
 */
final class AlphaPortsKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  /** First row of the scratch memory with sums of the first currents of all ports. */
  static final int FAST = 2 * Slab.MAX_STEPS + 1;

  /** First of two rows of zeros, from which a kernel reads that nothing came before. */
  static final int ZEROS = FAST + Slab.MAX_STEPS;

  private static final int FOUR = 4;

  private AlphaPortsKernel() {}

  /**
   * Advances all ports of a block.
   *
   * @param ports those with state
   * @param perPort currents per port, 1 or 2
   * @param silent see {@link AlphaPorts#port}
   * @param s first port's state of lane 0
   * @param c first port's coefficients of lane 0
   * @param x first input slot of lane 0 in the first step; read and cleared
   * @param stride distance of the input of two steps
   * @param scratch receives for step n the effect at {@code 2 n LANES + lane} and the sum of
   *     currents before the step {@code LANES} behind it; with two currents per port also the sum
   *     of the first ones at {@code (FAST + n) LANES + lane}
   */
  static void advance(
      int ports,
      int perPort,
      long silent,
      double[] y,
      int s,
      double[] k,
      int c,
      double[] input,
      int x,
      int stride,
      int steps,
      double[] scratch) {
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      int currents = ports * perPort;
      int i = 0;
      if (perPort == 1 && silent == 0 && currents >= FOUR) {
        advanceFirstFour(y, s + lane, k, c + lane, input, x + lane, stride, steps, scratch, lane);
        i = FOUR;
      } else if (currents < 2) {
        clear(scratch, 0, 2 * steps, lane);
      }
      if (perPort == 2) {
        clear(scratch, FAST, steps, lane);
      }
      for (; i + 1 < currents; i += 2) {
        int slot = port(silent, i / perPort);
        advancePair(
            y,
            s + STATES * i * LANES + lane,
            k,
            c + COEFFICIENTS * i * LANES + lane,
            input,
            x + slot * LANES + lane,
            (port(silent, (i + 1) / perPort) - slot) * LANES,
            stride,
            steps,
            scratch,
            i == 0 ? ZEROS * LANES : 0,
            i == 0 ? 0 : 2 * LANES,
            lane);
      }
      if (i < currents) {
        advanceOne(
            y,
            s + STATES * i * LANES + lane,
            k,
            c + COEFFICIENTS * i * LANES + lane,
            input,
            x + port(silent, i) * LANES + lane,
            stride,
            steps,
            scratch,
            lane);
      }
    }
  }

  private static void clear(double[] scratch, int row, int rows, int lane) {
    for (int n = row; n < row + rows; n++) {
      DoubleVector.zero(SPECIES).intoArray(scratch, n * LANES + lane);
    }
  }

  /**
   * Two currents at once: half the traffic to the scratch memory.
   *
   * @param next distance of the second one's input from the first one's; 0 where one input drives
   *     both
   * @param before where the scratch memory holds what earlier currents add in the first step
   * @param perStep how far that of two steps is apart; 0 for the zeros before the first currents
   */
  private static void advancePair(
      double[] y,
      int s,
      double[] k,
      int c,
      double[] input,
      int x,
      int next,
      int stride,
      int steps,
      double[] scratch,
      int before,
      int perStep,
      int lane) {
    int cB = c + COEFFICIENTS * LANES;
    int sB = s + STATES * LANES;
    DoubleVector p11 = DoubleVector.fromArray(SPECIES, k, c + P11 * LANES);
    DoubleVector p21 = DoubleVector.fromArray(SPECIES, k, c + P21 * LANES);
    DoubleVector p31 = DoubleVector.fromArray(SPECIES, k, c + P31 * LANES);
    DoubleVector p32 = DoubleVector.fromArray(SPECIES, k, c + P32 * LANES);
    DoubleVector peak = DoubleVector.fromArray(SPECIES, k, c + PEAK * LANES);
    DoubleVector p11B = DoubleVector.fromArray(SPECIES, k, cB + P11 * LANES);
    DoubleVector p21B = DoubleVector.fromArray(SPECIES, k, cB + P21 * LANES);
    DoubleVector p31B = DoubleVector.fromArray(SPECIES, k, cB + P31 * LANES);
    DoubleVector p32B = DoubleVector.fromArray(SPECIES, k, cB + P32 * LANES);
    DoubleVector peakB = DoubleVector.fromArray(SPECIES, k, cB + PEAK * LANES);
    DoubleVector rise = DoubleVector.fromArray(SPECIES, y, s + RISE * LANES);
    DoubleVector syn = DoubleVector.fromArray(SPECIES, y, s + SYN * LANES);
    DoubleVector riseB = DoubleVector.fromArray(SPECIES, y, sB + RISE * LANES);
    DoubleVector synB = DoubleVector.fromArray(SPECIES, y, sB + SYN * LANES);
    for (int n = 0; n < steps; n++) {
      int at = 2 * n * LANES + lane;
      int in = x + n * stride;
      int from = before + n * perStep + lane;
      DoubleVector effect =
          p32.fma(syn, p31.fma(rise, DoubleVector.fromArray(SPECIES, scratch, from)));
      p32B.fma(synB, p31B.fma(riseB, effect)).intoArray(scratch, at);
      DoubleVector.fromArray(SPECIES, scratch, from + LANES)
          .add(syn)
          .add(synB)
          .intoArray(scratch, at + LANES);
      if (next == 0) {
        int fast = (FAST + n) * LANES + lane;
        DoubleVector.fromArray(SPECIES, scratch, fast).add(syn).intoArray(scratch, fast);
      }
      syn = p21.fma(rise, p11.mul(syn));
      synB = p21B.fma(riseB, p11B.mul(synB));
      rise = p11.fma(rise, peak.mul(DoubleVector.fromArray(SPECIES, input, in)));
      riseB = p11B.fma(riseB, peakB.mul(DoubleVector.fromArray(SPECIES, input, in + next)));
      DoubleVector.zero(SPECIES).intoArray(input, in);
      DoubleVector.zero(SPECIES).intoArray(input, in + next);
    }
    rise.intoArray(y, s + RISE * LANES);
    syn.intoArray(y, s + SYN * LANES);
    riseB.intoArray(y, sB + RISE * LANES);
    synB.intoArray(y, sB + SYN * LANES);
  }

  /** The first four currents, with an input each: nothing is read from the scratch memory. */
  private static void advanceFirstFour(
      double[] y,
      int sA,
      double[] k,
      int cA,
      double[] input,
      int x,
      int stride,
      int steps,
      double[] scratch,
      int lane) {
    int cB = cA + COEFFICIENTS * LANES;
    int cC = cB + COEFFICIENTS * LANES;
    int cD = cC + COEFFICIENTS * LANES;
    int sB = sA + STATES * LANES;
    int sC = sB + STATES * LANES;
    int sD = sC + STATES * LANES;
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
    DoubleVector riseA = DoubleVector.fromArray(SPECIES, y, sA + RISE * LANES);
    DoubleVector synA = DoubleVector.fromArray(SPECIES, y, sA + SYN * LANES);
    DoubleVector riseB = DoubleVector.fromArray(SPECIES, y, sB + RISE * LANES);
    DoubleVector synB = DoubleVector.fromArray(SPECIES, y, sB + SYN * LANES);
    DoubleVector riseC = DoubleVector.fromArray(SPECIES, y, sC + RISE * LANES);
    DoubleVector synC = DoubleVector.fromArray(SPECIES, y, sC + SYN * LANES);
    DoubleVector riseD = DoubleVector.fromArray(SPECIES, y, sD + RISE * LANES);
    DoubleVector synD = DoubleVector.fromArray(SPECIES, y, sD + SYN * LANES);
    for (int n = 0; n < steps; n++) {
      int at = 2 * n * LANES + lane;
      int in = x + n * stride;
      DoubleVector effect = p32A.fma(synA, p31A.fma(riseA, zero));
      effect = p32B.fma(synB, p31B.fma(riseB, effect));
      effect = p32C.fma(synC, p31C.fma(riseC, effect));
      p32D.fma(synD, p31D.fma(riseD, effect)).intoArray(scratch, at);
      zero.add(synA).add(synB).add(synC).add(synD).intoArray(scratch, at + LANES);
      synA = p21A.fma(riseA, p11A.mul(synA));
      riseA = p11A.fma(riseA, peakA.mul(DoubleVector.fromArray(SPECIES, input, in)));
      zero.intoArray(input, in);
      synB = p21B.fma(riseB, p11B.mul(synB));
      riseB = p11B.fma(riseB, peakB.mul(DoubleVector.fromArray(SPECIES, input, in + LANES)));
      zero.intoArray(input, in + LANES);
      synC = p21C.fma(riseC, p11C.mul(synC));
      riseC = p11C.fma(riseC, peakC.mul(DoubleVector.fromArray(SPECIES, input, in + 2 * LANES)));
      zero.intoArray(input, in + 2 * LANES);
      synD = p21D.fma(riseD, p11D.mul(synD));
      riseD = p11D.fma(riseD, peakD.mul(DoubleVector.fromArray(SPECIES, input, in + 3 * LANES)));
      zero.intoArray(input, in + 3 * LANES);
    }
    riseA.intoArray(y, sA + RISE * LANES);
    synA.intoArray(y, sA + SYN * LANES);
    riseB.intoArray(y, sB + RISE * LANES);
    synB.intoArray(y, sB + SYN * LANES);
    riseC.intoArray(y, sC + RISE * LANES);
    synC.intoArray(y, sC + SYN * LANES);
    riseD.intoArray(y, sD + RISE * LANES);
    synD.intoArray(y, sD + SYN * LANES);
  }

  private static void advanceOne(
      double[] y,
      int s,
      double[] k,
      int c,
      double[] input,
      int x,
      int stride,
      int steps,
      double[] scratch,
      int lane) {
    DoubleVector p11 = DoubleVector.fromArray(SPECIES, k, c + P11 * LANES);
    DoubleVector p21 = DoubleVector.fromArray(SPECIES, k, c + P21 * LANES);
    DoubleVector p31 = DoubleVector.fromArray(SPECIES, k, c + P31 * LANES);
    DoubleVector p32 = DoubleVector.fromArray(SPECIES, k, c + P32 * LANES);
    DoubleVector peak = DoubleVector.fromArray(SPECIES, k, c + PEAK * LANES);
    DoubleVector rise = DoubleVector.fromArray(SPECIES, y, s + RISE * LANES);
    DoubleVector syn = DoubleVector.fromArray(SPECIES, y, s + SYN * LANES);
    for (int n = 0; n < steps; n++) {
      int at = 2 * n * LANES + lane;
      DoubleVector effect = p31.fma(rise, DoubleVector.fromArray(SPECIES, scratch, at));
      p32.fma(syn, effect).intoArray(scratch, at);
      DoubleVector.fromArray(SPECIES, scratch, at + LANES).add(syn).intoArray(scratch, at + LANES);
      syn = p21.fma(rise, p11.mul(syn));
      rise = p11.fma(rise, peak.mul(DoubleVector.fromArray(SPECIES, input, x + n * stride)));
      DoubleVector.zero(SPECIES).intoArray(input, x + n * stride);
    }
    rise.intoArray(y, s + RISE * LANES);
    syn.intoArray(y, s + SYN * LANES);
  }
}
