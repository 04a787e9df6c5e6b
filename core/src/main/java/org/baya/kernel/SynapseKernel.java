package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.ode.Synapses.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.Synapses;
import org.baya.model.ode.Workspace;

/** Vector twin of {@link Synapses#derivatives}. */
final class SynapseKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  private SynapseKernel() {}

  /**
   * Derivatives of the synapses of some blocks.
   *
   * @param size distance of two blocks
   * @param at where the first port's variables of the first block are in the workspace
   * @param c its coefficients
   * @param out its derivatives
   */
  static void derivatives(
      Synapses synapses, double[] w, int blocks, int size, int at, int c, int out) {
    int ports = synapses.ports();
    boolean rising = synapses.rising();
    for (int block = 0; block < blocks * size; block += size) {
      for (int lane = block; lane < block + LANES; lane += SPECIES.length()) {
        if (rising) {
          rising(ports, w, at + lane, c + lane, out + lane, lane);
        } else {
          atOnce(ports, w, at + lane, c + lane, out + lane, lane);
        }
      }
    }
  }

  private static void atOnce(
      int ports, double[] w, int at, int c, int out, int lane) {
    DoubleVector pull = DoubleVector.zero(SPECIES);
    DoubleVector leak = DoubleVector.zero(SPECIES);
    for (int port = 0; port < ports; port++) {
      int own = c + port * PER_PORT * LANES;
      DoubleVector g = DoubleVector.fromArray(SPECIES, w, at + port * LANES);
      DoubleVector.fromArray(SPECIES, w, own + DECAY * LANES)
          .mul(g)
          .neg()
          .intoArray(w, out + port * LANES);
      pull = DoubleVector.fromArray(SPECIES, w, own + PULL * LANES).fma(g, pull);
      leak = DoubleVector.fromArray(SPECIES, w, own + LEAK * LANES).fma(g, leak);
    }
    pull.intoArray(w, Workspace.PULL * LANES + lane);
    leak.intoArray(w, Workspace.LEAK * LANES + lane);
  }

  private static void rising(
      int ports, double[] w, int at, int c, int out, int lane) {
    DoubleVector pull = DoubleVector.zero(SPECIES);
    DoubleVector leak = DoubleVector.zero(SPECIES);
    for (int port = 0; port < ports; port++) {
      int own = c + port * PER_PORT * LANES;
      int v = 2 * port * LANES;
      DoubleVector x = DoubleVector.fromArray(SPECIES, w, at + v);
      DoubleVector g = DoubleVector.fromArray(SPECIES, w, at + v + LANES);
      DoubleVector.fromArray(SPECIES, w, own + DECAY * LANES).mul(x).neg().intoArray(w, out + v);
      x.sub(DoubleVector.fromArray(SPECIES, w, own + RISE * LANES).mul(g))
          .intoArray(w, out + v + LANES);
      pull = DoubleVector.fromArray(SPECIES, w, own + PULL * LANES).fma(g, pull);
      leak = DoubleVector.fromArray(SPECIES, w, own + LEAK * LANES).fma(g, leak);
    }
    pull.intoArray(w, Workspace.PULL * LANES + lane);
    leak.intoArray(w, Workspace.LEAK * LANES + lane);
  }
}
