package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.ode.AdaptiveNeuron;
import org.baya.model.ode.Membrane;
import org.baya.model.ode.Synapses;
import org.baya.model.ode.Workspace;
import org.baya.random.RandomStream;

/**
 * Vector twin of {@link AdaptiveNeuron#spikes}.
 *
 * <p>Neurons differ in how many steps their solver needs, so they are not advanced block by block.
 * The workspace holds up to {@link Workspace#BLOCKS} blocks of lanes; a lane takes a neuron in,
 * with its coefficients, advances it through all steps of the window at its own pace, puts it back,
 * and takes the next. All lanes try their steps together, each with its own size; neurons do not
 * interact within a window. Neurons near their threshold or refractory are settled one by one, by
 * the model itself.
 *
 * <p>Several blocks at once, because the stages of a step follow from each other: one block alone
 * would wait for its own results most of the time. Vectors go from piece to piece through the
 * workspace in the first-level cache, see ADR 4.
 */
final class AdaptiveKernel implements NeuronKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final int TIME = Workspace.TIME * LANES;
  private static final int BEFORE = Workspace.BEFORE * LANES;
  private static final int CURRENT = Workspace.CURRENT * LANES;
  private static final int NEURON = Workspace.NEURON * LANES;
  private static final int STEP = Workspace.STEP * LANES;

  @Override
  public void advance(
      Slab slab, double[] input, int at, int stride, int firstStep, int steps, SpikeList spikes) {
    AdaptiveNeuron neuron = (AdaptiveNeuron) slab.dynamics();
    int neurons = neurons(slab);
    int blocks = Math.min(Workspace.BLOCKS, slab.blocks());
    int size = Workspace.length(neuron);
    int next = fill(slab, neuron, blocks, neurons);
    int busy = next;
    while (busy > 0) {
      attempt(neuron, slab.scratch(), blocks, size);
      for (int block = 0; block < blocks * size; block += size) {
        long finished = judge(slab, neuron, block, firstStep, spikes);
        for (long left = finished; left != 0; left &= left - 1) {
          int lane = block + Long.numberOfTrailingZeros(left);
          receive(slab, neuron, lane, input, at, stride);
          if (slab.scratch()[STEP + lane] < steps) {
            continue;
          }
          putBack(slab, neuron, lane);
          if (next < neurons) {
            take(slab, neuron, next++, lane);
          } else {
            rest(slab, neuron, lane);
            busy--;
          }
        }
      }
    }
    for (int n = 0; n < steps; n++) {
      Arrays.fill(input, at + n * stride, at + n * stride + slab.slots(), 0);
    }
  }

  /** Number of lanes of the slab that hold neurons; padding is at its end. */
  private static int neurons(Slab slab) {
    int neurons = slab.lanes();
    while (neurons > 0 && slab.node()[neurons - 1] < 0) {
      neurons--;
    }
    return neurons;
  }

  /** Takes the first neurons in; returns how many. */
  private static int fill(Slab slab, AdaptiveNeuron neuron, int blocks, int neurons) {
    int size = Workspace.length(neuron);
    int taken = 0;
    for (int block = 0; block < blocks; block++) {
      for (int lane = 0; lane < LANES; lane++) {
        if (taken < neurons) {
          take(slab, neuron, taken++, block * size + lane);
        } else {
          take(slab, neuron, neurons - 1, block * size + lane);
          rest(slab, neuron, block * size + lane);
        }
      }
    }
    return taken;
  }

  private static void take(Slab slab, AdaptiveNeuron neuron, int number, int lane) {
    double[] w = slab.scratch();
    int s = stateAt(neuron) + lane;
    copy(slab.state(), slab.stateIndex(number), w, s, neuron.states());
    copy(
        slab.coefficients(),
        slab.coefficientIndex(number),
        w,
        coefficientsAt(neuron) + lane,
        neuron.coefficients());
    w[NEURON + lane] = number;
    w[STEP + lane] = 0;
    w[TIME + lane] = 0;
    w[BEFORE + lane] = w[s];
    w[CURRENT + lane] =
        neuron.membrane().drive(w, s + neuron.equations() * LANES, slab.current()[number]);
  }

  private static void putBack(Slab slab, AdaptiveNeuron neuron, int lane) {
    double[] w = slab.scratch();
    int number = (int) w[NEURON + lane];
    copy(w, stateAt(neuron) + lane, slab.state(), slab.stateIndex(number), neuron.states());
  }

  private static void copy(double[] from, int at, double[] to, int s, int count) {
    for (int i = 0; i < count * LANES; i += LANES) {
      to[s + i] = from[at + i];
    }
  }

  /** Has a lane wait at the end of its step. */
  private static void rest(Slab slab, AdaptiveNeuron neuron, int lane) {
    double[] w = slab.scratch();
    w[TIME + lane] = w[coefficientsAt(neuron) + AdaptiveNeuron.RESOLUTION * LANES + lane];
  }

  private static int stateAt(AdaptiveNeuron neuron) {
    return Workspace.state(neuron.equations()) * LANES;
  }

  private static int coefficientsAt(AdaptiveNeuron neuron) {
    return stateAt(neuron) + neuron.states() * LANES;
  }

  /** Tries a step of all lanes. */
  private static void attempt(AdaptiveNeuron neuron, double[] w, int blocks, int size) {
    Membrane membrane = neuron.membrane();
    MembraneKernel kernel = MembraneKernel.of(membrane);
    int d = neuron.equations() * LANES;
    int s = stateAt(neuron);
    int c = coefficientsAt(neuron);
    int y = Workspace.Y * LANES;
    for (int block = 0; block < blocks * size; block += size) {
      StepControlKernel.begin(w, block, s + d, c);
    }
    int count = membrane.variables() * LANES;
    int ports = c + neuron.portCoefficients() * LANES;
    SynapseKernel.attempt(neuron.synapses(), w, blocks, size, y + count, ports, d);
    kernel.derivatives(w, blocks, size, s, c, 1, y + d);
    for (int stage = 2; stage <= Workspace.STAGES; stage++) {
      StageKernel.advance(stage, w, blocks, size, count, d);
      kernel.derivatives(w, blocks, size, y, c, stage, y + stage * d);
    }
    StageKernel.advance(Workspace.STAGES + 1, w, blocks, size, count, d);
    if (membrane.judgedByRates()) {
      kernel.derivatives(w, blocks, size, y, c, Workspace.STAGES + 1, y + d);
      SynapseKernel.worstByRates(neuron.synapses(), w, blocks, size, y + count, ports, c, d);
      StageKernel.worstByRates(w, blocks, size, c, count, d);
    } else {
      SynapseKernel.worst(neuron.synapses(), w, blocks, size, y + count, ports, c, d);
      StageKernel.worst(w, blocks, size, c, count, d);
    }
  }

  /** Accepts or rejects the steps of a block and settles; returns the bits of finished lanes. */
  private static long judge(
      Slab slab, AdaptiveNeuron neuron, int block, int firstStep, SpikeList spikes) {
    double[] w = slab.scratch();
    Membrane membrane = neuron.membrane();
    int d = neuron.equations() * LANES;
    int s = stateAt(neuron);
    int c = coefficientsAt(neuron);
    long active = ~StepControlKernel.finished(w, block, c);
    long accepted = StepControlKernel.judge(w, block, s, c, d);
    long finished = active & StepControlKernel.finished(w, block, c);
    if (membrane.resetsWithinSteps()) {
      for (long left = accepted & restless(w, block, s, d, c); left != 0; left &= left - 1) {
        int lane = block + Long.numberOfTrailingZeros(left);
        if (membrane.settleWithin(w, s + lane, s + d + lane, w, c + lane)) {
          addSpike(slab, lane, firstStep, spikes);
        }
      }
    }
    long settling = finished == 0 ? 0 : finished & restless(w, block, s, d, c);
    for (long left = settling; left != 0; left &= left - 1) {
      int lane = block + Long.numberOfTrailingZeros(left);
      int number = (int) w[NEURON + lane];
      RandomStream random = slab.random();
      if (membrane.draws()) {
        random.at(slab.node()[number], firstStep + (int) w[STEP + lane]);
      }
      double before = w[BEFORE + lane];
      double current = slab.current()[number];
      if (membrane.settle(w, s + lane, s + d + lane, w, c + lane, before, current, random)) {
        addSpike(slab, lane, firstStep, spikes);
      }
    }
    return finished;
  }

  private static void addSpike(Slab slab, int lane, int firstStep, SpikeList spikes) {
    double[] w = slab.scratch();
    spikes.add(firstStep + (int) w[STEP + lane], slab.node()[(int) w[NEURON + lane]]);
  }

  /** Bits of the lanes that are refractory or at the level of the membrane. */
  private static long restless(double[] w, int block, int s, int d, int c) {
    long bits = 0;
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      int at = block + lane;
      bits |=
          DoubleVector.fromArray(SPECIES, w, s + at)
                  .compare(
                      VectorOperators.GE,
                      DoubleVector.fromArray(SPECIES, w, c + AdaptiveNeuron.LEVEL * LANES + at))
                  .or(
                      DoubleVector.fromArray(
                              SPECIES, w, s + d + AdaptiveNeuron.REFRACTORY * LANES + at)
                          .compare(VectorOperators.GT, 0))
                  .toLong()
              << lane;
    }
    return bits;
  }

  /** Ends a step of a neuron with the spikes that arrived, and begins the next. */
  private static void receive(
      Slab slab, AdaptiveNeuron neuron, int lane, double[] input, int at, int stride) {
    double[] w = slab.scratch();
    Synapses synapses = neuron.synapses();
    int number = (int) w[NEURON + lane];
    int step = (int) w[STEP + lane];
    int slots = synapses.ports() * LANES;
    int x = at + step * stride + number / LANES * slots + number % LANES;
    int s = stateAt(neuron) + lane;
    int jump = coefficientsAt(neuron) + (neuron.portCoefficients() + Synapses.JUMP) * LANES + lane;
    int target = s + neuron.membrane().variables() * LANES;
    int perPort = synapses.perPort() * LANES;
    for (int i = 0; i < slots; i += LANES) {
      double arrived = input[x + i];
      if (arrived != 0) {
        w[target] = Math.fma(w[jump + i * Synapses.PER_PORT], arrived, w[target]);
      }
      target += perPort;
    }
    w[STEP + lane] = step + 1;
    w[TIME + lane] = 0;
    w[BEFORE + lane] = w[s];
    if (neuron.membrane().drivesItself()) {
      w[CURRENT + lane] =
          neuron.membrane().drive(w, s + neuron.equations() * LANES, slab.current()[number]);
    }
  }
}
