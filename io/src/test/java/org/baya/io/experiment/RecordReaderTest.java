package org.baya.io.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.baya.error.InvalidInputException;
import org.baya.network.Recording;
import org.baya.network.Recording.Format;
import org.baya.network.Recording.Window;
import org.baya.network.WeightRecording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecordReaderTest {
  private static final double FOREVER = Double.POSITIVE_INFINITY;

  @TempDir private Path directory;

  private List<Recording> recordings(String record) throws IOException {
    Path file = directory.resolve("e.yaml");
    Files.writeString(
        file,
        """
        resolution: 0.1
        duration: 100
        populations:
          a: {model: iaf_psc_exp, size: 4}
          b: {model: iaf_psc_exp, size: 4}
          noise: {model: poisson_generator, size: 1}
          packet: {model: pulsepacket_generator, size: 1}
          dc: {model: dc_generator, size: 1}
        record:
          %s
        """
            .formatted(record));
    return ExperimentFile.load(file, List.of()).network().recordings();
  }

  @Test
  void shouldReadWindowsAndFormats() throws IOException {
    assertThat(recordings("spikes: {of: [a, packet], start: 10, stop: 50, origin: 5, format: csv}"))
        .containsExactly(
            new Recording.Spikes("a", Optional.empty(), new Window(15, 55), Format.CSV),
            new Recording.Spikes("packet", Optional.empty(), new Window(15, 55), Format.CSV));
    assertThat(recordings("V_m: {of: a, ids: [1], every: 0.5, offset: 0.2, start: 3}"))
        .containsExactly(
            new Recording.Samples(
                "a",
                Optional.of(List.of(1L)),
                List.of("V_m"),
                0.5,
                0.2,
                new Window(3, FOREVER),
                Format.SONATA));
  }

  @Test
  void shouldReadRecordersByTheirNamesInNest() throws IOException {
    assertThat(recordings("spike_recorder: {of: a}"))
        .containsExactly(new Recording.Spikes("a", Optional.empty()));
    assertThat(recordings("multimeter: {of: a, record_from: [V_m, I_syn_ex], interval: 2.0}"))
        .containsExactly(
            new Recording.Samples("a", Optional.empty(), List.of("V_m", "I_syn_ex"), 2.0));
    assertThat(recordings("voltmeter: {of: [a, b]}"))
        .containsExactly(
            new Recording.Samples("a", Optional.empty(), List.of("V_m"), 1.0),
            new Recording.Samples("b", Optional.empty(), List.of("V_m"), 1.0));
    assertThat(
            recordings(
                "correlation_detector: {of: [a, b], delta_tau: 0.5, tau_max: 20, Tstart: 10}"))
        .containsExactly(new Recording.Correlation("a", "b", 0.5, 20, new Window(10, FOREVER)));
    assertThat(recordings("correlation_detector: {of: [a, a]}"))
        .containsExactly(new Recording.Correlation("a", "a", 0.5, 5, new Window(0, FOREVER)));
    assertThat(recordings("correlation_detector: {of: [a, b], weights: [2, [1, 3]], format: h5}"))
        .containsExactly(
            new Recording.Correlation(
                "a",
                "b",
                0.5,
                5,
                new Window(0, FOREVER),
                List.of(List.of(2.0), List.of(1.0, 3.0)),
                WeightRecording.Format.H5));
  }

  @Test
  void shouldTakeInfinityForTheEnd() throws IOException {
    for (String word : List.of(".inf", "inf", "+.INF")) {
      assertThat(recordings("spikes: {of: a, start: 2, stop: " + word + "}"))
          .containsExactly(
              new Recording.Spikes("a", Optional.empty(), new Window(2, FOREVER), Format.SONATA));
    }
  }

  @Test
  void shouldReadCurrentsOfStimulators() throws IOException {
    assertThat(recordings("I: {of: dc, every: 0.5}"))
        .containsExactly(new Recording.Samples("dc", Optional.empty(), List.of("I"), 0.5));
    assertThat(recordings("multimeter: {of: dc, record_from: I, format: csv}"))
        .containsExactly(
            new Recording.Samples(
                "dc", Optional.empty(), List.of("I"), 1, 0, new Window(0, FOREVER), Format.CSV));
  }

  @Test
  void shouldSayWhereARecorderStandsWhenItIsAPopulation() {
    Path file = directory.resolve("r.yaml");
    assertThatThrownBy(
            () -> {
              Files.writeString(
                  file, "duration: 1\npopulations: {r: {model: voltmeter, size: 1}}\n");
              ExperimentFile.load(file, List.of());
            })
        .hasMessage(
            "r.yaml:2: populations.r.model: is a recorder; recorders stand in 'record', see 'baya models voltmeter'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "multimetre: {of: a} | e.yaml:10: record.multimetre: unknown key; did you mean 'multimeter'?",
        "multimeter: {of: a} | e.yaml:10: record.multimeter: needs 'record_from': the variables to record",
        "V_m: {of: a, offset: 0.05} | e.yaml:10: record.V_m.offset: is 0.05 ms; allowed is a multiple of the resolution, 0.1 ms",
        "V_m: {of: a, every: 1, interval: 1} | e.yaml:10: record.V_m: has 'every' and 'interval'; they are the same, allowed is one",
        "spikes: {of: a, start: 9, stop: 8} | e.yaml:10: record.spikes.stop: is 8.0 ms; allowed is at least start",
        "spikes: {of: a, format: cvs} | e.yaml:10: record.spikes.format: is 'cvs'; did you mean 'csv'?",
        "spikes: {of: noise} | e.yaml:10: record.spikes.of: population 'noise' (poisson_generator) has no spikes of its own to record",
        "multimeter: {of: noise, record_from: I} | e.yaml:10: record.multimeter.of: population 'noise' (poisson_generator) has no variables to record",
        "correlation_detector: {of: [a, b], weights: 2} | e.yaml:10: record.correlation_detector.weights: has 1 elements; allowed are two, each a number or a list of them",
        "correlation_detector: {of: [a, b], delta_tau: 0.4} | e.yaml:10: record.correlation_detector.delta_tau: is 0.4 ms; allowed is an odd multiple of the resolution, 0.1 ms",
        "correlation_detector: {of: [a, b], tau_max: 0.7} | e.yaml:10: record.correlation_detector.tau_max: is 0.7 ms; allowed is a multiple of delta_tau, 0.5 ms",
        "spikes: {of: a, start: .inf} | e.yaml:10: record.spikes.start: is '.inf'; allowed is a finite number",
        "correlation_detector: {of: a} | e.yaml:10: record.correlation_detector: 'of' has 1 populations; allowed are two",
        "correlation_detector: {of: [a, c]} | e.yaml:10: record.correlation_detector.of[1]: no population 'c'; known: a, b, dc, noise, packet",
      })
  void shouldSayWhatIsWrong(String record, String message) {
    assertThatThrownBy(() -> recordings(record))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }
}
