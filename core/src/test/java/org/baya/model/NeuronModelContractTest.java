package org.baya.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.baya.catalog.Catalog;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.kernel.Kernels;
import org.baya.kernel.TestSlab;
import org.baya.model.RandomParameters.Shape;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every neuron model of the catalogue keeps to. */
class NeuronModelContractTest {
  private static final TimeGrid GRID = new TimeGrid(0.1);

  static Stream<Named<NeuronModel>> models() {
    return Catalog.standard().models().stream()
        .filter(NeuronModel.class::isInstance)
        .map(model -> Named.of(model.name(), (NeuronModel) model));
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldAcceptItsDefaults(NeuronModel model) {
    Parameters standard = new Parameters(RandomParameters.standard(model));
    assertThatCode(() -> TestSlab.of(model.dynamics(standard), List.of(standard), GRID))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldFillOnlyItsOwnStateAndCoefficientsWithFiniteNumbers(NeuronModel model) {
    SplittableRandom random = new SplittableRandom(5);
    RandomParameters.shapes(model, random)
        .forEach((dynamics, shape) -> {
          Parameters parameters = RandomParameters.valid(model, shape, random);
          double[] coefficients = new double[dynamics.coefficients()];
          double[] state = new double[dynamics.states()];
          dynamics.prepare(parameters, GRID, coefficients);
          dynamics.initialise(parameters, state);
          assertThat(coefficients).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
          assertThat(Arrays.stream(state)).allMatch(Double::isFinite);
          assertThat(dynamics.slots()).isPositive();
          assertThat(dynamics.routing().lastReceptor(dynamics.slots()))
              .isGreaterThanOrEqualTo(dynamics.routing().firstReceptor());
        });
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldNameItsRecordables(NeuronModel model) {
    Parameters standard = new Parameters(RandomParameters.standard(model));
    List<Recordable> recordables = model.dynamics(standard).recordables();
    Set<String> names = new HashSet<>();
    assertThat(recordables)
        .isNotEmpty()
        .allSatisfy(recordable -> {
          assertThat(names.add(recordable.name()))
              .as("%s is listed once", recordable.name())
              .isTrue();
          assertThat(recordable.unit()).isNotBlank();
          assertThat(recordable.meaning()).isNotBlank().doesNotContain("\n");
        });
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldStayFiniteUnderRandomInput(NeuronModel model) {
    SplittableRandom random = new SplittableRandom(11);
    RandomParameters.shapes(model, random)
        .forEach((dynamics, shape) -> {
          Slab slab = slab(model, shape, dynamics, random);
          run(slab, 2000, random);
          assertThat(Arrays.stream(slab.state()))
              .as("state of %s", dynamics)
              .allMatch(Double::isFinite);
          for (int lane = 0; lane < slab.lanes(); lane++) {
            for (Recordable recordable : dynamics.recordables()) {
              assertThat(read(recordable, slab, lane))
                  .as("%s of %s", recordable.name(), dynamics)
                  .isFinite();
            }
          }
        });
  }

  private static Slab slab(
      NeuronModel model, Shape shape, Dynamics dynamics, SplittableRandom random) {
    List<Parameters> neurons = new ArrayList<>(List.of(standard(model, shape)));
    while (neurons.size() < Dynamics.LANES) {
      neurons.add(RandomParameters.valid(model, shape, random));
    }
    return TestSlab.of(dynamics, neurons, GRID);
  }

  /** The defaults with the flags and vector lengths of a shape. */
  private static Parameters standard(NeuronModel model, Shape shape) {
    var values = RandomParameters.standard(model);
    for (Parameter parameter : model.parameters()) {
      double[] standard = values.get(parameter.name());
      if (parameter.kind() == Parameter.Kind.FLAG) {
        values.put(parameter.name(), new double[] {shape.flags().get(parameter.name())});
      } else if (parameter.isVector()) {
        double[] repeated = new double[shape.lengths().get(standard.length)];
        Arrays.setAll(repeated, i -> standard[i % standard.length]);
        values.put(parameter.name(), repeated);
      }
    }
    return new Parameters(values);
  }

  private static void run(Slab slab, int steps, SplittableRandom random) {
    SpikeList spikes = new SpikeList(16);
    double[] input = new double[slab.slots()];
    for (int step = 0; step < steps; step++) {
      for (int slot = 0; slot < input.length; slot++) {
        input[slot] =
            random.nextInt(10) == 0
                ? TestSlab.arrived(slab.dynamics(), slot, random.nextDouble(-200, 300))
                : 0;
      }
      if (step % 100 == 0) {
        Arrays.setAll(slab.current(), lane -> random.nextDouble(-500, 500));
      }
      Kernels.plain().advance(slab, input, 0, slab.slots(), step, 1, spikes);
    }
  }

  private static double read(Recordable recordable, Slab slab, int lane) {
    return recordable
        .reader()
        .read(
            slab.state(), slab.stateIndex(lane), slab.coefficients(), slab.coefficientIndex(lane));
  }

  /**
   * Linear parts are integrated exactly, so below threshold the potential must not depend on the
   * resolution.
   */
  @ParameterizedTest
  @MethodSource("models")
  void shouldReachTheSamePotentialAtAnyResolutionBelowThreshold(NeuronModel model) {
    SplittableRandom random = new SplittableRandom(13);
    RandomParameters.shapes(model, random)
        .forEach((dynamics, shape) -> {
          double[] coarse = potentials(model, shape, dynamics, 0.1, 1);
          double[] fine = potentials(model, shape, dynamics, 0.01, 10);
          assertThat(coarse[coarse.length - 1]).isNotCloseTo(coarse[0], within(0.01));
          assertThat(fine).as("%s", dynamics).containsExactly(coarse, within(1e-9));
        });
  }

  /**
   * The potential every 0.1 ms, under constant current from the start and a spike on each slot at 1
   * ms.
   */
  private static double[] potentials(
      NeuronModel model, Shape shape, Dynamics dynamics, double resolutionMs, int every) {
    Slab slab = TestSlab.of(dynamics, List.of(standard(model, shape)), new TimeGrid(resolutionMs));
    Recordable potential =
        dynamics.recordables().stream()
            .filter(r -> r.name().equals("V_m"))
            .findFirst()
            .orElseThrow();
    SpikeList spikes = new SpikeList(16);
    Arrays.fill(slab.current(), 40);
    double[] input = new double[slab.slots()];
    double[] potentials = new double[200];
    for (int step = 0; step < potentials.length * every; step++) {
      for (int slot = 0; step == 10 * every - 1 && slot < slab.slots() / Dynamics.LANES; slot++) {
        input[slot * Dynamics.LANES] = slot % 2 == 0 ? 30 : -15;
      }
      Kernels.plain().advance(slab, input, 0, slab.slots(), step, 1, spikes);
      if (step % every == every - 1) {
        potentials[step / every] = read(potential, slab, 0);
      }
    }
    assertThat(spikes.size()).as("spikes").isZero();
    return potentials;
  }
}
