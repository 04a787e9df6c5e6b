package org.baya.model.ode;

import org.baya.model.Dynamics;

/**
 * Where the solver keeps what it needs within a step: variable i of a lane at {@code work[(INDEX +
 * i) * LANES + lane]}, as everywhere.
 *
 * <pre>
 *   0        1 / C_m, 0 for neurons that are refractory
 *   1        what drives the membrane and is constant in a simulation step [pA]
 *   2, 3     what constant current, leak and synapses do at a stage: PULL + SLOPE V_m
 *   4, 5     time reached in the simulation step [ms], size of the step that is tried [ms]
 *   6        worst error of the step in units of what is allowed
 *   7        potential before the simulation step
 *   8..13    arguments of exponential functions
 *   14..19   their values
 *   20, 21   which neuron this is, and in which step: for kernels that work on many at once
 *   22..28   PULL at the six stages and after the step
 *   29..35   SLOPE likewise
 *   36, 37   the largest error so far in units of what is allowed, as a fraction
 *   38..     variables after the step that is tried, sizes of their errors, the derivatives of the
 *            membrane's at the six stages, then room for copies of state and coefficients
 * </pre>
 */
public final class Workspace {
  public static final int ELASTANCE = 0;
  public static final int CURRENT = 1;
  public static final int PULL = 2;
  public static final int SLOPE = 3;
  public static final int TIME = 4;
  public static final int TRIED = 5;
  public static final int WORST = 6;
  public static final int BEFORE = 7;
  public static final int POWER = 8;
  public static final int EXP = 14;
  public static final int NEURON = 20;
  public static final int STEP = 21;
  public static final int PULLS = 22;
  public static final int SLOPES = 29;
  public static final int LARGEST = 36;
  public static final int ALLOWED = 37;
  public static final int Y = 38;

  /** Stages of the method. */
  public static final int STAGES = 6;

  /** Most blocks that a kernel works on at once. */
  public static final int BLOCKS = 4;

  private Workspace() {}

  /** Index of the membrane's derivatives at stage {@code stage}, from 1. */
  public static int stage(AdaptiveNeuron neuron, int stage) {
    return Y + 2 * neuron.equations() + (stage - 1) * neuron.membrane().variables();
  }

  /** Index of the copy of the state. */
  public static int state(AdaptiveNeuron neuron) {
    return stage(neuron, STAGES + 1);
  }

  /** Length of the workspace of a block of neurons. */
  public static int length(AdaptiveNeuron neuron) {
    return (state(neuron) + neuron.states() + neuron.coefficients()) * Dynamics.LANES;
  }
}
