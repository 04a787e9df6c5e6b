package org.baya.model.ode;

import java.util.List;
import org.baya.model.Parameters;
import org.baya.model.Recordable;
import org.baya.model.TimeGrid;
import org.baya.random.RandomStream;

/**
 * The equations of a membrane: potential, what else changes with it, threshold and reset. Its first
 * variable is the potential V_m. Implementations are records without mutable state.
 *
 * <p>Variables, coefficients and workspace are laid out as {@link org.baya.model.Dynamics} says;
 * coefficients begin at {@link AdaptiveNeuron#OWN}, what a spike leaves behind (memories) at {@link
 * AdaptiveNeuron#MEMORIES} after the integrated variables.
 */
public interface Membrane {

  /** Number of integrated variables. */
  int variables();

  /** Number of state variables that only spikes and ends of steps change. */
  default int memories() {
    return 0;
  }

  /** Number of own coefficients. */
  int coefficients();

  /** Size of the very first step that the solver tries [ms]. */
  default double firstStepMs() {
    return Double.MAX_VALUE;
  }

  /**
   * Whether errors are also judged against the change in the step, with {@link
   * AdaptiveNeuron#RATE_TOLERANCE}.
   */
  default boolean judgedByRates() {
    return false;
  }

  /** Whether {@link #drive} changes from step to step under constant stimulation. */
  default boolean drivesItself() {
    return false;
  }

  /**
   * What drives the membrane and is constant during a simulation step: stimulation and constant
   * current, what comes from its memories [pA].
   *
   * @param m where the state after the integrated variables begins
   */
  double drive(double[] state, int m, double[] k, int c, double current);

  /** Whether {@link #settleWithin} has anything to do. */
  default boolean resetsWithinSteps() {
    return false;
  }

  /**
   * Computes own coefficients, the tolerances, {@link AdaptiveNeuron#LEVEL}, {@link
   * AdaptiveNeuron#REFRACTORY_STEPS}, {@link AdaptiveNeuron#ELASTANCE} and {@link
   * AdaptiveNeuron#LEAK}.
   */
  void prepare(Parameters parameters, TimeGrid grid, double[] out);

  /**
   * Sets the initial variables and memories.
   *
   * @param memories index of the first memory
   */
  void initialise(Parameters parameters, double[] out, int memories);

  /**
   * The derivatives of the variables at {@code y[at + i * LANES]} into {@code work[out + i *
   * LANES]}; {@code work} holds {@link Workspace#PULL}, {@link Workspace#SLOPE} and {@link
   * Workspace#ELASTANCE} at {@code o + INDEX * LANES}.
   */
  void derivatives(double[] y, int at, double[] k, int c, double[] work, int o, int out);

  /**
   * Spike and reset after a step of the solver inside a simulation step. Called at least where V_m
   * is {@link AdaptiveNeuron#LEVEL} or more or the neuron is refractory; elsewhere it does nothing.
   *
   * @param m where the state after the integrated variables begins
   * @return whether it spikes
   */
  default boolean settleWithin(double[] state, int s, int m, double[] k, int c) {
    return false;
  }

  /** Whether {@link #settle} draws random numbers. */
  default boolean draws() {
    return false;
  }

  /**
   * What is to be done at the end of a simulation step; called and silent as {@link #settleWithin}.
   *
   * @param before the potential at the beginning of the step
   * @param current stimulation current during the step
   * @param random if it {@link #draws}, at the first number of this neuron and step
   * @return whether it spikes
   */
  boolean settle(
      double[] state,
      int s,
      int m,
      double[] k,
      int c,
      double before,
      double current,
      RandomStream random);

  /** What can be recorded; {@code memories} is the index of the first memory. */
  List<Recordable> recordables(int memories);
}
