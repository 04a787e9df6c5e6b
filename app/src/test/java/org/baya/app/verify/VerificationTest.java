package org.baya.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.baya.io.reference.CaseReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases of other forms than those of the reference. */
class VerificationTest {
  private static Verdict verdict(
      String resolution, String model, String nodes, String connections, String reference) {
    String text =
        """
        {"resolution": %s, "duration": 20.0, "tolerance": 1e-9,
         "nodes": [{"name": "in", "model": "spike_generator", "count": 2, "params": {"spike_times": [2.0, 5.0]}},
                   {"name": "n", "model": "%s", "count": 2}%s],
         "connections": [%s],
         "reference": {%s}}
        """
            .formatted(resolution, model, nodes, connections, reference);
    return new Verification(1).verify(CaseReader.read("case.json", text));
  }

  private static void assertPassed(Verdict verdict) {
    assertThat(verdict.remarks()).isEmpty();
    assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.PASSED);
  }

  /** Edges of all pairs: of a list in its order or by source, of a rule in either order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "static_synapse | [1, 2, 3, 4]",
        "static_synapse_hom_w | 3",
        "stdp_synapse | [1, 2, 3, 4]",
        "bernoulli_synapse | [1, 2, 3, 4]",
      })
  void shouldCompareFinalWeightsOfAnySynapse(String synapse, String weight) {
    String expected = weight.startsWith("[") ? weight : "[3, 3, 3, 3]";
    String all =
        "{'pre': 'in', 'post': 'n', 'weight': %s, 'synapse': '%s', 'record_final_weight': true}";
    String listed =
        "{'pre': 'in', 'post': 'n', 'edges': {'source': [1, 0, 1, 0], 'target': [0, 1, 1, 0]}, 'weight': %s, 'synapse': '%s'}";
    String connections = (all + ", " + listed).formatted(weight, synapse, weight, synapse);
    String bySource = weight.startsWith("[") ? "[4, 2, 1, 3]" : expected;
    for (String order : new String[] {expected, bySource}) {
      assertPassed(
          verdict(
              "0.1",
              "iaf_psc_exp",
              "",
              quoted(connections),
              quoted("'final_weights': {'0': %s, '1': %s}".formatted(expected, order))));
    }
  }

  @Test
  void shouldSayWhichFinalWeightOfAStaticSynapseDiffers() {
    Verdict verdict =
        verdict(
            "0.1",
            "iaf_psc_exp",
            "",
            quoted("{'pre': 'in', 'post': 'n', 'weight': 2.0, 'rule': 'one_to_one'}"),
            quoted("'final_weights': {'0': [2.0, 2.5]}"));
    assertThat(verdict.remarks()).containsExactly("c0: final weight 1 is 2.0, expected 2.5");
  }

  /** What is recorded stands elsewhere, and connections keep their numbers. */
  @Test
  void shouldLeaveOutRecordersAmongTheNodes() {
    String nodes =
        quoted(
            ", {'name': 'sr', 'model': 'spike_recorder'}, {'name': 'mm', 'model': 'multimeter', 'params': {'record_from': ['V_m']}},"
                + " {'name': 'wr', 'model': 'weight_recorder'}");
    String connections =
        quoted(
            "{'pre': 'n', 'post': 'sr'}, {'pre': 'mm', 'post': 'n', 'weight': null},"
                + " {'pre': 'in', 'post': 'n', 'weight': 3, 'delay': 1, 'receptor': 0}");
    Verdict verdict =
        verdict(
            "1.0",
            "iaf_psc_delta",
            nodes,
            connections,
            quoted(
                "'traces': {'n': {'times': [2.0, 3.0, 4.0], 'senders': [1, 1, 1], 'V_m': [-70, -64, %s]}},"
                        .formatted(-70 + 6 * Math.exp(-0.1))
                    + " 'spikes': {'in': {'times': [2, 2, 5, 5], 'senders': [0, 1, 1, 0]}, 'n': {'times': []}},"
                    + " 'final_weights': {'2': [3, 3, 3, 3]}"));
    assertPassed(verdict);
    assertThat(verdict.models()).containsExactly("spike_generator", "iaf_psc_delta");
  }

  @Test
  void shouldTakeRulesWithOptionsAndASynapseThatNamesANode() {
    String nodes =
        quoted(
            ", {'name': 'vt', 'model': 'volume_transmitter'}, {'name': 'dopa', 'model': 'parrot_neuron', 'params': null}");
    String connections =
        quoted(
            "{'pre': 'in', 'post': 'dopa'}, {'pre': 'dopa', 'post': 'vt'},"
                + " {'pre': 'in', 'post': 'n', 'rule': {'rule': 'fixed_indegree', 'indegree': 3}, 'weight': 2.0,"
                + " 'synapse': 'stdp_dopamine_synapse', 'synapse_params': {'volume_transmitter': 'vt', 'Wmin': 1.0}}");
    Verdict verdict =
        verdict(
            "0.05",
            "iaf_cond_exp",
            nodes,
            connections,
            quoted("'spikes': {'dopa': {'times': [3, 3, 6, 6], 'senders': [0, 0, 0, 0]}}"));
    assertPassed(verdict);
  }

  @Test
  void shouldNameAModelThatIsMissing() {
    Verdict verdict =
        verdict("0.1", "iaf_tum_2000", "", "", quoted("'spikes': {'n': {'times': []}}"));
    assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.SKIPPED);
    assertThat(verdict.remarks()).containsExactly("no iaf_tum_2000");
  }

  @Test
  void shouldFailInOneLineWhereACaseCannotBeBuilt() {
    Verdict verdict =
        verdict(
            "0.1",
            "iaf_psc_exp",
            "",
            quoted("{'pre': 'in', 'post': 'n', 'receptor': 1}"),
            quoted("'spikes': {'n': {'times': []}}"));
    assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FAILED);
    assertThat(verdict.remarks())
        .containsExactly(
            "projections.c0.receptor: edge from 0 to 0: receptor is 1; population 'n' (iaf_psc_exp) has 0");
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
