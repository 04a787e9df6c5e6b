package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.IafPscAlpha.Exact.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;

/** Vector twin of {@link org.baya.model.neuron.IafPscAlpha.Exact#step}. */
final class IafPscAlphaKernel implements NeuronKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  @Override
  public void advance(Slab slab, double[] input, int at, int stride, int firstStep, int steps, SpikeList spikes) {
    int states = slab.dynamics().states() * LANES;
    int slots = slab.dynamics().slots() * LANES;
    int[] offsets = slab.coefficientOffset();
    for (int block = 0; block < offsets.length; block++) {
      for (int n = 0; n < steps; n++) {
        int x = at + block * slots + n * stride;
        for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
          long bits =
              step(
                  slab.state(), block * states + lane, slab.coefficients(), offsets[block] + lane, input, x + lane, slab.current(),
                  block * LANES + lane);
          if (bits != 0) {
            VectorLanes.addSpikes(bits, firstStep + n, slab.node(), block * LANES + lane, spikes);
          }
        }
      }
    }
  }

  private static long step(double[] y, int s, double[] k, int c, double[] input, int x, double[] current, int lane) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector held = load(y, s, V);
    DoubleVector refractory = load(y, s, REFRACTORY);
    DoubleVector v = held.mul(load(k, c, P33));
    v = load(k, c, P30).fma(load(k, c, CURRENT).add(DoubleVector.fromArray(SPECIES, current, lane)), v);
    v = load(k, c, P31_EX).fma(load(y, s, RISE_EX), v);
    v = load(k, c, P32_EX).fma(load(y, s, I_EX), v);
    v = load(k, c, P31_IN).fma(load(y, s, RISE_IN), v);
    v = load(k, c, P32_IN).fma(load(y, s, I_IN), v);
    v = v.max(load(k, c, FLOOR));
    v = held.blend(v, refractory.compare(VectorOperators.LE, 0));
    synapse(y, s + RISE_EX * LANES, s + I_EX * LANES, load(k, c, P11_EX), load(k, c, P21_EX), load(k, c, PEAK_EX), input, x);
    synapse(y, s + RISE_IN * LANES, s + I_IN * LANES, load(k, c, P11_IN), load(k, c, P21_IN), load(k, c, PEAK_IN), input, x + LANES);
    VectorMask<Double> spike = v.compare(VectorOperators.GE, load(k, c, THRESHOLD));
    v.blend(load(k, c, RESET), spike).intoArray(y, s + V * LANES);
    refractory.sub(1).max(zero).blend(load(k, c, STEPS), spike).intoArray(y, s + REFRACTORY * LANES);
    return spike.toLong();
  }

  private static void synapse(
      double[] y, int riseAt, int currentAt, DoubleVector p11, DoubleVector p21, DoubleVector peak, double[] input, int x) {
    DoubleVector rise = DoubleVector.fromArray(SPECIES, y, riseAt);
    DoubleVector syn = DoubleVector.fromArray(SPECIES, y, currentAt);
    p21.fma(rise, p11.mul(syn)).intoArray(y, currentAt);
    p11.fma(rise, peak.mul(DoubleVector.fromArray(SPECIES, input, x))).intoArray(y, riseAt);
    DoubleVector.zero(SPECIES).intoArray(input, x);
  }

  private static DoubleVector load(double[] from, int at, int index) {
    return DoubleVector.fromArray(SPECIES, from, at + index * LANES);
  }
}
