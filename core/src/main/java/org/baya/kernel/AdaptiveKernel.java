package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
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
  private static final long LOW_BITS = (1L << StepControlKernel.FINISHED) - 1;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(SPECIES.length() * Integer.SIZE));

  @Override
  public void advance(
      Slab slab, double[] input, int at, int stride, int firstStep, int steps, SpikeList spikes) {
    AdaptiveNeuron neuron = (AdaptiveNeuron) slab.dynamics();
    int neurons = neurons(slab);
    int blocks = Math.min(Workspace.BLOCKS, slab.blocks());
    int size = Workspace.length(neuron);
    int next = fill(slab, neuron, blocks, neurons, at);
    int busy = next;
    while (busy > 0) {
      attempt(neuron, slab.scratch(), blocks, size);
      for (int block = 0; block < blocks; block++) {
        long finished = judge(slab, neuron, block * size, firstStep, spikes);
        if (finished == 0) {
          continue;
        }
        long done = receive(slab, neuron, block, size, finished, input, stride, steps);
        for (long left = done; left != 0; left &= left - 1) {
          int lane = Long.numberOfTrailingZeros(left);
          putBack(slab, neuron, block * size + lane);
          if (next < neurons) {
            take(slab, neuron, next++, block, lane, at);
          } else {
            rest(slab, neuron, block, lane, at);
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
  private static int fill(Slab slab, AdaptiveNeuron neuron, int blocks, int neurons, int at) {
    int taken = 0;
    for (int block = 0; block < blocks; block++) {
      for (int lane = 0; lane < LANES; lane++) {
        if (taken < neurons) {
          take(slab, neuron, taken++, block, lane, at);
        } else {
          take(slab, neuron, neurons - 1, block, lane, at);
          rest(slab, neuron, block, lane, at);
        }
      }
    }
    return taken;
  }

  /** Takes a neuron in; the input of the first step begins at {@code at}. */
  private static void take(
      Slab slab, AdaptiveNeuron neuron, int number, int block, int own, int at) {
    double[] w = slab.scratch();
    int lane = block * Workspace.length(neuron) + own;
    int slots = neuron.slots() * LANES;
    slab.places()[block * LANES + own] = at + number / LANES * slots + number % LANES;
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
        neuron
            .membrane()
            .drive(
                w,
                s + neuron.equations() * LANES,
                w,
                coefficientsAt(neuron) + lane,
                slab.current()[number]);
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
  private static void rest(Slab slab, AdaptiveNeuron neuron, int block, int own, int at) {
    double[] w = slab.scratch();
    int lane = block * Workspace.length(neuron) + own;
    slab.places()[block * LANES + own] = at;
    w[TIME + lane] = w[coefficientsAt(neuron) + AdaptiveNeuron.RESOLUTION * LANES + lane];
  }

  private static int stateAt(AdaptiveNeuron neuron) {
    return Workspace.state(neuron) * LANES;
  }

  private static int coefficientsAt(AdaptiveNeuron neuron) {
    return stateAt(neuron) + neuron.states() * LANES;
  }

  /** Tries a step of all lanes. */
  private static void attempt(AdaptiveNeuron neuron, double[] w, int blocks, int size) {
    int d = neuron.equations() * LANES;
    int s = stateAt(neuron);
    int c = coefficientsAt(neuron);
    int y = Workspace.Y * LANES;
    for (int block = 0; block < blocks * size; block += size) {
      StepControlKernel.begin(w, block, s + d, c);
    }
    SynapseKernel.attempt(neuron, w, blocks, size, c);
    // Without conductances the membrane's leak is the same at all stages.
    int slopes = neuron.synapses().conductances() ? LANES : 0;
    MembraneKernel.of(neuron.membrane()).attempt(w, blocks, size, s, c, y, d, slopes);
    StepControlKernel.follow(w, blocks, size, c);
  }

  /** Accepts or rejects the steps of a block and settles; returns the bits of finished lanes. */
  private static long judge(
      Slab slab, AdaptiveNeuron neuron, int block, int firstStep, SpikeList spikes) {
    double[] w = slab.scratch();
    Membrane membrane = neuron.membrane();
    int d = neuron.equations() * LANES;
    int s = stateAt(neuron);
    int c = coefficientsAt(neuron);
    long bits = StepControlKernel.judge(w, block, s, c, d);
    long finished = bits >>> StepControlKernel.FINISHED;
    long accepted = bits & LOW_BITS;
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

  /**
   * Ends a step of some neurons of a block with the spikes that arrived, and begins the next.
   *
   * @param bits of these neurons
   * @return bits of those that are through the window
   */
  private static long receive(
      Slab slab,
      AdaptiveNeuron neuron,
      int block,
      int size,
      long bits,
      double[] input,
      int stride,
      int steps) {
    Synapses synapses = neuron.synapses();
    double[] w = slab.scratch();
    int s = stateAt(neuron);
    int target = s + neuron.membrane().variables() * LANES;
    int jump = coefficientsAt(neuron) + (neuron.portCoefficients() + Synapses.JUMP) * LANES;
    long done = 0;
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      int lane = block * size + part;
      int place = block * LANES + part;
      long own = bits >>> part;
      for (int port = 0; port < synapses.ports(); port++) {
        arrive(
            slab,
            input,
            port * LANES,
            place,
            own,
            target + port * synapses.perPort() * LANES + lane,
            jump + port * Synapses.PER_PORT * LANES + lane);
      }
      done |= begin(w, slab.places(), place, stride, own, s + lane, lane, steps) << part;
    }
    if (neuron.membrane().drivesItself()) {
      for (long left = bits; left != 0; left &= left - 1) {
        int lane = block * size + Long.numberOfTrailingZeros(left);
        w[CURRENT + lane] =
            neuron
                .membrane()
                .drive(
                    w,
                    s + neuron.equations() * LANES + lane,
                    w,
                    coefficientsAt(neuron) + lane,
                    slab.current()[(int) w[NEURON + lane]]);
      }
    }
    return done;
  }

  /** Adds what arrived at a port to its variable. */
  private static void arrive(
      Slab slab, double[] input, int port, int place, long bits, int variable, int jump) {
    double[] w = slab.scratch();
    DoubleVector arrived = DoubleVector.fromArray(SPECIES, input, port, slab.places(), place);
    VectorMask<Double> some =
        arrived.compare(VectorOperators.NE, 0).and(VectorMask.fromLong(SPECIES, bits));
    if (some.anyTrue()) {
      DoubleVector y = DoubleVector.fromArray(SPECIES, w, variable);
      y.blend(DoubleVector.fromArray(SPECIES, w, jump).fma(arrived, y), some)
          .intoArray(w, variable);
    }
  }

  private static long begin(
      double[] w, int[] places, int place, int stride, long bits, int s, int lane, int steps) {
    VectorMask<Double> own = VectorMask.fromLong(SPECIES, bits);
    DoubleVector step = DoubleVector.fromArray(SPECIES, w, STEP + lane);
    step = step.blend(step.add(1), own);
    step.intoArray(w, STEP + lane);
    DoubleVector.fromArray(SPECIES, w, TIME + lane).blend(0, own).intoArray(w, TIME + lane);
    DoubleVector.fromArray(SPECIES, w, BEFORE + lane)
        .blend(DoubleVector.fromArray(SPECIES, w, s), own)
        .intoArray(w, BEFORE + lane);
    IntVector at = IntVector.fromArray(INTS, places, place);
    at.blend(at.add(stride), own.cast(INTS)).intoArray(places, place);
    return step.compare(VectorOperators.GE, steps).and(own).toLong();
  }
}
