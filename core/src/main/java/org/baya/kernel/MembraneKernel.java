package org.baya.kernel;

import org.baya.model.neuron.AdaptiveExponentialMembrane;
import org.baya.model.neuron.HodgkinHuxleyMembrane;
import org.baya.model.neuron.LeakyMembrane;
import org.baya.model.ode.Membrane;

/** Vector twin of {@link Membrane#derivatives}. */
interface MembraneKernel {

  /**
   * Derivatives of the membranes of some blocks.
   *
   * @param size distance of two blocks
   * @param at where the variables of the first block are in the workspace
   * @param c its coefficients
   * @param stage from 1; 7 is after the step
   * @param out its derivatives
   */
  void derivatives(double[] w, int blocks, int size, int at, int c, int stage, int out);

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
