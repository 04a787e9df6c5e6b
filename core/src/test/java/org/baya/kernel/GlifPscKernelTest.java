package org.baya.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.baya.catalog.Catalog;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameters;
import org.baya.model.RandomParameters;
import org.baya.model.TimeGrid;
import org.baya.model.neuron.GlifPscDynamics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GLIF3 with four ports, many blocks of which share their coefficients: the cells of mouse V1. */
class GlifPscKernelTest {
  private static final int LANES = Dynamics.LANES;
  private static final int PORTS = 4;
  private static final int STEPS = 96;

  /** Blocks of one kind after the other; more of the third than are taken at once. */
  private static final int[] BLOCKS = {1, 2, 75, 3};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16})
  void shouldGiveTheBitsOfThePlainKernel(int window) {
    Trial plain = new Trial(Kernels.plain());
    Trial fast = new Trial(Kernels.fastest(plain.slab.dynamics()));

    plain.run(window);
    fast.run(window);

    assertThat(fast.slab.state()).isEqualTo(plain.slab.state());
    assertThat(fast.spikes()).hasSizeGreaterThan(1000).isEqualTo(plain.spikes());
  }

  @Test
  void shouldTakeSingleStepsInAFormOfTheirOwn() {
    Dynamics dynamics = new Trial(Kernels.plain()).slab.dynamics();

    assertThat(GlifStep.serves((GlifPscDynamics) dynamics)).isTrue();
    assertThat(GlifStep.serves(new GlifPscDynamics(PORTS + 1, 1, 2, false, false))).isFalse();
    assertThat(GlifStep.serves(new GlifPscDynamics(PORTS, 2, 2, false, false))).isFalse();
    assertThat(GlifStep.serves(new GlifPscDynamics(PORTS, 1, 1, false, false))).isFalse();
    assertThat(GlifStep.serves(new GlifPscDynamics(PORTS, 1, 2, true, false))).isFalse();
  }

  /** A slab under random input; the same for every kernel. */
  private static final class Trial {
    final Slab slab = slab();
    private final NeuronKernel kernel;
    private final SpikeList spikes = new SpikeList(16);

    Trial(NeuronKernel kernel) {
      this.kernel = kernel;
    }

    void run(int window) {
      SplittableRandom random = new SplittableRandom(5);
      double[] input = new double[window * slab.slots()];
      for (int lane = 0; lane < slab.lanes(); lane++) {
        slab.drive()[lane] = random.nextInt(3) == 0 ? random.nextDouble(500) : 0;
      }
      for (int step = 0; step < STEPS; step += window) {
        for (int slot = 0; slot < input.length; slot++) {
          input[slot] = random.nextInt(10) == 0 ? random.nextDouble(-200, 300) : 0;
        }
        kernel.advance(slab, input, 0, slab.slots(), step, window, spikes);
        assertThat(input).containsOnly(0);
      }
    }

    long[] spikes() {
      long[] keys = Arrays.copyOf(spikes.keys(), spikes.size());
      Arrays.sort(keys);
      return keys;
    }

    private static Slab slab() {
      NeuronModel model =
          Catalog.standard().models().stream()
              .filter(m -> m.name().equals("glif_psc"))
              .map(NeuronModel.class::cast)
              .findFirst()
              .orElseThrow();
      List<Parameters> neurons = new ArrayList<>();
      SplittableRandom random = new SplittableRandom(9);
      for (int blocks : BLOCKS) {
        neurons.addAll(Collections.nCopies(blocks * LANES, cell(model, random)));
      }
      Slab own = TestSlab.of(model.dynamics(neurons.getFirst()), neurons, new TimeGrid(1.0));
      return new Slab(own.dynamics(), 0, own.state(), own.coefficients(), shared(), own.node(), 0);
    }

    private static Parameters cell(NeuronModel model, SplittableRandom random) {
      Map<String, double[]> values = RandomParameters.standard(model);
      values.put("after_spike_currents", new double[] {1});
      values.put("t_ref", new double[] {random.nextDouble(1, 5)});
      values.put("tau_syn", random.doubles(PORTS, 2, 9).toArray());
      values.put("asc_decay", random.doubles(2, 0.01, 0.3).toArray());
      return new Parameters(values);
    }

    /** Where each block finds its coefficients: all of a kind with the first. */
    private static int[] shared() {
      int[] offsets = new int[Arrays.stream(BLOCKS).sum()];
      int size = new GlifPscDynamics(PORTS, 1, 2, false, false).coefficients() * LANES;
      int block = 0;
      for (int blocks : BLOCKS) {
        Arrays.fill(offsets, block, block + blocks, block * size);
        block += blocks;
      }
      return offsets;
    }
  }
}
