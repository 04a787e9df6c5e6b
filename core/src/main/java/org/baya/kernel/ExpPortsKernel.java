package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.ExpPorts.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.neuron.ExpPorts;

/** Vector twin of {@link ExpPorts#step}, with scratch memory as in {@link AlphaPortsKernel}. */
final class ExpPortsKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  private ExpPortsKernel() {}

  /** Advances all ports of a block; arguments as in {@link AlphaPortsKernel#advance}. */
  static void advance(
      int ports,
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
      int port = 0;
      if (ports % 2 == 1) {
        advanceFirst(y, s + lane, k, c + lane, input, x + lane, stride, steps, scratch, lane);
        port = 1;
      }
      for (; port < ports; port += 2) {
        advancePair(
            y,
            s + port * LANES + lane,
            k,
            c + COEFFICIENTS * port * LANES + lane,
            input,
            x + port * LANES + lane,
            stride,
            steps,
            scratch,
            lane,
            port > 0);
      }
    }
  }

  /** The first port alone; begins the sums. */
  private static void advanceFirst(
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
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector p11 = DoubleVector.fromArray(SPECIES, k, c + P11 * LANES);
    DoubleVector p21 = DoubleVector.fromArray(SPECIES, k, c + P21 * LANES);
    DoubleVector syn = DoubleVector.fromArray(SPECIES, y, s);
    for (int n = 0; n < steps; n++) {
      int at = 2 * n * LANES + lane;
      p21.fma(syn, zero).intoArray(scratch, at);
      zero.add(syn).intoArray(scratch, at + LANES);
      syn = p11.fma(syn, DoubleVector.fromArray(SPECIES, input, x + n * stride));
      zero.intoArray(input, x + n * stride);
    }
    syn.intoArray(y, s);
  }

  /** Two ports at once: half the traffic to the scratch memory. */
  private static void advancePair(
      double[] y,
      int s,
      double[] k,
      int c,
      double[] input,
      int x,
      int stride,
      int steps,
      double[] scratch,
      int lane,
      boolean continues) {
    int cB = c + COEFFICIENTS * LANES;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector p11 = DoubleVector.fromArray(SPECIES, k, c + P11 * LANES);
    DoubleVector p21 = DoubleVector.fromArray(SPECIES, k, c + P21 * LANES);
    DoubleVector p11B = DoubleVector.fromArray(SPECIES, k, cB + P11 * LANES);
    DoubleVector p21B = DoubleVector.fromArray(SPECIES, k, cB + P21 * LANES);
    DoubleVector syn = DoubleVector.fromArray(SPECIES, y, s);
    DoubleVector synB = DoubleVector.fromArray(SPECIES, y, s + LANES);
    for (int n = 0; n < steps; n++) {
      int at = 2 * n * LANES + lane;
      int in = x + n * stride;
      DoubleVector effect = zero;
      DoubleVector total = zero;
      if (continues) {
        effect = DoubleVector.fromArray(SPECIES, scratch, at);
        total = DoubleVector.fromArray(SPECIES, scratch, at + LANES);
      }
      p21B.fma(synB, p21.fma(syn, effect)).intoArray(scratch, at);
      total.add(syn).add(synB).intoArray(scratch, at + LANES);
      syn = p11.fma(syn, DoubleVector.fromArray(SPECIES, input, in));
      synB = p11B.fma(synB, DoubleVector.fromArray(SPECIES, input, in + LANES));
      zero.intoArray(input, in);
      zero.intoArray(input, in + LANES);
    }
    syn.intoArray(y, s);
    synB.intoArray(y, s + LANES);
  }
}
