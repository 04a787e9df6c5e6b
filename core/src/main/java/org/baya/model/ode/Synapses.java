package org.baya.model.ode;

import java.util.List;
import org.baya.model.Parameters;
import org.baya.model.Recordable;
import org.baya.model.Routing;

/**
 * Conductances or currents that decay, on some ports. Each port has the variable g or, if it rises,
 * x and g:
 *
 * <pre>
 *   at once:  dg/dt = -decay g                                 a spike adds jump to g
 *   rising:   dx/dt = -decay x,   dg/dt = x - rise g           a spike adds jump to x
 *   conductances:  current into the membrane = sum over ports of g (pull - V_m)
 *   currents:      current into the membrane = sum over ports of g pull
 * </pre>
 *
 * <p>The pull of a conductance is its reversal potential, that of a current 1 or -1.
 */
public interface Synapses {
  /** Coefficients per port. */
  int DECAY = 0;

  int RISE = 1;
  int JUMP = 2;
  int PULL = 3;
  int PER_PORT = 4;

  /** Number of ports. */
  int ports();

  /** Whether the response rises. */
  boolean rising();

  /** Whether g is a conductance. */
  boolean conductances();

  /** How receptors and weights map to ports. */
  Routing routing();

  /** Computes the coefficients of all ports from index {@code at} on. */
  void prepare(Parameters parameters, double[] out, int at);

  /** What can be recorded; the first port's variables begin at index {@code first}. */
  List<Recordable> recordables(int first);

  /** Variables per port. */
  default int perPort() {
    return rising() ? 2 : 1;
  }
}
