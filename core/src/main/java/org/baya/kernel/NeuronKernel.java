package org.baya.kernel;

import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;

/** Advances the neurons of a slab. Implementations are stateless and shared by all workers. */
public interface NeuronKernel {

  /**
   * Advances all neurons of a slab by some steps, block by block, so that a block's state stays in
   * the first-level cache. Stimulation currents are constant meanwhile.
   *
   * @param slab state is modified
   * @param input sums of arrived weights; the input of step {@code firstStep + n} to slot i of the
   *     slab lies at {@code at + n * stride + i}. Read, then cleared
   * @param firstStep number of the first step
   * @param steps number of steps
   * @param spikes receives the spikes, in no particular order
   */
  void advance(
      Slab slab, double[] input, int at, int stride, int firstStep, int steps, SpikeList spikes);
}
