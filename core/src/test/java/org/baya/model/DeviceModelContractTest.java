package org.baya.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.baya.catalog.Catalog;
import org.baya.model.RandomParameters.Shape;
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

  @ParameterizedTest
  @MethodSource("devices")
  void shouldDoNothingByDefault(DeviceModel device) {
    Parameters standard = new Parameters(RandomParameters.standard(device));
    switch (device.stimulus(standard, new TimeGrid(0.1), Optional.empty())) {
      case Stimulus.Spikes spikes -> assertThat(spikes.steps()).isEmpty();
      case Stimulus.Poisson poisson -> assertThat(poisson.meanPerStep()).isZero();
      case Stimulus.Current current -> assertThat(current.amplitudes()).containsOnly(0);
    }
  }

  @ParameterizedTest
  @MethodSource("devices")
  void shouldGiveAWellFormedStimulusForAnyValidParameters(DeviceModel device) {
    SplittableRandom random = new SplittableRandom(17);
    for (Shape shape : RandomParameters.allShapes(device)) {
      for (double resolutionMs : RESOLUTIONS) {
        Parameters parameters = RandomParameters.draw(device, shape, random);
        checkForm(device.stimulus(parameters, new TimeGrid(resolutionMs), Optional.empty()));
      }
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
    }
  }

  @ParameterizedTest
  @MethodSource("devices")
  void shouldActOnlyBetweenStartAndStop(DeviceModel device) {
    SplittableRandom random = new SplittableRandom(19);
    TimeGrid grid = new TimeGrid(0.1);
    int active = 0;
    for (Shape shape : RandomParameters.allShapes(device)) {
      Map<String, double[]> values = values(device, RandomParameters.draw(device, shape, random));
      values.put("origin", new double[] {2});
      values.put("start", new double[] {3});
      values.put("stop", new double[] {17});
      // Spikes of times in (5, 19] ms are those of steps 50 to 189.
      switch (device.stimulus(new Parameters(values), grid, Optional.empty())) {
        case Stimulus.Spikes spikes -> {
          assertThat(Arrays.stream(spikes.steps())).allMatch(step -> step >= 50 && step < 190);
          active += spikes.steps().length;
        }
        case Stimulus.Poisson poisson -> {
          assertThat(poisson.firstStep()).isEqualTo(50);
          assertThat(poisson.endStep()).isEqualTo(190);
          active++;
        }
        case Stimulus.Current current -> {
          assertThat(current.steps()[0]).isEqualTo(49);
          assertThat(current.steps()[current.steps().length - 1]).isEqualTo(189);
          assertThat(current.amplitudes()[current.amplitudes().length - 1]).isZero();
          active++;
        }
      }
    }
    assertThat(active).isPositive();
  }

  private static Map<String, double[]> values(Model model, Parameters parameters) {
    Map<String, double[]> values = RandomParameters.standard(model);
    model.parameters().forEach(p -> values.put(p.name(), parameters.vector(p)));
    return values;
  }

  @ParameterizedTest
  @MethodSource("devices")
  void shouldSendGivenSpikesInTheStepThatEndsAtTheirTime(DeviceModel device) {
    if (!device.acceptsSpikeTrains()) {
      return;
    }
    Parameters standard = new Parameters(RandomParameters.standard(device));
    SpikeTrain train = new SpikeTrain(new double[] {3.0, 0.1, 0.25, 3.0, 1.0004}, new double[0]);
    Stimulus.Spikes spikes =
        (Stimulus.Spikes) device.stimulus(standard, new TimeGrid(0.1), Optional.of(train));
    assertThat(spikes.steps()).containsExactly(0, 2, 9, 29, 29);
    assertThat(spikes.factors()).isEmpty();
  }
}
