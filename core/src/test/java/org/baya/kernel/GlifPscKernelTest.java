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
import org.baya.model.Recordable;
import org.baya.model.TimeGrid;
import org.baya.model.neuron.GlifPscDynamics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * GLIF3 with four ports, of which some may be silent; many blocks of which share their
 * coefficients: the cells of mouse V1.
 */
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

  @ParameterizedTest
  @CsvSource({"1, 3", "1, 12", "1, 10", "1, 8", "1, 0", "4, 3", "16, 12", "16, 7", "3, 0"})
  void shouldGiveTheSameBitsWithoutStateForSilentPorts(int window, long heard) {
    Trial whole = new Trial(Kernels.plain(), heard, -1);
    Trial plain = new Trial(Kernels.plain(), heard, heard);
    Trial fast = new Trial(Kernels.fastest(plain.slab.dynamics()), heard, heard);

    whole.run(window);
    plain.run(window);
    fast.run(window);

    assertThat(plain.slab.state()).hasSizeLessThanOrEqualTo(whole.slab.state().length);
    assertThat(fast.slab.state()).isEqualTo(plain.slab.state());
    assertThat(fast.spikes())
        .hasSizeGreaterThan(100)
        .isEqualTo(plain.spikes())
        .isEqualTo(whole.spikes());
    for (String name : List.of("V_m", "I_syn", "ASCurrents_sum", "threshold")) {
      assertThat(plain.recorded(name)).as(name).isEqualTo(whole.recorded(name));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void shouldChangeNothingButSumsWhereNobodyAsksForThem(int window) {
    Trial asking = new Trial(Kernels.fastest(new Trial(Kernels.plain()).slab.dynamics()));
    Slab own = new Trial(Kernels.plain()).slab;
    Slab slab =
        new Slab(
            own.dynamics(),
            0,
            own.state(),
            own.coefficients(),
            own.coefficientOffset(),
            own.node(),
            0);
    Trial other = new Trial(slab, asking.kernel, -1);
    double[] before = slab.state().clone();

    asking.run(window);
    other.run(window);

    int sum = ((GlifPscDynamics) slab.dynamics()).synapticSum();
    assertThat(other.spikes()).isEqualTo(asking.spikes());
    for (int lane = 0; lane < slab.lanes(); lane++) {
      double[] expected = TestSlab.state(asking.slab, lane);
      for (int i = sum; i < sum + 2; i++) {
        expected[i] = before[slab.stateIndex(lane) + i * LANES];
      }
      assertThat(TestSlab.state(slab, lane)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4, -1, 0",
    "4, 3, 12",
    "4, 12, 3",
    "4, 5, 10",
    "4, 1, 12",
    "4, 8, 6",
    "4, 0, 12",
    "4, 7, 0",
    "3, 7, 0",
    "3, 1, 4",
    "3, 0, 4",
    "1, 0, 0",
    "2, 0, 0",
    "64, 3, -4",
    "65, 3, -8"
  })
  void shouldKeepStateForPairsOfPorts(int ports, long heard, long silent) {
    GlifPscDynamics all = new GlifPscDynamics(ports, 1, 2, false, false);

    assertThat(all.hearing(heard).silent()).isEqualTo(silent);
    assertThat(all.hearing(heard).slots()).isEqualTo(ports);
  }

  @Test
  void shouldTakeSingleStepsInAFormOfTheirOwn() {
    Dynamics dynamics = new Trial(Kernels.plain()).slab.dynamics();

    assertThat(GlifStep.serves((GlifPscDynamics) dynamics)).isTrue();
    assertThat(GlifStep.serves(new GlifPscDynamics(PORTS + 1, 1, 2, false, false))).isFalse();
    assertThat(GlifStep.serves(new GlifPscDynamics(PORTS + 2, 1, 2, false, false))).isTrue();
    assertThat(GlifStep.serves(new GlifPscDynamics(PORTS, 2, 2, false, false))).isFalse();
    assertThat(GlifStep.serves(new GlifPscDynamics(PORTS, 1, 1, false, false))).isFalse();
    assertThat(GlifStep.serves(new GlifPscDynamics(PORTS, 1, 2, true, false))).isFalse();
  }

  /** A slab under random input; the same for every kernel. */
  private static final class Trial {
    final Slab slab;
    private final NeuronKernel kernel;
    private final long reached;
    private final SpikeList spikes = new SpikeList(16);

    Trial(NeuronKernel kernel) {
      this(kernel, -1, -1);
    }

    /** Input reaches some ports only; {@code heard} as in {@link Dynamics#hearing}. */
    Trial(NeuronKernel kernel, long reached, long heard) {
      this(slab(heard), kernel, reached);
    }

    Trial(Slab slab, NeuronKernel kernel, long reached) {
      this.slab = slab;
      this.kernel = kernel;
      this.reached = reached;
    }

    double[] recorded(String name) {
      Recordable recordable =
          slab.dynamics().recordables().stream()
              .filter(r -> r.name().equals(name))
              .findFirst()
              .orElseThrow();
      double[] values = new double[slab.lanes()];
      for (int lane = 0; lane < values.length; lane++) {
        values[lane] =
            recordable
                .reader()
                .read(
                    slab.state(),
                    slab.stateIndex(lane),
                    slab.coefficients(),
                    slab.coefficientIndex(lane));
      }
      return values;
    }

    void run(int window) {
      SplittableRandom random = new SplittableRandom(5);
      double[] input = new double[window * slab.slots()];
      for (int lane = 0; lane < slab.lanes(); lane++) {
        slab.drive()[lane] = random.nextInt(3) == 0 ? random.nextDouble(500) : 0;
      }
      for (int step = 0; step < STEPS; step += window) {
        for (int slot = 0; slot < input.length; slot++) {
          double weight = random.nextInt(10) == 0 ? random.nextDouble(-200, 300) : 0;
          input[slot] = (reached >> slot / LANES % PORTS & 1) == 0 ? 0 : weight;
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

    private static Slab slab(long heard) {
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
      Dynamics dynamics = model.dynamics(neurons.getFirst()).hearing(heard);
      Slab own = TestSlab.of(dynamics, neurons, new TimeGrid(1.0));
      Slab slab =
          new Slab(
              own.dynamics(), 0, own.state(), own.coefficients(), shared(dynamics), own.node(), 0);
      slab.keepSums();
      return slab;
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
    private static int[] shared(Dynamics dynamics) {
      int[] offsets = new int[Arrays.stream(BLOCKS).sum()];
      int size = dynamics.coefficients() * LANES;
      int block = 0;
      for (int blocks : BLOCKS) {
        Arrays.fill(offsets, block, block + blocks, block * size);
        block += blocks;
      }
      return offsets;
    }
  }
}
