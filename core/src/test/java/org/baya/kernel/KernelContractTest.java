package org.baya.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.baya.catalog.Catalog;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameters;
import org.baya.model.RandomParameters;
import org.baya.model.RandomParameters.Shape;
import org.baya.model.Routing;
import org.baya.model.TimeGrid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every kernel owes to every dynamics of the catalogue: the bits of the plain kernel, however
 * the steps are cut.
 */
class KernelContractTest {
  private static final int[] SIZES = {1, 7, 8, 9, 63, 64, 65};
  private static final TimeGrid GRID = new TimeGrid(0.1);
  private static final double UNTOUCHED = 42;

  /** Every dynamics of every model: all variants, numbers of ports and of after-spike currents. */
  static Stream<Arguments> dynamics() {
    SplittableRandom random = new SplittableRandom(1);
    return Catalog.standard().models().stream()
        .filter(NeuronModel.class::isInstance)
        .map(NeuronModel.class::cast)
        .flatMap(model ->
            RandomParameters.shapes(model, random).entrySet().stream()
                .map(entry -> arguments(model, entry)));
  }

  private static Arguments arguments(NeuronModel model, Map.Entry<Dynamics, Shape> entry) {
    return Arguments.of(model, entry.getValue(), entry.getKey());
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("dynamics")
  void shouldGiveTheBitsOfThePlainKernel(NeuronModel model, Shape shape, Dynamics dynamics) {
    int spikes = 0;
    for (int size : SIZES) {
      List<Parameters> neurons = neurons(model, shape, size);
      Trial plain = new Trial(TestSlab.of(dynamics, neurons, GRID), Kernels.plain());
      Trial fast = new Trial(TestSlab.of(dynamics, neurons, GRID), Kernels.fastest(dynamics));
      SplittableRandom cuts = new SplittableRandom(3);
      for (int window = 0; window < 12; window++) {
        int steps = cuts.nextInt(1, 17);
        plain.advance(steps, steps);
        fast.advance(steps, steps);
      }
      assertThat(fast.spikes()).isEqualTo(plain.spikes());
      for (int lane = 0; lane < size; lane++) {
        assertThat(TestSlab.state(fast.slab, lane))
            .as("neuron %d of %d", lane, size)
            .isEqualTo(TestSlab.state(plain.slab, lane));
      }
      spikes += plain.spikes().length;
    }
    if (Kernels.isVector(dynamics)) {
      assertThat(spikes).as("the comparison means little without spikes").isGreaterThan(10);
    }
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("dynamics")
  void shouldAdvanceTenStepsAtOnceAsTenTimesOne(NeuronModel model, Shape shape, Dynamics dynamics) {
    for (NeuronKernel kernel : List.of(Kernels.plain(), Kernels.fastest(dynamics))) {
      List<Parameters> neurons = neurons(model, shape, 13);
      Trial once = new Trial(TestSlab.of(dynamics, neurons, GRID), kernel);
      Trial singly = new Trial(TestSlab.of(dynamics, neurons, GRID), kernel);
      for (int window = 0; window < 10; window++) {
        once.advance(10, 10);
        singly.advance(10, 1);
      }
      assertThat(singly.spikes()).isEqualTo(once.spikes());
      for (int lane = 0; lane < 13; lane++) {
        assertThat(TestSlab.state(singly.slab, lane)).isEqualTo(TestSlab.state(once.slab, lane));
      }
    }
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("dynamics")
  void shouldNeverLetPaddingSpike(NeuronModel model, Shape shape, Dynamics dynamics) {
    for (NeuronKernel kernel : List.of(Kernels.plain(), Kernels.fastest(dynamics))) {
      Slab slab = TestSlab.of(dynamics, neurons(model, shape, 9), GRID);
      Arrays.fill(slab.drive(), 1e4);
      SpikeList spikes = new SpikeList(16);
      kernel.advance(slab, new double[slab.slots() * 100], 0, slab.slots(), 0, 100, spikes);
      long[] keys = Arrays.copyOf(spikes.keys(), spikes.size());
      assertThat(keys).hasSizeGreaterThanOrEqualTo(Kernels.isVector(dynamics) ? 9 : 0);
      assertThat(Arrays.stream(keys).mapToInt(SpikeList::node))
          .allMatch(node -> node >= 0 && node < 9);
      assertThat(Arrays.stream(keys).mapToInt(SpikeList::step))
          .allMatch(step -> step >= 0 && step < 100);
    }
  }

  private static List<Parameters> neurons(NeuronModel model, Shape shape, int size) {
    SplittableRandom random = new SplittableRandom(size);
    List<Parameters> neurons = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      neurons.add(RandomParameters.valid(model, shape, random));
    }
    return neurons;
  }

  /** A slab under random input and current; the same for every trial of one slab size. */
  private static final class Trial {
    private static final int BEFORE = 5;
    private static final int BETWEEN = 3;

    final Slab slab;
    private final NeuronKernel kernel;
    private final SpikeList spikes = new SpikeList(16);
    private final SplittableRandom random = new SplittableRandom(7);
    private final boolean counts;
    private int step;

    Trial(Slab slab, NeuronKernel kernel) {
      this.slab = slab;
      this.kernel = kernel;
      counts = slab.dynamics().routing() == Routing.COUNTED;
    }

    /**
     * Advances by {@code steps} steps, {@code chunk} at a time; checks that just the slab's input
     * is cleared.
     */
    void advance(int steps, int chunk) {
      int slots = slab.slots();
      int stride = slots + BETWEEN;
      double[] input = new double[BEFORE + steps * stride];
      Arrays.fill(input, UNTOUCHED);
      for (int lane = 0; lane < slab.lanes(); lane++) {
        slab.drive()[lane] = random.nextInt(3) == 0 ? random.nextDouble(-200, 6000) : 0;
      }
      for (int n = 0; n < steps; n++) {
        for (int slot = 0; slot < slots; slot++) {
          input[BEFORE + n * stride + slot] =
              random.nextInt(4) != 0
                  ? 0
                  : counts
                      ? random.nextInt(4)
                      : TestSlab.arrived(slab.dynamics(), slot, random.nextDouble(-300, 600));
        }
      }
      for (int n = 0; n < steps; n += chunk) {
        kernel.advance(slab, input, BEFORE + n * stride, stride, step + n, chunk, spikes);
      }
      step += steps;
      for (int i = 0; i < input.length; i++) {
        boolean own = i >= BEFORE && (i - BEFORE) % stride < slots;
        if (input[i] != (own ? 0 : UNTOUCHED)) {
          assertThat(input[i]).as("input at %d", i).isEqualTo(own ? 0 : UNTOUCHED);
        }
      }
    }

    /** All spikes so far, sorted. */
    long[] spikes() {
      long[] keys = Arrays.copyOf(spikes.keys(), spikes.size());
      Arrays.sort(keys);
      return keys;
    }
  }
}
