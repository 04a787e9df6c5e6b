package org.baya.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.baya.io.reference.CaseReader;
import org.baya.io.reference.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonTest {

  /** Two neurons sampled at 1 ms intervals; one connection with a final weight. */
  private static ReferenceCase reference(double tolerance) {
    return CaseReader.read(
        "a.json",
        """
        {"resolution": 0.1, "duration": 3.0, "interval": 1.0, "tolerance": %s,
         "nodes": [{"name": "n", "model": "iaf_psc_exp", "count": 2}],
         "connections": [{"pre": "n", "post": "n", "record_final_weight": true}],
         "record": {"n": ["V_m"]},
         "reference": {
           "traces": {"n": {"times": [1.0, 1.0, 2.0], "senders": [0, 1, 1], "V_m": [-70.0, -69.0, NaN]}},
           "spikes": {"n": {"times": [0.3, 2.5], "senders": [1, 0]}},
           "final_weights": {"0": [4.0]}}}
        """
            .formatted(tolerance));
  }

  private static Verdict verdict(
      double tolerance, double[] times, int[] senders, double last, double weight) {
    Answer answer =
        new Answer(
            Map.of("n", new ReferenceCase.Spikes(senders, times)),
            Map.of("n", new Answer.Samples(new double[][] {{-70, -69}, {-1, last}, {-1, -1}}, 2)),
            Map.of("c0", new FinalWeights(new double[] {weight}, new double[] {weight})));
    return Comparison.of(reference(tolerance), answer);
  }

  @Test
  void shouldPassWhenAllAgrees() {
    Verdict verdict =
        verdict(1e-9, new double[] {0.3, 2.5}, new int[] {1, 0}, Double.NaN, 4 + 1e-10);
    assertThat(verdict)
        .isEqualTo(
            new Verdict(
                "a.json",
                List.of("iaf_psc_exp"),
                Verdict.Outcome.PASSED,
                2,
                2,
                0,
                1e-9,
                List.of()));
  }

  @ParameterizedTest
  @CsvSource({"1e-9, 0.4, FAILED", "1e-3, 0.4, PASSED", "1e-3, 0.5, FAILED"})
  void shouldAllowOneStepOnlyWhereTheToleranceIsWide(
      double tolerance, double time, Verdict.Outcome outcome) {
    Verdict verdict = verdict(tolerance, new double[] {time, 2.5}, new int[] {1, 0}, Double.NaN, 4);
    assertThat(verdict.outcome()).isEqualTo(outcome);
    if (outcome == Verdict.Outcome.FAILED) {
      assertThat(verdict.remarks()).hasSize(1);
      assertThat(verdict.remarks().getFirst()).startsWith("n: spike ").contains("at " + time);
    }
  }

  @Test
  void shouldCompareSpikesOfEachNodeWhereTheToleranceIsWide() {
    double[] times = {0.3, 2.5};
    assertThat(verdict(1e-3, times, new int[] {0, 1}, Double.NaN, 4).outcome())
        .isEqualTo(Verdict.Outcome.FAILED);
  }

  @Test
  void shouldFailWhenASpikeIsMissing() {
    assertThat(verdict(1e-2, new double[] {0.3}, new int[] {1}, Double.NaN, 4).remarks())
        .containsExactly("n: 1 spikes, expected 2");
  }

  @Test
  void shouldFailWhenATraceDiffers() {
    double[] times = {0.3, 2.5};
    assertThat(verdict(1e-9, times, new int[] {1, 0}, -60, 4).remarks())
        .containsExactly("n.V_m: differs by Infinity at 2.0 ms");
  }

  @Test
  void shouldFailWhenAFinalWeightDiffers() {
    double[] times = {0.3, 2.5};
    assertThat(verdict(1e-9, times, new int[] {1, 0}, Double.NaN, 4.1).remarks())
        .containsExactly("c0: final weight 0 is 4.1, expected 4.0");
  }
}
