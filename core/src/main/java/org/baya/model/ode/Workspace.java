package org.baya.model.ode;

import org.baya.model.Dynamics;

/**
 * Where the solver keeps what it needs within a step: variable i of a lane at {@code
 * work[(INDEX + i) * LANES + lane]}, as everywhere.
 *
 * <pre>
 *   0        1 for neurons that are not refractory, else 0
 *   1        stimulation current [pA]
 *   2, 3     what synapses do: current = PULL - LEAK V_m
 *   4, 5     time reached in the simulation step [ms], size of the step that is tried [ms]
 *   6        worst error of the step in units of what is allowed
 *   7        potential before the simulation step
 *   8..13    arguments of exponential functions
 *   14..19   their values
 *   20..     variables after the step that is tried, its derivatives, those at its six stages
 * </pre>
 */
public final class Workspace {
  public static final int FREE = 0;
  public static final int CURRENT = 1;
  public static final int PULL = 2;
  public static final int LEAK = 3;
  public static final int TIME = 4;
  public static final int TRIED = 5;
  public static final int WORST = 6;
  public static final int BEFORE = 7;
  public static final int POWER = 8;
  public static final int EXP = 14;
  public static final int Y = 20;

  /** Stages of the method. */
  public static final int STAGES = 6;

  private Workspace() {}

  /** Index of the derivatives of stage {@code stage} from 1 for that many equations. */
  public static int stage(int stage, int equations) {
    return Y + stage * equations;
  }

  /** Length for that many equations. */
  public static int length(int equations) {
    return (Y + (STAGES + 1) * equations) * Dynamics.LANES;
  }
}
