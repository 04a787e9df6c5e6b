package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.ExactMembrane.*;
import static org.baya.model.neuron.ExpPorts.P11;
import static org.baya.model.neuron.ExpPorts.P21;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.neuron.ExactNeuron;
import org.baya.model.neuron.ExpPorts;

/**
 * One step of neurons with two exponential ports, the form of iaf_psc_exp, for networks whose
 * smallest delay is one step: coefficients stay in registers from block to block, where {@link
 * ExactNeuronKernel} keeps a block's state in registers from step to step. All neurons pass through
 * the caches in every step, so what need not be read or written is not.
 */
final class TwoPortStep {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final int PORTS = 2;

  private TwoPortStep() {}

  /** Whether this form serves. */
  static boolean serves(ExactNeuron dynamics) {
    return dynamics.shape() == ExactNeuron.Shape.EXPONENTIAL && dynamics.ports() == PORTS;
  }

  /**
   * Advances all neurons of a slab by one step.
   *
   * @param x first input slot
   */
  static void advance(Slab slab, double[] input, int x, int step, SpikeList spikes) {
    int[] offset = slab.coefficientOffset();
    int end;
    for (int block = 0; block < offset.length; block = end) {
      end = block + 1;
      while (end < offset.length && offset[end] == offset[block]) {
        end++;
      }
      for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
        advance(slab, block, end, lane, input, x, step, spikes);
      }
    }
  }

  /** Blocks with equal coefficients. */
  private static void advance(
      Slab slab, int from, int to, int lane, double[] input, int x, int step, SpikeList spikes) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    double[] current = slab.current();
    int c = slab.coefficientOffset()[from] + lane;
    int first = c + ExactNeuron.PORT_COEFFICIENTS_AT * LANES;
    int second = first + ExpPorts.COEFFICIENTS * LANES;
    DoubleVector p30 = DoubleVector.fromArray(SPECIES, k, c + P30 * LANES);
    DoubleVector p33 = DoubleVector.fromArray(SPECIES, k, c + P33 * LANES);
    DoubleVector constant = DoubleVector.fromArray(SPECIES, k, c + CURRENT * LANES);
    DoubleVector floor = DoubleVector.fromArray(SPECIES, k, c + FLOOR * LANES);
    DoubleVector threshold = DoubleVector.fromArray(SPECIES, k, c + THRESHOLD * LANES);
    DoubleVector p11 = DoubleVector.fromArray(SPECIES, k, first + P11 * LANES);
    DoubleVector p21 = DoubleVector.fromArray(SPECIES, k, first + P21 * LANES);
    DoubleVector p11B = DoubleVector.fromArray(SPECIES, k, second + P11 * LANES);
    DoubleVector p21B = DoubleVector.fromArray(SPECIES, k, second + P21 * LANES);
    DoubleVector zero = DoubleVector.zero(SPECIES);
    ExactNeuron dynamics = (ExactNeuron) slab.dynamics();
    int states = dynamics.states() * LANES;
    int sum = dynamics.sum();
    int currents = slab.currentsPerBlock();
    for (int block = from; block < to; block++) {
      int s = block * states + lane;
      int syn = s + ExactNeuron.PORTS_AT * LANES;
      int in = x + block * PORTS * LANES + lane;
      DoubleVector a = DoubleVector.fromArray(SPECIES, y, syn);
      DoubleVector b = DoubleVector.fromArray(SPECIES, y, syn + LANES);
      p11.fma(a, DoubleVector.fromArray(SPECIES, input, in)).intoArray(y, syn);
      p11B.fma(b, DoubleVector.fromArray(SPECIES, input, in + LANES)).intoArray(y, syn + LANES);
      zero.intoArray(input, in);
      zero.intoArray(input, in + LANES);
      DoubleVector v = DoubleVector.fromArray(SPECIES, y, s + V * LANES);
      DoubleVector refractory = DoubleVector.fromArray(SPECIES, y, s + REFRACTORY * LANES);
      VectorMask<Double> active = refractory.compare(VectorOperators.LE, 0);
      if (sum != ExactNeuron.NO_SUM) {
        zero.add(a).add(b).intoArray(y, s + sum * LANES, active);
      }
      DoubleVector drive =
          constant.add(DoubleVector.fromArray(SPECIES, current, block * currents + lane));
      DoubleVector free = v.fma(p33, drive.fma(p30, p21B.fma(b, p21.fma(a, zero)))).max(floor);
      v = v.blend(free, active);
      v.intoArray(y, s + V * LANES);
      if (!active.allTrue()) {
        refractory.sub(1).max(0).intoArray(y, s + REFRACTORY * LANES);
      }
      long bits = v.compare(VectorOperators.GE, threshold).toLong();
      if (bits != 0) {
        reset(y, s, k, c, bits);
        VectorLanes.addSpikes(bits, step, slab.node(), block * LANES + lane, spikes);
      }
    }
  }

  private static void reset(double[] y, int s, double[] k, int c, long bits) {
    for (long left = bits; left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left);
      y[s + V * LANES + lane] = k[c + RESET * LANES + lane];
      y[s + REFRACTORY * LANES + lane] = k[c + STEPS * LANES + lane];
    }
  }
}
