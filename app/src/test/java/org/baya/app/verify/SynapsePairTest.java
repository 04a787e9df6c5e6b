package org.baya.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import org.baya.io.reference.CaseFiles.CaseFile;
import org.baya.io.reference.ReferenceCase;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The synapse models of NEST 3.9 in a pair of neurons. The source is replaced by a generator of the
 * spikes that NEST's source sent, so nothing but the synapse and the target is looked at; the
 * target's potential shows every weight that was transmitted.
 */
final class SynapsePairTest {
  private static final String SOURCE = "pre";

  static List<CaseFile> cases() throws URISyntaxException {
    return ReferenceReplayTest.cases().stream()
        .filter(file -> !file.read().finalWeights().isEmpty())
        .toList();
  }

  @Test
  void shouldHaveACaseForEachModel() throws URISyntaxException {
    assertThat(cases()).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldAnswerAsNestAnswers(CaseFile file) {
    Verdict verdict = new Verification(1).verify(withGivenSource(file.read()));
    assertThat(verdict.remarks()).isEmpty();
    assertThat(verdict.spikes()).isEqualTo(verdict.spikesExpected());
  }

  private static ReferenceCase withGivenSource(ReferenceCase reference) {
    Network network = reference.network();
    double[] times = Objects.requireNonNull(reference.spikes().get(SOURCE)).timesMs();
    Population source =
        Population.of(SOURCE, "spike_generator", 1).with("spike_times", Value.of(times));
    Network given =
        new Network(
            network.name(),
            network.resolutionMs(),
            network.seed(),
            network.populations().stream()
                .map(population -> population.name().equals(SOURCE) ? source : population)
                .toList(),
            network.projections().stream().filter(p -> !p.to().equals(SOURCE)).toList(),
            network.recordings());
    return new ReferenceCase(
        reference.name(),
        given,
        reference.durationMs(),
        reference.tolerance(),
        reference.sampleEveryMs(),
        reference.traces(),
        reference.spikes(),
        reference.finalWeights());
  }
}
