package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.ode.Synapses.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.Synapses;
import org.baya.model.ode.Workspace;

/** Vector twin of {@link Synapses#derivatives}, and of the arrival of spikes. */
final class SynapseKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  private SynapseKernel() {}

  /** Arguments as in {@link Synapses#derivatives}, for lane 0. */
  static void derivatives(
      Synapses synapses, double[] y, int at, double[] k, int c, double[] w, int out) {
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      if (synapses.rising()) {
        rising(synapses.ports(), y, at + lane, k, c + lane, w, out + lane, lane);
      } else {
        atOnce(synapses.ports(), y, at + lane, k, c + lane, w, out + lane, lane);
      }
    }
  }

  private static void atOnce(
      int ports, double[] y, int at, double[] k, int c, double[] w, int out, int lane) {
    DoubleVector pull = DoubleVector.zero(SPECIES);
    DoubleVector leak = DoubleVector.zero(SPECIES);
    for (int port = 0; port < ports; port++) {
      int own = c + port * PER_PORT * LANES;
      DoubleVector g = DoubleVector.fromArray(SPECIES, y, at + port * LANES);
      DoubleVector.fromArray(SPECIES, k, own + DECAY * LANES)
          .mul(g)
          .neg()
          .intoArray(w, out + port * LANES);
      pull = DoubleVector.fromArray(SPECIES, k, own + PULL * LANES).fma(g, pull);
      leak = DoubleVector.fromArray(SPECIES, k, own + LEAK * LANES).fma(g, leak);
    }
    pull.intoArray(w, Workspace.PULL * LANES + lane);
    leak.intoArray(w, Workspace.LEAK * LANES + lane);
  }

  private static void rising(
      int ports, double[] y, int at, double[] k, int c, double[] w, int out, int lane) {
    DoubleVector pull = DoubleVector.zero(SPECIES);
    DoubleVector leak = DoubleVector.zero(SPECIES);
    for (int port = 0; port < ports; port++) {
      int own = c + port * PER_PORT * LANES;
      int v = 2 * port * LANES;
      DoubleVector x = DoubleVector.fromArray(SPECIES, y, at + v);
      DoubleVector g = DoubleVector.fromArray(SPECIES, y, at + v + LANES);
      DoubleVector.fromArray(SPECIES, k, own + DECAY * LANES).mul(x).neg().intoArray(w, out + v);
      x.sub(DoubleVector.fromArray(SPECIES, k, own + RISE * LANES).mul(g))
          .intoArray(w, out + v + LANES);
      pull = DoubleVector.fromArray(SPECIES, k, own + PULL * LANES).fma(g, pull);
      leak = DoubleVector.fromArray(SPECIES, k, own + LEAK * LANES).fma(g, leak);
    }
    pull.intoArray(w, Workspace.PULL * LANES + lane);
    leak.intoArray(w, Workspace.LEAK * LANES + lane);
  }

  /** Adds arrived weights to the synapses' variables and clears them. */
  static void receive(
      Synapses synapses, double[] y, int at, double[] k, int c, double[] input, int x) {
    int perPort = synapses.perPort() * LANES;
    for (int port = 0; port < synapses.ports(); port++) {
      for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
        int target = at + port * perPort + lane;
        int from = x + port * LANES + lane;
        DoubleVector.fromArray(SPECIES, k, c + (port * PER_PORT + JUMP) * LANES + lane)
            .fma(
                DoubleVector.fromArray(SPECIES, input, from),
                DoubleVector.fromArray(SPECIES, y, target))
            .intoArray(y, target);
        DoubleVector.zero(SPECIES).intoArray(input, from);
      }
    }
  }
}
