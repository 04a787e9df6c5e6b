package org.baya.kernel;

import java.util.Arrays;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.Dynamics;
import org.baya.model.PointProcess;
import org.baya.model.ode.AdaptiveNeuron;

/** Advances any dynamics one neuron at a time. */
final class PlainKernel implements NeuronKernel {
  private static final int LANES = Dynamics.LANES;

  @Override
  public void advance(
      Slab slab, double[] input, int at, int stride, int firstStep, int steps, SpikeList spikes) {
    Dynamics dynamics = slab.dynamics();
    int blockSlots = dynamics.slots() * LANES;
    for (int block = 0; block < slab.blocks(); block++) {
      int x = at + block * blockSlots;
      for (int n = 0; n < steps; n++) {
        advanceBlock(slab, dynamics, block, input, x + n * stride, firstStep + n, spikes);
        Arrays.fill(input, x + n * stride, x + n * stride + blockSlots, 0);
      }
    }
  }

  /** Advances one block by one step; leaves the input. */
  static void advanceBlock(
      Slab slab, Dynamics dynamics, int block, double[] input, int x, int step, SpikeList spikes) {
    if (dynamics instanceof AdaptiveNeuron neuron) {
      integrateBlock(slab, neuron, block, input, x, step, spikes);
      return;
    }
    if (dynamics instanceof PointProcess process) {
      drawBlock(slab, process, block, input, x, step, spikes);
      return;
    }
    double[] state = slab.state();
    double[] coefficients = slab.coefficients();
    double[] current = slab.current();
    int[] node = slab.node();
    int s = block * dynamics.states() * LANES;
    int c = slab.coefficientOffset()[block];
    for (int lane = 0; lane < LANES; lane++) {
      int id = node[block * LANES + lane];
      if (id >= 0
          && dynamics.step(
              state,
              s + lane,
              coefficients,
              c + lane,
              input,
              x + lane,
              current[block * LANES + lane])) {
        spikes.add(step, id);
      }
    }
  }

  /** As {@link #advanceBlock}: neurons that need a workspace and may spike more than once. */
  private static void integrateBlock(
      Slab slab,
      AdaptiveNeuron neuron,
      int block,
      double[] input,
      int x,
      int step,
      SpikeList spikes) {
    int s = block * neuron.states() * LANES;
    int c = slab.coefficientOffset()[block];
    for (int lane = 0; lane < LANES; lane++) {
      int at = block * LANES + lane;
      int id = slab.node()[at];
      if (id >= 0) {
        int count =
            neuron.spikes(
                slab.state(),
                s + lane,
                slab.coefficients(),
                c + lane,
                input,
                x + lane,
                slab.current()[at],
                neuron.membrane().draws() ? slab.random().at(id, step) : slab.random(),
                slab.scratch(),
                lane);
        for (int i = 0; i < count; i++) {
          spikes.add(step, id);
        }
      }
    }
  }

  /** As {@link #advanceBlock}: neurons that draw random numbers or may spike more than once. */
  private static void drawBlock(
      Slab slab,
      PointProcess process,
      int block,
      double[] input,
      int x,
      int step,
      SpikeList spikes) {
    int s = block * process.states() * LANES;
    int c = slab.coefficientOffset()[block];
    for (int lane = 0; lane < LANES; lane++) {
      int at = block * LANES + lane;
      int id = slab.node()[at];
      if (id >= 0) {
        int count =
            process.spikes(
                slab.state(),
                s + lane,
                slab.coefficients(),
                c + lane,
                input,
                x + lane,
                slab.current()[at],
                slab.random().atStep(id, step));
        for (int i = 0; i < count; i++) {
          spikes.add(step, id);
        }
      }
    }
  }
}
