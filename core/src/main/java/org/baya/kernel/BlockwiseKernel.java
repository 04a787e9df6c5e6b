package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;

import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;

/** A kernel that takes each block through all steps before it turns to the next. */
abstract class BlockwiseKernel implements NeuronKernel {

  @Override
  public void advance(
      Slab slab, double[] input, int at, int stride, int firstStep, int steps, SpikeList spikes) {
    int slots = slab.dynamics().slots() * LANES;
    int blocks = slab.blocks();
    for (int done = 0; done < steps; done += Slab.MAX_STEPS) {
      int count = Math.min(Slab.MAX_STEPS, steps - done);
      for (int block = 0; block < blocks; block++) {
        advanceBlock(
            slab,
            block,
            input,
            at + done * stride + block * slots,
            stride,
            firstStep + done,
            count,
            spikes);
      }
    }
  }

  /**
   * Advances one block by at most {@link Slab#MAX_STEPS} steps.
   *
   * @param x first input slot of the block in the first step
   */
  abstract void advanceBlock(
      Slab slab,
      int block,
      double[] input,
      int x,
      int stride,
      int firstStep,
      int steps,
      SpikeList spikes);
}
