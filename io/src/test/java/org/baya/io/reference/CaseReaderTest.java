package org.baya.io.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CaseReaderTest {
  private static final String CASE =
      """
      {"name": "small", "note": "x", "made_by": "hand", "resolution": 0.1, "duration": 5, "tolerance": 0,
       "nodes": [{"name": "a", "model": "iaf_psc_exp", "count": 2, "params": {"V_m": [-60.0, -65], "I_e": 3}},
                 {"name": "g", "model": "spike_generator", "params": {"spike_times": [1.0, 2.0], "allow_offgrid_times": true}}],
       "connections": [
         {"pre": "g", "post": "a", "weight": 2.5, "delay": 1.5},
         {"pre": "a", "post": "a", "edges": {"source": [0, 1, 1], "target": [1, 0, 1]}, "weight": [1, 2, 3],
          "receptor": 0, "synapse": "stdp_synapse", "synapse_params": {"Wmax": 100.0}}],
       "reference": {"simulator": "NEST", "spikes": {"a": {"senders": [1, 0], "times": [2.0, 1.0]}},
                     "final_weights": {"1": [4, 5, 6]}}}
      """;

  private static double[] column(Value value) {
    try (Arena arena = Arena.ofConfined()) {
      return ((Value.Data) value).source().open(arena).toDoubles();
    }
  }

  @Test
  void shouldReadNodes() {
    ReferenceCase read = CaseReader.read("small.json", CASE);
    assertThat(read.network().populations()).hasSize(2);
    assertThat(read.network().populations().getFirst().size()).contains(2L);
    var parameters = read.network().populations().getFirst().parameters();
    assertThat(column(parameters.get("V_m"))).containsExactly(-60, -65);
    assertThat(parameters.get("I_e")).isEqualTo(Value.of(3.0));
    var generator = read.network().populations().get(1).parameters();
    assertThat(((Value.Vector) generator.get("spike_times")).values()).containsExactly(1, 2);
    assertThat(generator.get("allow_offgrid_times")).isEqualTo(Value.of(1.0));
  }

  @Test
  void shouldReadConnections() {
    ReferenceCase read = CaseReader.read("small.json", CASE);
    Projection drive = read.network().projections().getFirst();
    assertThat(drive.connectivity()).isEqualTo(Connectivity.rule("all_to_all"));
    assertThat(drive.synapse())
        .containsEntry("weight", Value.of(2.5))
        .containsEntry("delay", Value.of(1.5));
    Projection plastic = read.network().projections().get(1);
    assertThat(plastic.synapseModel()).isEqualTo("stdp_synapse");
    assertThat(plastic.connectivity()).isInstanceOf(Connectivity.Edges.class);
    assertThat(column(plastic.synapse().get("weight"))).containsExactly(1, 2, 3);
    assertThat(plastic.synapse()).containsEntry("Wmax", Value.of(100.0));
  }

  @Test
  void shouldReadTheAnswer() {
    ReferenceCase read = CaseReader.read("small.json", CASE);
    assertThat(read.spikes().get("a").timesMs()).containsExactly(1, 2);
    assertThat(read.spikes().get("a").senders()).containsExactly(0, 1);
    assertThat(read.finalWeights().get("c1")).containsExactly(4, 5, 6);
    assertThat(read.models()).containsExactly("iaf_psc_exp", "spike_generator", "stdp_synapse");
    assertThat(read.sampleEveryMs()).isEqualTo(0.1);
  }

  @Test
  void shouldReadJsonWithoutSpaces() {
    ReferenceCase read = CaseReader.read("small.json", CASE.replaceAll("\\s", ""));
    assertThat(read.network().projections()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"count\": 2 | \"count\": 0 | small.json:2: nodes[0].count: is '0'; allowed is a whole number >= 1",
        "\"pre\": \"g\" | \"pre\": \"h\" | small.json:5: connections[0].pre: no node 'h'; known: a, g",
        "[1, 2, 3] | [1, 2] | small.json:6: connections[1].weight: has 2 elements; allowed is one number, or one for each listed edge",
        "[0, 1, 1] | [0, 1] | small.json:6: connections[1].edges: has 2 sources but 3 targets",
        "[0, 1, 1] | [0, 1, -1] | small.json:6: connections[1].edges.source: is '-1'; allowed is a whole number >= 0",
        "{\"1\": [4, 5, 6]} | {\"2\": [4]} | small.json:9: reference.final_weights.2: no such connection; there are 2",
        "\"senders\": [1, 0] | \"senders\": [1, 2] | small.json:8: reference.spikes.a.senders: has node 2; allowed is 0 to 1",
        "\"resolution\": 0.1 | \"resolution\": 0 | small.json:1: resolution: is '0'; allowed is a finite number > 0",
        "{\"name\": \"small\" | [{\"name\": \"small\" | small.json:10: not valid JSON: expected ',' or ']', but got <stream end>",
      })
  void shouldSayWhatIsWrong(String good, String bad, String message) {
    assertThatThrownBy(() -> CaseReader.read("small.json", CASE.replace(good, bad)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }
}
