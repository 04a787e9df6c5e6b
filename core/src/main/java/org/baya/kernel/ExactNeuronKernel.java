package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.ExactNeuron.*;

import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.neuron.ExactNeuron;

/** Vector twin of {@link ExactNeuron#step}: synapses of a block first, then its membranes. */
final class ExactNeuronKernel extends BlockwiseKernel {

  @Override
  public void advance(
      Slab slab, double[] input, int at, int stride, int firstStep, int steps, SpikeList spikes) {
    if (steps == 1 && TwoPortStep.serves((ExactNeuron) slab.dynamics())) {
      TwoPortStep.advance(slab, input, at, firstStep, spikes);
    } else {
      super.advance(slab, input, at, stride, firstStep, steps, spikes);
    }
  }

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
    ExactNeuron dynamics = (ExactNeuron) slab.dynamics();
    int s = block * dynamics.states() * LANES;
    int c = slab.coefficientOffset()[block];
    synapses(dynamics, slab, s, c, input, x, stride, steps);
    ExactMembraneKernel.advance(slab, block, s, c, dynamics.sum(), firstStep, steps, spikes);
  }

  /**
   * Advances the synapses of a block; what the membrane needs of them goes to the scratch memory.
   *
   * @param s state of lane 0
   * @param c coefficients of lane 0
   */
  static void synapses(
      ExactNeuron dynamics, Slab slab, int s, int c, double[] input, int x, int stride, int steps) {
    int firstPort = s + PORTS_AT * LANES;
    int own = c + PORT_COEFFICIENTS_AT * LANES;
    if (dynamics.shape() == Shape.ALPHA) {
      AlphaPortsKernel.advance(
          dynamics.ports(),
          1,
          0,
          slab.state(),
          firstPort,
          slab.coefficients(),
          own,
          input,
          x,
          stride,
          steps,
          slab.scratch());
    } else {
      ExpPortsKernel.advance(
          dynamics.ports(),
          slab.state(),
          firstPort,
          slab.coefficients(),
          own,
          input,
          x,
          stride,
          steps,
          slab.scratch());
    }
  }
}
