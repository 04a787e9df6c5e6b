package org.baya.model.neuron;

import java.util.List;
import org.baya.model.Dynamics;
import org.baya.model.Parameters;
import org.baya.model.PointProcess;
import org.baya.model.Recordable;
import org.baya.model.Routing;
import org.baya.model.TimeGrid;
import org.baya.model.ode.Exp;
import org.baya.random.RandomStream;

/**
 * A {@link ExactNeuron} that spikes at a rate which grows exponentially with its potential.
 *
 * <p>State: that of the neuron. Coefficients: those of the neuron, then two of its own.
 *
 * @param neuron what happens below threshold
 */
public record EscapeNoise(ExactNeuron neuron) implements PointProcess {
  private static final double SECONDS_PER_MS = 1e-3;

  /** Own coefficients: probability of a spike in a step at the threshold, 1 / delta. */
  public static final int AT_THRESHOLD = 0;

  public static final int STEEPNESS = 1;

  @Override
  public int states() {
    return neuron.states();
  }

  @Override
  public int coefficients() {
    return neuron.coefficients() + 2;
  }

  @Override
  public int slots() {
    return neuron.slots();
  }

  @Override
  public int filteredCurrents() {
    return neuron.filteredCurrents();
  }

  @Override
  public double filterGain(int r, double[] coefficients, int c) {
    return neuron.filterGain(r, coefficients, c);
  }

  @Override
  public Routing routing() {
    return neuron.routing();
  }

  @Override
  public void prepare(Parameters p, TimeGrid grid, double[] out) {
    neuron.prepare(p, grid, out);
    int own = neuron.coefficients();
    out[own + AT_THRESHOLD] = p.value(IafPscExp.RHO) * grid.resolutionMs() * SECONDS_PER_MS;
    out[own + STEEPNESS] = 1 / p.value(IafPscExp.DELTA);
  }

  @Override
  public void initialise(Parameters p, double[] out) {
    neuron.initialise(p, out);
  }

  @Override
  public int spikes(
      double[] y,
      int s,
      double[] k,
      int c,
      double[] input,
      int x,
      double current,
      RandomStream random) {
    double v = neuron.integrate(y, s, k, c, input, x, current);
    int own = c + neuron.coefficients() * Dynamics.LANES;
    double above = v - k[c + ExactMembrane.THRESHOLD * Dynamics.LANES];
    double probability =
        k[own + AT_THRESHOLD * Dynamics.LANES]
            * Exp.of(above * k[own + STEEPNESS * Dynamics.LANES]);
    boolean spike = Chance.of(probability, random);
    return ExactMembrane.settle(y, s, k, c, v, spike) ? 1 : 0;
  }

  @Override
  public List<Recordable> recordables() {
    return neuron.recordables();
  }
}
