package org.baya.model.neuron;

import static org.baya.model.Parameter.scalar;

import java.util.ArrayList;
import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Recordable;
import org.baya.model.Routing;
import org.baya.model.ode.Synapses;

/**
 * An excitatory and an inhibitory response, chosen by the sign of the weight.
 *
 * @param shape course of the response to a spike
 * @param effect what responds
 */
record PairedSynapses(Shape shape, Effect effect) implements Synapses {

  /** Courses of a response whose peak is the weight. */
  enum Shape {
    /** exp(-t / tau_syn). */
    EXP,
    /** (e / tau_syn) t exp(-t / tau_syn). */
    ALPHA,
    /** exp(-t / tau_decay) - exp(-t / tau_rise), scaled. */
    BETA
  }

  /** What responds. */
  enum Effect {
    /** A conductance; both are positive. */
    CONDUCTANCE,
    /** A current; the inhibitory one is stored as a positive number and subtracted. */
    CURRENT,
    /** A current; the inhibitory one is negative. */
    SIGNED_CURRENT
  }

  private static final Range TIME = Range.POSITIVE;
  private static final List<String> SIDES = List.of("ex", "in");
  private static final List<String> WORDS = List.of("excitatory", "inhibitory");

  /** Time constants of exponential or alpha-shaped responses [ms]. */
  static List<Parameter> times(double ex, double in) {
    return List.of(time("tau_syn", 0, ex), time("tau_syn", 1, in));
  }

  /** Time constants of beta-shaped responses [ms]. */
  static List<Parameter> betaTimes(double ex, double in) {
    return List.of(
        time("tau_rise", 0, ex),
        time("tau_decay", 0, ex),
        time("tau_rise", 1, in),
        time("tau_decay", 1, in));
  }

  /** Reversal potentials [mV]. */
  static List<Parameter> reversals(double ex, double in) {
    return List.of(reversal(0, ex), reversal(1, in));
  }

  private static Parameter time(String name, int side, double standard) {
    String what =
        switch (name) {
          case "tau_rise" -> "rise of ";
          case "tau_decay" -> "decay of ";
          default -> "time constant of ";
        };
    return scalar(
        name + "_" + SIDES.get(side), "ms", standard, TIME, what + WORDS.get(side) + " synapses");
  }

  private static Parameter reversal(int side, double standard) {
    return scalar(
        "E_" + SIDES.get(side),
        "mV",
        standard,
        Range.FINITE,
        "reversal potential of " + WORDS.get(side) + " synapses");
  }

  @Override
  public int ports() {
    return 2;
  }

  @Override
  public boolean rising() {
    return shape != Shape.EXP;
  }

  @Override
  public boolean conductances() {
    return effect == Effect.CONDUCTANCE;
  }

  @Override
  public Routing routing() {
    return Routing.BY_SIGN;
  }

  @Override
  public void prepare(Parameters p, double[] out, int at) {
    for (int side = 0; side < 2; side++) {
      int own = at + side * PER_PORT;
      boolean beta = shape == Shape.BETA;
      double decay = p.value(time(beta ? "tau_decay" : "tau_syn", side, 0));
      double rise = beta ? p.value(time("tau_rise", side, 0)) : decay;
      out[own + DECAY] = 1 / decay;
      out[own + RISE] = 1 / rise;
      double peak = rising() ? BetaShape.jump(rise, decay) : 1;
      boolean flipped = side == 1 && effect != Effect.SIGNED_CURRENT;
      out[own + JUMP] = flipped ? -peak : peak;
      boolean conductance = effect == Effect.CONDUCTANCE;
      out[own + PULL] = conductance ? p.value(reversal(side, 0)) : flipped ? -1 : 1;
    }
  }

  @Override
  public List<Recordable> recordables(int first) {
    List<Recordable> all = new ArrayList<>();
    boolean conductance = effect == Effect.CONDUCTANCE;
    for (int side = 0; side < 2; side++) {
      all.add(
          Recordable.stored(
              (conductance ? "g_" : "I_syn_") + SIDES.get(side),
              conductance ? "nS" : "pA",
              WORDS.get(side) + (conductance ? " conductance" : " synaptic current"),
              first + (side + 1) * perPort() - 1));
    }
    return all;
  }
}
