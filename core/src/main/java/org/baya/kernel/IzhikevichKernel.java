package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.Izhikevich.Quadratic.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.neuron.Izhikevich;

/** Vector twin of {@link Izhikevich.Quadratic#step}. */
final class IzhikevichKernel extends BlockwiseKernel {
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
    Izhikevich.Quadratic dynamics = (Izhikevich.Quadratic) slab.dynamics();
    int s = block * dynamics.states() * LANES;
    int c = slab.coefficientOffset()[block];
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      int node = block * LANES + lane;
      if (dynamics.consistent()) {
        consistent(
            slab, s + lane, c + lane, node, input, x + lane, stride, firstStep, steps, spikes);
      } else {
        published(
            slab, s + lane, c + lane, node, input, x + lane, stride, firstStep, steps, spikes);
      }
    }
  }

  private static void consistent(
      Slab slab,
      int s,
      int c,
      int node,
      double[] input,
      int x,
      int stride,
      int firstStep,
      int steps,
      SpikeList spikes) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    DoubleVector linear = DoubleVector.broadcast(SPECIES, LINEAR);
    DoubleVector square = DoubleVector.broadcast(SPECIES, SQUARE);
    DoubleVector h = DoubleVector.fromArray(SPECIES, k, c + H * LANES);
    DoubleVector rate = DoubleVector.fromArray(SPECIES, k, c + RATE * LANES);
    DoubleVector coupling = DoubleVector.fromArray(SPECIES, k, c + COUPLING * LANES);
    DoubleVector floor = DoubleVector.fromArray(SPECIES, k, c + FLOOR * LANES);
    DoubleVector threshold = DoubleVector.fromArray(SPECIES, k, c + THRESHOLD * LANES);
    DoubleVector drive =
        DoubleVector.fromArray(SPECIES, k, c + CURRENT * LANES)
            .add(DoubleVector.fromArray(SPECIES, slab.current(), node));
    DoubleVector v = DoubleVector.fromArray(SPECIES, y, s + V * LANES);
    DoubleVector u = DoubleVector.fromArray(SPECIES, y, s + U * LANES);
    for (int n = 0; n < steps; n++) {
      DoubleVector spiked = DoubleVector.fromArray(SPECIES, input, x + n * stride);
      DoubleVector.zero(SPECIES).intoArray(input, x + n * stride);
      DoubleVector rest = DoubleVector.broadcast(SPECIES, CONSTANT).sub(u).add(drive);
      DoubleVector slope = square.fma(v, linear).fma(v, rest);
      u = rate.fma(coupling.fma(v, u.neg()), u);
      v = h.fma(slope, v).add(spiked);
      v = v.max(floor);
      VectorMask<Double> spike = v.compare(VectorOperators.GE, threshold);
      long bits = spike.toLong();
      if (bits != 0) {
        v = v.blend(DoubleVector.fromArray(SPECIES, k, c + RESET * LANES), spike);
        u = u.blend(u.add(DoubleVector.fromArray(SPECIES, k, c + JUMP * LANES)), spike);
        VectorLanes.addSpikes(bits, firstStep + n, slab.node(), node, spikes);
      }
    }
    v.intoArray(y, s + V * LANES);
    u.intoArray(y, s + U * LANES);
  }

  private static void published(
      Slab slab,
      int s,
      int c,
      int node,
      double[] input,
      int x,
      int stride,
      int firstStep,
      int steps,
      SpikeList spikes) {
    double[] y = slab.state();
    double[] k = slab.coefficients();
    DoubleVector linear = DoubleVector.broadcast(SPECIES, LINEAR);
    DoubleVector square = DoubleVector.broadcast(SPECIES, SQUARE);
    DoubleVector h = DoubleVector.fromArray(SPECIES, k, c + HALF * LANES);
    DoubleVector rate = DoubleVector.fromArray(SPECIES, k, c + RATE * LANES);
    DoubleVector coupling = DoubleVector.fromArray(SPECIES, k, c + COUPLING * LANES);
    DoubleVector floor = DoubleVector.fromArray(SPECIES, k, c + FLOOR * LANES);
    DoubleVector threshold = DoubleVector.fromArray(SPECIES, k, c + THRESHOLD * LANES);
    DoubleVector drive =
        DoubleVector.fromArray(SPECIES, k, c + CURRENT * LANES)
            .add(DoubleVector.fromArray(SPECIES, slab.current(), node));
    DoubleVector v = DoubleVector.fromArray(SPECIES, y, s + V * LANES);
    DoubleVector u = DoubleVector.fromArray(SPECIES, y, s + U * LANES);
    for (int n = 0; n < steps; n++) {
      DoubleVector spiked = DoubleVector.fromArray(SPECIES, input, x + n * stride);
      DoubleVector.zero(SPECIES).intoArray(input, x + n * stride);
      DoubleVector rest = DoubleVector.broadcast(SPECIES, CONSTANT).sub(u).add(drive.add(spiked));
      v = h.fma(square.fma(v, linear).fma(v, rest), v);
      v = h.fma(square.fma(v, linear).fma(v, rest), v);
      u = rate.fma(coupling.fma(v, u.neg()), u);
      v = v.max(floor);
      VectorMask<Double> spike = v.compare(VectorOperators.GE, threshold);
      long bits = spike.toLong();
      if (bits != 0) {
        v = v.blend(DoubleVector.fromArray(SPECIES, k, c + RESET * LANES), spike);
        u = u.blend(u.add(DoubleVector.fromArray(SPECIES, k, c + JUMP * LANES)), spike);
        VectorLanes.addSpikes(bits, firstStep + n, slab.node(), node, spikes);
      }
    }
    v.intoArray(y, s + V * LANES);
    u.intoArray(y, s + U * LANES);
  }
}
