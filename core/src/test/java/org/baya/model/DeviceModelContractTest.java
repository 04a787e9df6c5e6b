package org.baya.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.model.RandomParameters.Shape;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;
import org.baya.random.StreamBlock;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every stimulator of the catalogue keeps to. */
class DeviceModelContractTest {
  private static final List<Double> RESOLUTIONS = List.of(0.1, 1.0);

  static Stream<Named<DeviceModel>> devices() {
    return Catalog.standard().models().stream()
        .filter(DeviceModel.class::isInstance)
        .map(model -> Named.of(model.name(), (DeviceModel) model));
  }

  private static Stimulus stimulus(
      DeviceModel device, Parameters parameters, double resolutionMs, Optional<SpikeTrain> given) {
    RandomStream random = new RandomStream(5, Purpose.DEVICE);
    return device.stimulus(parameters, new DeviceNode(new TimeGrid(resolutionMs), given, random));
  }

  /** Random parameters whose times are whole milliseconds, so that they are on every grid. */
  private static Map<String, double[]> draw(
      DeviceModel device, Shape shape, SplittableRandom random) {
    Parameters drawn = RandomParameters.draw(device, shape, random);
    Map<String, double[]> values = new HashMap<>();
    for (Parameter parameter : device.parameters()) {
      double[] value = drawn.vector(parameter);
      if (parameter.unit().equals("ms")) {
        value = Arrays.stream(value).map(Math::ceil).toArray();
      }
      values.put(parameter.name(), value);
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("devices")
  void shouldDoNothingByDefault(DeviceModel device) {
    Parameters standard = new Parameters(RandomParameters.standard(device));
    switch (stimulus(device, standard, 0.1, Optional.empty())) {
      case Stimulus.Spikes spikes -> assertThat(spikes.steps()).isEmpty();
      case Stimulus.Poisson poisson -> assertThat(poisson.meanPerStep()).isZero();
      case Stimulus.Current current -> assertThat(current.amplitudes()).containsOnly(0);
      case Stimulus.Trains trains -> {
        RandomStream random = new RandomStream(5, Purpose.DEVICE);
        for (long step : List.of(0L, 7L, 1L << 40)) {
          assertThat(trains.process().isSilent(trains.process().common(step, random))).isTrue();
        }
      }
      case Stimulus.Waveform wave -> {
        for (long step : List.of(0L, 7L, 1L << 40)) {
          assertThat(wave.process().mean(step)).isZero();
          assertThat(wave.process().deviation(step)).isZero();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("devices")
  void shouldNameWhatCanBeRecorded(DeviceModel device) {
    Stimulus stimulus =
        stimulus(device, new Parameters(RandomParameters.standard(device)), 0.1, Optional.empty());
    assertThat(stimulus instanceof Stimulus.AnyCurrent)
        .as("is a current")
        .isEqualTo(device.sendsCurrent());
    assertThat(device.signals().stream().map(Signal::name).toList())
        .isEqualTo(
            device.sendsCurrent()
                ? List.of("I")
                : device.name().equals("sinusoidal_poisson_generator")
                    ? List.of("rate")
                    : List.of());
    assertThat(device.signals())
        .allSatisfy(signal -> {
          assertThat(signal.unit()).isNotBlank();
          assertThat(signal.meaning()).isNotBlank().doesNotContain("\n");
        });
  }

  @ParameterizedTest
  @MethodSource("devices")
  void shouldGiveAWellFormedStimulusForAnyValidParameters(DeviceModel device) {
    SplittableRandom random = new SplittableRandom(17);
    int valid = 0;
    for (Shape shape : RandomParameters.allShapes(device)) {
      for (double resolutionMs : RESOLUTIONS) {
        Parameters parameters = new Parameters(draw(device, shape, random));
        Optional<Stimulus> stimulus = valid(device, parameters, resolutionMs);
        stimulus.ifPresent(DeviceModelContractTest::checkForm);
        valid += stimulus.isPresent() ? 1 : 0;
      }
    }
    assertThat(valid).isPositive();
  }

  /** Nothing if the parameters contradict each other. */
  private static Optional<Stimulus> valid(
      DeviceModel device, Parameters parameters, double resolutionMs) {
    try {
      return Optional.of(stimulus(device, parameters, resolutionMs, Optional.empty()));
    } catch (InvalidInputException e) {
      assertThat(e.problems()).hasSize(1);
      return Optional.empty();
    }
  }

  private static void checkForm(Stimulus stimulus) {
    switch (stimulus) {
      case Stimulus.Spikes spikes -> {
        assertThat(spikes.steps()).isSorted();
        assertThat(Arrays.stream(spikes.steps())).allMatch(step -> step >= 0);
        spikes.factors().ifPresent(factors -> assertThat(factors).hasSameSizeAs(spikes.steps()));
      }
      case Stimulus.Poisson poisson -> {
        assertThat(poisson.meanPerStep()).isFinite().isNotNegative();
        assertThat(poisson.firstStep()).isNotNegative();
      }
      case Stimulus.Current current -> {
        assertThat(current.steps())
            .hasSameSizeAs(current.amplitudes())
            .isSorted()
            .doesNotHaveDuplicates();
        assertThat(Arrays.stream(current.steps())).allMatch(step -> step >= 0);
        assertThat(Arrays.stream(current.amplitudes())).allMatch(Double::isFinite);
      }
      case Stimulus.Trains trains -> {
        assertThat(trains.firstStep()).isNotNegative();
        checkTrains(trains.process());
      }
      case Stimulus.Waveform wave -> {
        assertThat(wave.firstStep()).isNotNegative();
        assertThat(wave.process().holdSteps()).isPositive();
        for (long step = 0; step < 100; step++) {
          assertThat(wave.process().mean(step)).isFinite();
          assertThat(wave.process().deviation(step)).isFinite().isNotNegative();
        }
      }
    }
  }

  /** Drawn one by one, trains are the same as drawn together. */
  private static void checkTrains(SpikeProcess process) {
    int n = 9;
    long[] entities = LongStream.range(100, 100 + n).toArray();
    int[] state = new int[n * process.states()];
    int[] singleState = new int[n * process.states()];
    RandomStream first = new RandomStream(3, Purpose.TRAIN);
    for (int i = 0; i < n; i++) {
      process.begin(first.at(entities[i], 0), state, i * process.states());
      process.begin(first.at(entities[i], 0), singleState, i * process.states());
    }
    StreamBlock block = StreamBlock.of(3, Purpose.TRAIN.at(1), n);
    StreamBlock single = StreamBlock.of(3, Purpose.TRAIN.at(1), 1);
    int[] counts = new int[n];
    int[] one = new int[1];
    for (int step = 0; step < 200; step++) {
      double common = process.common(step, new RandomStream(3, Purpose.DEVICE).at(4, step));
      if (!process.isSilent(common)) {
        block.load(entities, n, step);
        process.counts(common, block, 0, n, state, counts);
        for (int i = 0; i < n; i++) {
          single.load(new long[] {entities[i]}, 1, step);
          process.counts(common, single, i, 1, singleState, one);
          assertThat(counts[i]).isNotNegative().isEqualTo(one[0]);
        }
        assertThat(state).isEqualTo(singleState);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("devices")
  void shouldActOnlyBetweenStartAndStop(DeviceModel device) {
    SplittableRandom random = new SplittableRandom(19);
    int active = 0;
    for (Shape shape : RandomParameters.allShapes(device)) {
      Map<String, double[]> values = draw(device, shape, random);
      values.put("origin", new double[] {2});
      values.put("start", new double[] {3});
      values.put("stop", new double[] {17});
      // Spikes of times in (5, 19] ms are those of steps 50 to 189.
      Optional<Stimulus> stimulus = valid(device, new Parameters(values), 0.1);
      active += stimulus.isPresent() && isInside(stimulus.get(), 50, 190) ? 1 : 0;
    }
    assertThat(active).isPositive();
  }

  /** Whether it does anything; fails if it does outside the window of spikes. */
  private static boolean isInside(Stimulus stimulus, int first, int end) {
    switch (stimulus) {
      case Stimulus.Spikes spikes -> {
        assertThat(Arrays.stream(spikes.steps())).allMatch(step -> step >= first && step < end);
        return spikes.steps().length > 0;
      }
      case Stimulus.Poisson poisson -> {
        assertThat(poisson.firstStep()).isEqualTo(first);
        assertThat(poisson.endStep()).isEqualTo(end);
      }
      case Stimulus.Current current -> {
        assertThat(current.steps()[0]).isEqualTo(first - 1);
        assertThat(current.steps()[current.steps().length - 1]).isEqualTo(end - 1);
        assertThat(current.amplitudes()[current.amplitudes().length - 1]).isZero();
      }
      case Stimulus.Trains trains -> {
        assertThat(trains.firstStep()).isEqualTo(first);
        assertThat(trains.endStep()).isEqualTo(end);
      }
      case Stimulus.Waveform wave -> {
        assertThat(wave.firstStep()).isEqualTo(first - 1);
        assertThat(wave.endStep()).isEqualTo(end - 1);
      }
    }
    return true;
  }

  @ParameterizedTest
  @MethodSource("devices")
  void shouldSendGivenSpikesInTheStepThatEndsAtTheirTime(DeviceModel device) {
    if (!device.acceptsSpikeTrains()) {
      return;
    }
    Parameters standard = new Parameters(RandomParameters.standard(device));
    SpikeTrain train = new SpikeTrain(new double[] {3.0, 0.1, 0.25, 3.0, 1.0004}, new double[0]);
    Stimulus.Spikes spikes = (Stimulus.Spikes) stimulus(device, standard, 0.1, Optional.of(train));
    assertThat(spikes.steps()).containsExactly(0, 2, 9, 29, 29);
    assertThat(spikes.factors()).isEmpty();
  }
}
