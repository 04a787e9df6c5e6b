package org.baya.model.neuron;

import static org.baya.model.Parameter.vector;

import java.util.ArrayList;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Recordable;
import org.baya.model.Routing;
import org.baya.model.ode.Synapses;

/**
 * Rising conductances on any number of ports.
 *
 * @param ports number of ports, at least 1
 * @param beta whether rise and decay differ (beta function) or are one (alpha function)
 */
record PortSynapses(int ports, boolean beta) implements Synapses {
  private static final String E_REV = "E_rev";
  private static final String TAU_RISE = "tau_rise";
  private static final String TAU_DECAY = "tau_decay";
  private static final String TAU_SYN = "tau_syn";

  /** Parameters of alpha-shaped conductances. */
  static List<Parameter> alpha(List<Double> tauSyn, List<Double> reversals) {
    return List.of(times(TAU_SYN, tauSyn, "rise times"), reversals(reversals));
  }

  /** Parameters of beta-shaped conductances. */
  static List<Parameter> beta(List<Double> rise, List<Double> decay, List<Double> reversals) {
    return List.of(
        times(TAU_RISE, rise, "rise times"),
        times(TAU_DECAY, decay, "decay times"),
        reversals(reversals));
  }

  private static Parameter times(String name, List<Double> standard, String meaning) {
    return vector(
        name,
        "ms",
        standard,
        Range.POSITIVE,
        meaning + " of the synaptic conductances, one per port");
  }

  private static Parameter reversals(List<Double> standard) {
    return vector(E_REV, "mV", standard, Range.FINITE, "reversal potentials, one per port");
  }

  /** The synapses for these parameters. */
  static PortSynapses of(Parameters p, boolean beta) {
    int ports = values(p, E_REV).length;
    if (ports == 0) {
      throw new InvalidInputException("E_rev is empty; it needs one element per port");
    }
    for (String name : beta ? List.of(TAU_RISE, TAU_DECAY) : List.of(TAU_SYN)) {
      int length = values(p, name).length;
      if (length != ports) {
        throw new InvalidInputException(
            name + " has " + length + " elements; E_rev has " + ports + ": all need one per port");
      }
    }
    return new PortSynapses(ports, beta);
  }

  private static double[] values(Parameters p, String name) {
    return p.vector(times(name, List.of(), ""));
  }

  @Override
  public boolean rising() {
    return true;
  }

  @Override
  public boolean conductances() {
    return true;
  }

  @Override
  public Routing routing() {
    return Routing.BY_PORT;
  }

  @Override
  public void prepare(Parameters p, double[] out, int at) {
    for (int port = 0; port < ports; port++) {
      int own = at + port * PER_PORT;
      double rise = values(p, beta ? TAU_RISE : TAU_SYN)[port];
      double decay = beta ? values(p, TAU_DECAY)[port] : rise;
      out[own + DECAY] = 1 / decay;
      out[own + RISE] = 1 / rise;
      out[own + JUMP] = BetaShape.jump(rise, decay);
      out[own + PULL] = values(p, E_REV)[port];
    }
  }

  @Override
  public List<Recordable> recordables(int first) {
    List<Recordable> all = new ArrayList<>();
    for (int port = 1; port <= ports; port++) {
      all.add(
          Recordable.stored(
              "g_" + port, "nS", "conductance of port " + port, first + port * perPort() - 1));
    }
    return all;
  }
}
