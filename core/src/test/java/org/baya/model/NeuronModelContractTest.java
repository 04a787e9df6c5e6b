package org.baya.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
  private static final Set<String> WITHOUT_MEMBRANE = Set.of("parrot_neuron", "ignore_and_fire");

  /** Long enough for spikes, refractory times and, for random input, six different currents. */
  private static final int STEPS = 100;

  private static final int FINITE_STEPS = 600;

  /** Samples of a potential, and the weakest drive tried for one without a spike. */
  private static final int SAMPLES = 200;

  private static final double WEAKEST = 1e-3;

  /** What roundings may add up to [mV]. */
  private static final double EXACT = 1e-9;

  /** What an adaptive solver may leave, whatever the resolution [mV]. */
  private static final double SOLVER_TOLERANCE = 1e-3;

  /** Models whose equations below threshold are linear. */
  private static final Predicate<String> EXACTLY_INTEGRATED =
      Pattern.compile("(iaf|glif|mat2|amat2|gif|pp)_psc_.*|glif_psc").asMatchPredicate();

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
    assertThat(recordables.stream().anyMatch(r -> r.name().equals("V_m")))
        .as("records V_m")
        .isEqualTo(!WITHOUT_MEMBRANE.contains(model.name()));
    assertThat(recordables)
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
          run(slab, FINITE_STEPS, random);
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

  /** The defaults with the flags, vector lengths and switches of a shape. */
  private static Parameters standard(NeuronModel model, Shape shape) {
    var values = RandomParameters.standard(model);
    Parameters drawn = RandomParameters.valid(model, shape, new SplittableRandom(1));
    for (Parameter parameter : model.parameters()) {
      double[] standard = values.get(parameter.name());
      if (parameter.kind() == Parameter.Kind.FLAG) {
        values.put(parameter.name(), new double[] {shape.flags().get(parameter.name())});
      } else if (parameter.isVector() && standard.length == 0) {
        values.put(parameter.name(), drawn.vector(parameter));
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
    boolean counts = slab.dynamics().routing() == Routing.COUNTED;
    for (int step = 0; step < steps; step++) {
      for (int slot = 0; slot < input.length; slot++) {
        input[slot] =
            random.nextInt(10) != 0
                ? 0
                : counts
                    ? random.nextInt(4)
                    : TestSlab.arrived(slab.dynamics(), slot, random.nextDouble(-200, 300));
      }
      if (step % 100 == 0) {
        Arrays.setAll(slab.drive(), lane -> random.nextDouble(-500, 500));
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

  @ParameterizedTest
  @MethodSource("models")
  void shouldGoOnFromSavedState(NeuronModel model) {
    SplittableRandom random = new SplittableRandom(12);
    RandomParameters.shapes(model, random)
        .forEach((dynamics, shape) -> {
          List<Parameters> neurons = Collections.nCopies(11, standard(model, shape));
          Slab whole = TestSlab.of(dynamics, neurons, GRID);
          advance(whole, 0, STEPS);
          Slab restored = TestSlab.of(dynamics, neurons, GRID);
          System.arraycopy(whole.state(), 0, restored.state(), 0, whole.state().length);
          assertThat(advance(restored, STEPS, STEPS)).isEqualTo(advance(whole, STEPS, STEPS));
          assertThat(restored.state()).as("%s", dynamics).isEqualTo(whole.state());
        });
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldNotDependOnTheNeuronsBesideIt(NeuronModel model) {
    SplittableRandom random = new SplittableRandom(14);
    RandomParameters.shapes(model, random)
        .forEach((dynamics, shape) -> {
          List<Parameters> neurons = Collections.nCopies(13, standard(model, shape));
          Slab together = TestSlab.of(dynamics, neurons, GRID);
          long[] all = advance(together, 0, STEPS);
          for (int i : new int[] {0, 7, 8, 12}) {
            Slab alone = TestSlab.of(dynamics, neurons.subList(i, i + 1), GRID, i);
            long[] own = Arrays.stream(all).filter(key -> SpikeList.node(key) == i).toArray();
            assertThat(advance(alone, 0, STEPS)).as("spikes of %s", dynamics).isEqualTo(own);
            assertThat(TestSlab.state(alone, 0)).isEqualTo(TestSlab.state(together, i));
          }
        });
  }

  /** Advances with the fastest kernel under input that depends on node and step; sorted spikes. */
  private static long[] advance(Slab slab, int firstStep, int steps) {
    Dynamics dynamics = slab.dynamics();
    SpikeList spikes = new SpikeList(16);
    double[] input = new double[slab.slots()];
    for (int step = firstStep; step < firstStep + steps; step++) {
      for (int lane = 0; lane < slab.lanes(); lane++) {
        int node = slab.node()[lane];
        SplittableRandom random = new SplittableRandom(1000L * node + step);
        slab.drive()[lane] = 300 + node;
        for (int slot = 0; slot < dynamics.slots(); slot++) {
          int block = lane / Dynamics.LANES * dynamics.slots();
          input[(block + slot) * Dynamics.LANES + lane % Dynamics.LANES] = random.nextInt(3);
        }
      }
      Kernels.fastest(dynamics).advance(slab, input, 0, slab.slots(), step, 1, spikes);
    }
    long[] keys = Arrays.copyOf(spikes.keys(), spikes.size());
    Arrays.sort(keys);
    return keys;
  }

  /**
   * Below threshold the potential converges as steps get finer. Where everything is linear it is
   * integrated exactly and does not depend on the resolution at all.
   */
  @ParameterizedTest
  @MethodSource("models")
  void shouldConvergeWithResolutionBelowThreshold(NeuronModel model) {
    if (WITHOUT_MEMBRANE.contains(model.name())) {
      return;
    }
    SplittableRandom random = new SplittableRandom(13);
    RandomParameters.shapes(model, random)
        .forEach((dynamics, shape) -> {
          double drive = drive(model, shape, dynamics);
          double[] coarse = potentials(model, shape, dynamics, drive, 1);
          double[] fine = potentials(model, shape, dynamics, drive, 10);
          assertThat(Math.abs(coarse[coarse.length - 1] - coarse[0])).isGreaterThan(1e-4);
          double first = largestDifference(coarse, fine);
          if (first > EXACT) {
            double[] finest = potentials(model, shape, dynamics, drive, 100);
            assertThat(largestDifference(fine, finest))
                .as("%s: error at 0.01 ms, %s at 0.1 ms", dynamics, first)
                .isLessThan(Math.max(first / 5, SOLVER_TOLERANCE));
          }
          assertThat(first).as("%s: error at 0.1 ms", dynamics).isLessThan(0.5);
          assertThat(first <= EXACT || !EXACTLY_INTEGRATED.test(model.name()))
              .as("%s is integrated exactly; error is %s", dynamics, first)
              .isTrue();
        });
  }

  private static double largestDifference(double[] a, double[] b) {
    return IntStream.range(0, Math.min(a.length, b.length))
        .mapToDouble(i -> Math.abs(a[i] - b[i]))
        .max()
        .orElse(0);
  }

  /**
   * The strongest of some drives that makes no spike; the weakest if the neuron starts with one.
   */
  private static double drive(NeuronModel model, Shape shape, Dynamics dynamics) {
    double drive = 40;
    while (drive > WEAKEST && potentials(model, shape, dynamics, drive, 1).length < SAMPLES) {
      drive /= 4;
    }
    return drive;
  }

  /**
   * The potential every 0.1 ms, under constant current from the start and a spike on each slot at 1
   * ms; if the neuron spikes, up to 1 ms before.
   *
   * @param finer steps in 0.1 ms
   */
  private static double[] potentials(
      NeuronModel model, Shape shape, Dynamics dynamics, double drive, int finer) {
    TimeGrid grid = new TimeGrid(0.1 / finer);
    Slab slab = TestSlab.of(dynamics, List.of(standard(model, shape)), grid);
    Recordable potential =
        dynamics.recordables().stream()
            .filter(r -> r.name().equals("V_m"))
            .findFirst()
            .orElseThrow();
    SpikeList spikes = new SpikeList(16);
    Arrays.fill(slab.drive(), drive);
    double[] input = new double[slab.slots()];
    double[] potentials = new double[SAMPLES];
    for (int step = 0; step < potentials.length * finer; step++) {
      for (int slot = 0; step == 10 * finer - 1 && slot < slab.slots() / Dynamics.LANES; slot++) {
        input[slot * Dynamics.LANES] = slot % 2 == 0 ? 0.75 * drive : -0.375 * drive;
      }
      Kernels.plain().advance(slab, input, 0, slab.slots(), step, 1, spikes);
      if (spikes.size() > 0) {
        return Arrays.copyOf(potentials, Math.max(0, step / finer - 10));
      }
      if (step % finer == finer - 1) {
        potentials[step / finer] = read(potential, slab, 0);
      }
    }
    return potentials;
  }
}
