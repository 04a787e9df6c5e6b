package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;

import java.util.Arrays;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.neuron.ExactNeuron;
import org.baya.model.neuron.IafPscDelta;

/**
 * Vector twin of {@link IafPscDelta.Jumps#step}. Where input is kept while refractory, neurons are
 * advanced one by one.
 */
final class IafPscDeltaKernel extends BlockwiseKernel {

  @Override
  void advanceBlock(
      Slab slab,
      int block,
      double[] input,
      int x,
      int stride,
      int firstStep,
      int steps,
      SpikeList spikes) {
    IafPscDelta.Jumps dynamics = (IafPscDelta.Jumps) slab.dynamics();
    if (dynamics.keepsInput()) {
      for (int n = 0; n < steps; n++) {
        int from = x + n * stride;
        PlainKernel.advanceBlock(slab, dynamics, block, input, from, firstStep + n, spikes);
        Arrays.fill(input, from, from + LANES, 0);
      }
      return;
    }
    double[] scratch = slab.scratch();
    for (int n = 0; n < steps; n++) {
      int from = x + n * stride;
      for (int lane = 0; lane < LANES; lane++) {
        scratch[2 * n * LANES + lane] = input[from + lane];
        input[from + lane] = 0;
      }
    }
    int s = block * dynamics.states() * LANES;
    int c = slab.coefficientOffset()[block];
    ExactMembraneKernel.advance(slab, block, s, c, ExactNeuron.NO_SUM, firstStep, steps, spikes);
  }
}
