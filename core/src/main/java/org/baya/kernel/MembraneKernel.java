package org.baya.kernel;

import org.baya.model.neuron.AdaptiveExponentialMembrane;
import org.baya.model.neuron.HodgkinHuxleyMembrane;
import org.baya.model.neuron.LeakyMembrane;
import org.baya.model.ode.Membrane;

/** Advances the membranes of some blocks by a step of the solver. */
interface MembraneKernel {

  /**
   * Tries a step, after the synapses have left their effects at all stages and their largest error;
   * leaves the worst error of all.
   *
   * @param size distance of two blocks
   * @param s where the variables of the first block are in the workspace
   * @param c its coefficients
   * @param y where its variables will be after the step; the sizes of their errors go to {@code y +
   *     d}, their derivatives begin at {@code y + 2 d}
   * @param d number of equations times lanes
   * @param slopes distance of the slopes of two stages
   */
  void attempt(double[] w, int blocks, int size, int s, int c, int y, int d, int slopes);

  /** Whether there is one for this membrane. */
  static boolean serves(Membrane membrane) {
    return membrane instanceof LeakyMembrane
        || membrane instanceof AdaptiveExponentialMembrane
        || membrane instanceof HodgkinHuxleyMembrane;
  }

  /** The kernel of a membrane that is served. */
  static MembraneKernel of(Membrane membrane) {
    return switch (membrane) {
      case AdaptiveExponentialMembrane ignored -> AdaptiveExponentialKernel.INSTANCE;
      case HodgkinHuxleyMembrane hodgkin -> HodgkinHuxleyKernel.of(hodgkin.gating());
      default -> LeakyKernel.INSTANCE;
    };
  }
}
