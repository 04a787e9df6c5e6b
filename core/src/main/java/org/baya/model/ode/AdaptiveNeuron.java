package org.baya.model.ode;

import java.util.ArrayList;
import java.util.List;
import org.baya.model.Dynamics;
import org.baya.model.Parameters;
import org.baya.model.Recordable;
import org.baya.model.Routing;
import org.baya.model.TimeGrid;
import org.baya.random.RandomStream;

/**
 * A membrane with synapses, integrated with adaptive step size.
 *
 * <p>State: the variables of the membrane, those of the synapses (all integrated), steps left
 * refractory, the size of the solver's next step, the membrane's memories. Coefficients: those
 * below, the membrane's, the synapses'.
 *
 * <p>A step integrates to its end, then looks at threshold and refractory time, then adds the
 * spikes that arrived.
 */
public record AdaptiveNeuron(Membrane membrane, Synapses synapses) implements Dynamics {
  /** State after the integrated variables. */
  public static final int REFRACTORY = 0;

  public static final int NEXT_STEP = 1;
  public static final int MEMORIES = 2;

  /** Coefficients: resolution [ms], allowed error, also as a share of the change in a step. */
  public static final int RESOLUTION = 0;

  public static final int TOLERANCE = 1;
  public static final int RATE_TOLERANCE = 2;

  /** From this potential on the membrane wants to be looked at after steps. */
  public static final int LEVEL = 3;

  public static final int REFRACTORY_STEPS = 4;

  /** 1 / C_m. */
  public static final int ELASTANCE = 5;

  /** The conductance that a membrane always has, g_L. */
  public static final int LEAK = 6;

  /** The membrane's own coefficients begin here. */
  public static final int OWN = 7;

  /** Number of integrated variables. */
  public int equations() {
    return membrane.variables() + synapses.ports() * synapses.perPort();
  }

  @Override
  public int states() {
    return equations() + MEMORIES + membrane.memories();
  }

  /** Index of the first port's coefficients. */
  public int portCoefficients() {
    return OWN + membrane.coefficients();
  }

  @Override
  public int coefficients() {
    return portCoefficients() + synapses.ports() * Synapses.PER_PORT;
  }

  @Override
  public int slots() {
    return synapses.ports();
  }

  @Override
  public Routing routing() {
    return synapses.routing();
  }

  @Override
  public int scratch() {
    return Workspace.BLOCKS * Workspace.length(this);
  }

  @Override
  public void prepare(Parameters parameters, TimeGrid grid, double[] out) {
    out[RESOLUTION] = grid.resolutionMs();
    membrane.prepare(parameters, grid, out);
    synapses.prepare(parameters, out, portCoefficients());
  }

  @Override
  public void initialise(Parameters parameters, double[] out) {
    out[equations() + NEXT_STEP] = membrane.firstStepMs();
    membrane.initialise(parameters, out, equations() + MEMORIES);
  }

  @Override
  public boolean step(double[] y, int s, double[] k, int c, double[] input, int x, double current) {
    throw new UnsupportedOperationException("an adaptive neuron answers with a number of spikes");
  }

  /**
   * Advances one neuron from time t to t + h; arguments as in {@link #step}.
   *
   * @param random at the first number of this neuron and step, if the membrane draws
   * @param work of {@link #scratch} numbers; its contents do not matter
   * @param o the lane in it
   * @return the number of spikes in the step
   */
  public int spikes(
      double[] y,
      int s,
      double[] k,
      int c,
      double[] input,
      int x,
      double current,
      RandomStream random,
      double[] work,
      int o) {
    double before = y[s];
    int m = s + equations() * LANES;
    int spikes = RungeKuttaFehlberg.advance(this, y, s, k, c, current, work, o);
    if (membrane.settle(y, s, m, k, c, before, current, random)) {
      spikes++;
    }
    int jump = c + (portCoefficients() + Synapses.JUMP) * LANES;
    int port = s + membrane.variables() * LANES;
    int perPort = synapses.perPort() * LANES;
    for (int i = 0; i < synapses.ports(); i++) {
      double arrived = input[x + i * LANES];
      if (arrived != 0) {
        y[port + i * perPort] =
            Math.fma(k[jump + i * Synapses.PER_PORT * LANES], arrived, y[port + i * perPort]);
      }
    }
    return spikes;
  }

  @Override
  public List<Recordable> recordables() {
    List<Recordable> all = new ArrayList<>(membrane.recordables(equations() + MEMORIES));
    all.addAll(synapses.recordables(membrane.variables()));
    return all;
  }
}
