package org.baya.model.neuron;

import static org.baya.model.Parameter.scalar;
import static org.baya.model.Parameter.vector;
import static org.baya.model.neuron.ExactMembrane.REFRACTORY;
import static org.baya.model.neuron.ExactMembrane.THRESHOLD;

import java.util.ArrayList;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.model.Dynamics;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Recordable;
import org.baya.model.Routing;
import org.baya.model.TimeGrid;

/**
 * A {@link ExactMembrane} driven by synaptic currents of one shape on any number of ports: the
 * dynamics of iaf_psc_exp, iaf_psc_alpha and their multisynapse forms.
 *
 * <p>State: membrane, ports, and where it can be recorded the sum of the currents ({@link #sum}).
 * Coefficients: membrane, ports.
 *
 * @param shape of the currents
 * @param ports at least 1
 * @param bySign whether there are two ports, ex and in, chosen by the sign of the weight
 */
public record ExactNeuron(Shape shape, int ports, boolean bySign) implements Dynamics {
  /** Shapes of synaptic currents. */
  public enum Shape {
    /** {@link ExpPorts}. */
    EXPONENTIAL,
    /** {@link AlphaPorts}. */
    ALPHA
  }

  /** There is no state variable for the sum of the currents. */
  public static final int NO_SUM = -1;

  public static final int PORTS_AT = ExactMembrane.STATES;
  public static final int PORT_COEFFICIENTS_AT = ExactMembrane.COEFFICIENTS;

  static final Parameter TAU_SYN_EX =
      scalar("tau_syn_ex", "ms", 2, Range.POSITIVE, "time constant of excitatory currents");
  static final Parameter TAU_SYN_IN =
      scalar("tau_syn_in", "ms", 2, Range.POSITIVE, "time constant of inhibitory currents");
  static final Parameter TAU_SYN =
      vector(
          "tau_syn",
          "ms",
          List.of(2.0),
          Range.POSITIVE,
          "time constants of the synaptic currents, one per port");

  /** Currents on two ports, ex and in. */
  static ExactNeuron bySign(Parameters p, Shape shape) {
    ExactMembrane.requireResetBelowThreshold(p);
    return new ExactNeuron(shape, 2, true);
  }

  /** Currents on as many ports as tau_syn has elements. */
  static ExactNeuron byPort(Parameters p, Shape shape) {
    ExactMembrane.requireResetBelowThreshold(p);
    if (p.vector(TAU_SYN).length == 0) {
      throw new InvalidInputException("tau_syn is empty; it needs one element per port");
    }
    return new ExactNeuron(shape, p.vector(TAU_SYN).length, false);
  }

  private int portStates() {
    return shape == Shape.ALPHA ? AlphaPorts.STATES : ExpPorts.STATES;
  }

  private int portCoefficients() {
    return shape == Shape.ALPHA ? AlphaPorts.COEFFICIENTS : ExpPorts.COEFFICIENTS;
  }

  @Override
  public int states() {
    return PORTS_AT + ports * portStates() + (bySign ? 0 : 1);
  }

  /**
   * State variable that holds the sum of the currents at the beginning of the last step that was
   * not refractory, or {@link #NO_SUM}: neurons with two ports do not offer it, and what is stored
   * for each neuron is read and written in every step.
   */
  public int sum() {
    return bySign ? NO_SUM : PORTS_AT + ports * portStates();
  }

  @Override
  public int coefficients() {
    return PORT_COEFFICIENTS_AT + ports * portCoefficients();
  }

  @Override
  public int slots() {
    return ports;
  }

  @Override
  public int filteredCurrents() {
    return bySign && shape == Shape.EXPONENTIAL ? 1 : 0;
  }

  /** So that the synaptic current follows a constant current I as dI_syn/dt = (I - I_syn) / tau. */
  @Override
  public double filterGain(int r, double[] coefficients, int c) {
    int port = PORT_COEFFICIENTS_AT + (r - 1) * portCoefficients();
    return 1 - coefficients[c + (port + ExpPorts.P11) * LANES];
  }

  @Override
  public Routing routing() {
    return bySign ? Routing.BY_SIGN : Routing.BY_PORT;
  }

  @Override
  public void prepare(Parameters p, TimeGrid grid, double[] out) {
    // The models with exponential currents have no V_min.
    boolean floored = shape == Shape.ALPHA;
    ExactMembrane.prepare(
        p, floored ? p.value(ExactMembrane.V_MIN) : Double.NEGATIVE_INFINITY, grid, out);
    double h = grid.resolutionMs();
    double tauM = p.value(ExactMembrane.TAU_M);
    double capacitance = p.value(ExactMembrane.C_M);
    double[] tauSyn =
        bySign ? new double[] {p.value(TAU_SYN_EX), p.value(TAU_SYN_IN)} : p.vector(TAU_SYN);
    for (int port = 0; port < ports; port++) {
      int k = PORT_COEFFICIENTS_AT + port * portCoefficients();
      if (shape == Shape.ALPHA) {
        AlphaPorts.prepare(tauSyn[port], 1, tauM, capacitance, h, out, k);
      } else {
        ExpPorts.prepare(tauSyn[port], tauM, capacitance, h, out, k);
      }
    }
  }

  @Override
  public void initialise(Parameters p, double[] out) {
    ExactMembrane.initialise(p, out);
  }

  @Override
  public boolean step(double[] y, int s, double[] k, int c, double[] input, int x, double current) {
    double v = integrate(y, s, k, c, input, x, current);
    return ExactMembrane.settle(y, s, k, c, v, v >= k[c + THRESHOLD * LANES]);
  }

  /** Advances ports and membrane up to the threshold; returns the potential. */
  double integrate(double[] y, int s, double[] k, int c, double[] input, int x, double current) {
    int firstPort = s + PORTS_AT * LANES;
    int own = c + PORT_COEFFICIENTS_AT * LANES;
    boolean alpha = shape == Shape.ALPHA;
    if (!bySign && y[s + REFRACTORY * LANES] <= 0) {
      y[s + sum() * LANES] =
          alpha ? AlphaPorts.total(ports, 1, y, firstPort) : ExpPorts.total(ports, y, firstPort);
    }
    double effect =
        alpha
            ? AlphaPorts.step(ports, 1, 0, y, firstPort, k, own, input, x)
            : ExpPorts.step(ports, y, firstPort, k, own, input, x);
    return ExactMembrane.integrate(y, s, k, c, effect, current);
  }

  @Override
  public List<Recordable> recordables() {
    List<Recordable> all = new ArrayList<>();
    all.add(ExactMembrane.POTENTIAL);
    if (bySign) {
      all.add(current(0, "I_syn_ex", "excitatory synaptic current"));
      all.add(current(1, "I_syn_in", "inhibitory synaptic current"));
      return all;
    }
    all.add(
        Recordable.stored(
            "I_syn",
            "pA",
            "sum of the synaptic currents at the beginning of the last step that was not refractory",
            sum()));
    for (int port = 0; port < ports; port++) {
      all.add(current(port, "I_syn_" + (port + 1), "synaptic current of port " + (port + 1)));
    }
    return all;
  }

  private Recordable current(int port, String name, String meaning) {
    int syn = shape == Shape.ALPHA ? AlphaPorts.SYN : ExpPorts.SYN;
    return Recordable.stored(name, "pA", meaning, PORTS_AT + port * portStates() + syn);
  }
}
