package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.ode.AdaptiveNeuron;
import org.baya.model.ode.Membrane;
import org.baya.model.ode.Workspace;

/**
 * Vector twin of {@link AdaptiveNeuron#spikes}: the eight neurons of a block try their steps
 * together, each with its own size, until the last has reached the end of the simulation step.
 * Neurons near their threshold or refractory are settled one by one, by the model itself.
 *
 * <p>Vectors go from piece to piece through the workspace in the first-level cache, see ADR 4.
 */
final class AdaptiveKernel extends BlockwiseKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

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
    AdaptiveNeuron neuron = (AdaptiveNeuron) slab.dynamics();
    MembraneKernel kernel = MembraneKernel.of(neuron.membrane());
    int s = block * neuron.states() * LANES;
    int c = slab.coefficientOffset()[block];
    int port = s + neuron.membrane().variables() * LANES;
    int portCoefficients = c + neuron.portCoefficients() * LANES;
    for (int n = 0; n < steps; n++) {
      begin(slab, neuron, block, s);
      integrate(slab, neuron, kernel, block, s, c, firstStep + n, spikes);
      settle(slab, neuron, block, s, c, firstStep + n, spikes);
      SynapseKernel.receive(
          neuron.synapses(),
          slab.state(),
          port,
          slab.coefficients(),
          portCoefficients,
          input,
          x + n * stride);
    }
  }

  private static void begin(Slab slab, AdaptiveNeuron neuron, int block, int s) {
    double[] w = slab.scratch();
    double[] current = slab.current();
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      DoubleVector.zero(SPECIES).intoArray(w, Workspace.TIME * LANES + lane);
      DoubleVector.fromArray(SPECIES, slab.state(), s + lane)
          .intoArray(w, Workspace.BEFORE * LANES + lane);
      DoubleVector.fromArray(SPECIES, current, block * LANES + lane)
          .intoArray(w, Workspace.CURRENT * LANES + lane);
    }
    if (neuron.membrane().drivesItself()) {
      int m = s + neuron.equations() * LANES;
      for (int lane = 0; lane < LANES; lane++) {
        w[Workspace.CURRENT * LANES + lane] =
            neuron.membrane().drive(slab.state(), m + lane, current[block * LANES + lane]);
      }
    }
  }

  private static void integrate(
      Slab slab,
      AdaptiveNeuron neuron,
      MembraneKernel kernel,
      int block,
      int s,
      int c,
      int step,
      SpikeList spikes) {
    double[] state = slab.state();
    double[] k = slab.coefficients();
    double[] w = slab.scratch();
    Membrane membrane = neuron.membrane();
    int d = neuron.equations() * LANES;
    while (StepControlKernel.begin(state, s + d, k, c, w)) {
      attempt(neuron, kernel, state, s, k, c, w, d);
      long accepted = StepControlKernel.judge(state, s, k, c, w, d);
      if (membrane.resetsWithinSteps()) {
        long bits = accepted & restless(state, s, s + d, k, c);
        for (long left = bits; left != 0; left &= left - 1) {
          int lane = Long.numberOfTrailingZeros(left);
          if (membrane.settleWithin(state, s + lane, s + d + lane, k, c + lane)) {
            VectorLanes.addSpikes(1L << lane, step, slab.node(), block * LANES, spikes);
          }
        }
      }
    }
  }

  private static void attempt(
      AdaptiveNeuron neuron,
      MembraneKernel kernel,
      double[] state,
      int s,
      double[] k,
      int c,
      double[] w,
      int d) {
    int y = Workspace.Y * LANES;
    derivatives(neuron, kernel, state, s, k, c, w, y + d);
    for (int stage = 2; stage <= Workspace.STAGES; stage++) {
      StageKernel.advance(stage, state, s, w, d);
      derivatives(neuron, kernel, w, y, k, c, w, y + stage * d);
    }
    StageKernel.advance(Workspace.STAGES + 1, state, s, w, d);
    if (neuron.membrane().judgedByRates()) {
      derivatives(neuron, kernel, w, y, k, c, w, y + d);
      StageKernel.worstByRates(k, c, w, d);
    } else {
      StageKernel.worst(k, c, w, d);
    }
  }

  private static void derivatives(
      AdaptiveNeuron neuron,
      MembraneKernel kernel,
      double[] y,
      int at,
      double[] k,
      int c,
      double[] w,
      int out) {
    int v = neuron.membrane().variables() * LANES;
    SynapseKernel.derivatives(
        neuron.synapses(), y, at + v, k, c + neuron.portCoefficients() * LANES, w, out + v);
    kernel.derivatives(y, at, k, c, w, out);
  }

  private static void settle(
      Slab slab, AdaptiveNeuron neuron, int block, int s, int c, int step, SpikeList spikes) {
    double[] state = slab.state();
    double[] k = slab.coefficients();
    int m = s + neuron.equations() * LANES;
    for (long left = restless(state, s, m, k, c); left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left);
      double before = slab.scratch()[Workspace.BEFORE * LANES + lane];
      double current = slab.current()[block * LANES + lane];
      if (neuron.membrane().settle(state, s + lane, m + lane, k, c + lane, before, current)) {
        VectorLanes.addSpikes(1L << lane, step, slab.node(), block * LANES, spikes);
      }
    }
  }

  /** Bits of the lanes that are refractory or at the level of the membrane. */
  private static long restless(double[] state, int s, int m, double[] k, int c) {
    long bits = 0;
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      bits |=
          DoubleVector.fromArray(SPECIES, state, s + lane)
                  .compare(
                      VectorOperators.GE,
                      DoubleVector.fromArray(
                          SPECIES, k, c + AdaptiveNeuron.LEVEL * LANES + lane))
                  .or(
                      DoubleVector.fromArray(
                              SPECIES, state, m + AdaptiveNeuron.REFRACTORY * LANES + lane)
                          .compare(VectorOperators.GT, 0))
                  .toLong()
              << lane;
    }
    return bits;
  }
}
