package org.baya.kernel;

import java.util.List;
import org.baya.compiled.Slab;
import org.baya.model.Dynamics;
import org.baya.model.Parameters;
import org.baya.model.Routing;
import org.baya.model.TimeGrid;
import org.baya.model.ode.AdaptiveNeuron;

/**
 * Slabs for tests: one coefficient set per block, padding lanes repeat the last neuron, all state
 * is stored.
 */
public final class TestSlab {
  private static final int LANES = Dynamics.LANES;

  private static final long SEED = 5;

  private TestSlab() {}

  /** A slab of neurons with these parameters; neuron i is node i. */
  public static Slab of(Dynamics dynamics, List<Parameters> neurons, TimeGrid grid) {
    return of(dynamics, neurons, grid, 0);
  }

  /** A slab of neurons with these parameters; neuron i is node {@code firstNode + i}. */
  public static Slab of(Dynamics dynamics, List<Parameters> neurons, TimeGrid grid, int firstNode) {
    int blocks = (neurons.size() + LANES - 1) / LANES;
    double[] state = new double[blocks * dynamics.states() * LANES];
    double[] coefficients = new double[blocks * dynamics.coefficients() * LANES];
    int[] offsets = new int[blocks];
    int[] node = new int[blocks * LANES];
    for (int lane = 0; lane < node.length; lane++) {
      int block = lane / LANES;
      Parameters parameters = neurons.get(Math.min(lane, neurons.size() - 1));
      offsets[block] = block * dynamics.coefficients() * LANES;
      node[lane] = lane < neurons.size() ? firstNode + lane : -1;
      double[] values = new double[dynamics.coefficients()];
      dynamics.prepare(parameters, grid, values);
      spread(values, coefficients, offsets[block] + lane % LANES);
      double[] initial = new double[dynamics.states()];
      dynamics.initialise(parameters, initial);
      spread(initial, state, block * dynamics.states() * LANES + lane % LANES);
    }
    Slab slab = new Slab(dynamics, 0, state, coefficients, offsets, node, SEED);
    slab.keepSums();
    return slab;
  }

  private static void spread(double[] values, double[] interleaved, int at) {
    for (int i = 0; i < values.length; i++) {
      interleaved[at + i * LANES] = values[i];
    }
  }

  /**
   * {@code value} as it can arrive at a slot: the second slot of a pair gets the negative weights,
   * conductances must not be negative and are smaller in nS than currents in pA.
   *
   * @param i input slot of the slab
   */
  public static double arrived(Dynamics dynamics, int i, double value) {
    double scaled = dynamics instanceof AdaptiveNeuron ? Math.abs(value) / 2 : value;
    if (dynamics.routing() == Routing.BY_SIGN) {
      return i / LANES % dynamics.slots() == 0 ? Math.abs(scaled) : -Math.abs(scaled);
    }
    return scaled;
  }

  /** The state variables of one lane. */
  public static double[] state(Slab slab, int lane) {
    double[] values = new double[slab.dynamics().states()];
    for (int i = 0; i < values.length; i++) {
      values[i] = slab.state()[slab.stateIndex(lane) + i * LANES];
    }
    return values;
  }
}
