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

/** Vector twin of {@link GlifPscDynamics#step}. Everything a step needs again is left in the slab, so no vector outlives a method. */
final class GlifPscKernel implements NeuronKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  @Override
  public void advance(Slab slab, double[] input, int at, int stride, int firstStep, int steps, SpikeList spikes) {
    GlifPscDynamics dynamics = (GlifPscDynamics) slab.dynamics();
    int states = dynamics.states() * LANES;
    int slots = dynamics.slots() * LANES;
    int[] offsets = slab.coefficientOffset();
    for (int block = 0; block < offsets.length; block++) {
      for (int n = 0; n < steps; n++) {
        int x = at + block * slots + n * stride;
        for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
          long bits =
              step(
                  dynamics, slab.state(), block * states + lane, slab.coefficients(), offsets[block] + lane, input, x + lane,
                  slab.current(), block * LANES + lane);
          if (bits != 0) {
            VectorLanes.addSpikes(bits, firstStep + n, slab.node(), block * LANES + lane, spikes);
          }
        }
      }
    }
  }

  private static long step(
      GlifPscDynamics dynamics, double[] y, int s, double[] k, int c, double[] input, int x, double[] stimulus, int lane) {
    DoubleVector refractory = load(y, s, REFRACTORY);
    VectorMask<Double> active = refractory.compare(VectorOperators.LE, 0);
    DoubleVector effect = synapses(dynamics.ports(), y, s, k, c, input, x, active);
    refractory.sub(1).max(0).intoArray(y, s + REFRACTORY * LANES);
    DoubleVector current = DoubleVector.fromArray(SPECIES, stimulus, lane);
    if (dynamics.currents() > 0) {
      current = current.add(afterSpikeCurrents(dynamics, y, s, k, c, active));
    }
    DoubleVector before = load(y, s, U);
    DoubleVector u = before.fma(load(k, c, P33), current.fma(load(k, c, P30), effect));
    DoubleVector threshold = load(k, c, THRESHOLD);
    if (dynamics.spikeThreshold()) {
      threshold = threshold.add(threshold(dynamics, y, s, k, c, before, current, active));
    }
    before.blend(u, active).intoArray(y, s + U * LANES);
    VectorMask<Double> spike = u.compare(VectorOperators.GT, threshold).and(active);
    long bits = spike.toLong();
    if (bits != 0) {
      reset(dynamics, y, s, k, c, before, spike);
    }
    return bits;
  }

  private static DoubleVector synapses(int ports, double[] y, int s, double[] k, int c, double[] input, int x, VectorMask<Double> active) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector effect = zero;
    DoubleVector total = zero;
    for (int port = 0; port < ports; port++) {
      int state = s + (FIXED_STATES + STATES_PER_PORT * port) * LANES;
      int coefficient = c + (FIXED_COEFFICIENTS + PER_PORT * port) * LANES;
      DoubleVector rise = load(y, state, RISE);
      DoubleVector syn = load(y, state, SYN);
      DoubleVector p11 = load(k, coefficient, P11);
      effect = load(k, coefficient, P31).fma(rise, effect);
      effect = load(k, coefficient, P32).fma(syn, effect);
      total = total.add(syn);
      load(k, coefficient, P21).fma(rise, p11.mul(syn)).intoArray(y, state + SYN * LANES);
      p11.fma(rise, load(k, coefficient, PEAK).mul(load(input, x, port))).intoArray(y, state + RISE * LANES);
      zero.intoArray(input, x + port * LANES);
    }
    load(y, s, I_SYN).blend(total, active).intoArray(y, s + I_SYN * LANES);
    return effect;
  }

  private static DoubleVector afterSpikeCurrents(
      GlifPscDynamics dynamics, double[] y, int s, double[] k, int c, VectorMask<Double> active) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int state = s + dynamics.firstCurrent() * LANES;
    int coefficient = c + dynamics.firstCurrentCoefficient() * LANES;
    for (int j = 0; j < dynamics.currents(); j++) {
      DoubleVector asc = load(y, state, j);
      sum = load(k, coefficient + PER_ASC * j * LANES, ASC_MEAN).fma(asc, sum);
      DoubleVector decayed = asc.mul(load(k, coefficient + PER_ASC * j * LANES, ASC_STEP));
      asc.blend(decayed, active).intoArray(y, state + j * LANES);
    }
    load(y, s, ASC_SUM).blend(sum, active).intoArray(y, s + ASC_SUM * LANES);
    return sum;
  }

  private static DoubleVector threshold(
      GlifPscDynamics dynamics, double[] y, int s, double[] k, int c, DoubleVector before, DoubleVector current, VectorMask<Double> active) {
    DoubleVector old = load(y, s, TH_SPIKE);
    DoubleVector spikePart = old.mul(load(k, c, TH_SPIKE_STEP));
    old.blend(spikePart, active).intoArray(y, s + TH_SPIKE * LANES);
    if (!dynamics.adapting()) {
      return spikePart;
    }
    DoubleVector steady = current.div(load(k, c, CONDUCTANCE));
    DoubleVector transientPart = load(k, c, PHI).mul(before.sub(steady));
    DoubleVector level = load(k, c, GAIN).mul(steady);
    DoubleVector oldVoltage = load(y, s, TH_VOLTAGE);
    DoubleVector voltagePart =
        transientPart.fma(load(k, c, P33), level).add(load(k, c, TH_VOLTAGE_STEP).mul(oldVoltage.sub(transientPart).sub(level)));
    oldVoltage.blend(voltagePart, active).intoArray(y, s + TH_VOLTAGE * LANES);
    return spikePart.add(voltagePart);
  }

  private static void reset(
      GlifPscDynamics dynamics, double[] y, int s, double[] k, int c, DoubleVector before, VectorMask<Double> spike) {
    int state = s + dynamics.firstCurrent() * LANES;
    int coefficient = c + dynamics.firstCurrentCoefficient() * LANES;
    for (int j = 0; j < dynamics.currents(); j++) {
      DoubleVector asc = load(y, state, j);
      DoubleVector kept =
          asc.fma(load(k, coefficient + PER_ASC * j * LANES, ASC_KEEP), load(k, coefficient + PER_ASC * j * LANES, ASC_ADD));
      asc.blend(kept, spike).intoArray(y, state + j * LANES);
    }
    load(y, s, REFRACTORY).blend(load(k, c, STEPS), spike).intoArray(y, s + REFRACTORY * LANES);
    DoubleVector potential = load(k, c, RESET);
    if (dynamics.spikeThreshold()) {
      potential = before.fma(load(k, c, RESET_FRACTION), load(k, c, RESET_ADD));
      DoubleVector old = load(y, s, TH_SPIKE);
      DoubleVector raised = old.fma(load(k, c, TH_SPIKE_REFRACTORY), load(k, c, TH_SPIKE_ADD));
      old.blend(raised, spike).intoArray(y, s + TH_SPIKE * LANES);
    }
    load(y, s, U).blend(potential, spike).intoArray(y, s + U * LANES);
  }

  private static DoubleVector load(double[] from, int at, int index) {
    return DoubleVector.fromArray(SPECIES, from, at + index * LANES);
  }
}
