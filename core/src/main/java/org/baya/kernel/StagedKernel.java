package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;

import org.baya.model.ode.Workspace;

/**
 * A membrane of several variables, all blocks stage by stage, so that one block need not wait for
 * its own last stage.
 */
abstract class StagedKernel implements MembraneKernel {
  private final int count;

  /** A membrane of so many variables. */
  StagedKernel(int variables) {
    count = variables * LANES;
  }

  @Override
  public final void attempt(double[] w, int blocks, int size, int s, int c, int y, int d) {
    derivatives(w, blocks, size, s, c, 1, y + d);
    for (int stage = 2; stage <= Workspace.STAGES; stage++) {
      StageKernel.advance(stage, w, blocks, size, count, d);
      derivatives(w, blocks, size, y, c, stage, y + stage * d);
    }
    StageKernel.advance(Workspace.STAGES + 1, w, blocks, size, count, d);
  }

  /**
   * Derivatives of the membranes of some blocks, vector twin of {@link
   * org.baya.model.ode.Membrane#derivatives}.
   *
   * @param size distance of two blocks
   * @param at where the variables of the first block are in the workspace
   * @param c its coefficients
   * @param stage from 1; 7 is after the step
   * @param out its derivatives
   */
  abstract void derivatives(double[] w, int blocks, int size, int at, int c, int stage, int out);
}
