package org.baya.model.neuron;

import java.util.List;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.PointProcess;
import org.baya.model.Recordable;
import org.baya.model.Routing;
import org.baya.model.TimeGrid;
import org.baya.random.RandomStream;

/**
 * Repeats every spike that it receives.
 *
 * <pre>
 *   spikes sent in a step = spikes that arrive in it on receptor 0
 * </pre>
 *
 * <p>A spike that arrives at time t is sent at t; several that arrive in one step are sent as
 * several. Weights are ignored, also a weight of 0. With it, one Poisson generator gives many
 * neurons one common train, and stimulators act through plastic synapses.
 *
 * <p>Plastic synapses onto it learn as usual, but of what they transmit only that they do counts: a
 * spike that bernoulli_synapse or quantal_stp_synapse loses is not repeated.
 *
 * <p>Receptors: 0 repeats; 1 takes spikes and drops them, for synapses that need a postsynaptic
 * partner but must not make it fire. Currents are ignored.
 *
 * <p>Differences from NEST: no precise times inside a step; currents are not refused.
 */
public final class ParrotNeuron implements NeuronModel {

  @Override
  public String name() {
    return "parrot_neuron";
  }

  @Override
  public String summary() {
    return "repeats the spikes it receives";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public Dynamics dynamics(Parameters parameters) {
    return new Repeat();
  }

  /** Without state. */
  public record Repeat() implements PointProcess {
    @Override
    public int states() {
      return 0;
    }

    @Override
    public int coefficients() {
      return 0;
    }

    @Override
    public int slots() {
      return 2;
    }

    @Override
    public Routing routing() {
      return Routing.COUNTED;
    }

    @Override
    public void prepare(Parameters parameters, TimeGrid grid, double[] out) {}

    @Override
    public void initialise(Parameters parameters, double[] out) {}

    @Override
    public int spikes(
        double[] state,
        int s,
        double[] coefficients,
        int c,
        double[] input,
        int x,
        double current,
        RandomStream random) {
      return (int) input[x];
    }

    @Override
    public List<Recordable> recordables() {
      return List.of();
    }
  }
}
