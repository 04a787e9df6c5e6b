package org.baya.kernel;

import org.baya.model.neuron.AdaptiveExponentialMembrane;
import org.baya.model.neuron.HodgkinHuxleyMembrane;
import org.baya.model.neuron.LeakyMembrane;
import org.baya.model.ode.Membrane;

/** Vector twin of {@link Membrane#derivatives}. */
interface MembraneKernel {

  /** Arguments as there, for lane 0 of the block. */
  void derivatives(double[] y, int at, double[] k, int c, double[] w, int out);

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
