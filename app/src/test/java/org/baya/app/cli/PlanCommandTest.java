package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
  private static final String EXPERIMENT =
      """
      name: small
      duration: 50
      populations:
        cells: {model: iaf_psc_exp, size: 1000}
        others: {model: iaf_psc_exp, size: 2}
      projections:
        given:
          from: cells
          to: others
          edges: {source: [0, 1, 999, 3], target: [0, 1, 0, 1], weight: [1.0, 0.0, 2.0, 3.0]}
          drop: weight == 0
        local: {from: cells, to: cells, rule: fixed_indegree, indegree: 10}
      """;

  private static final Pattern FINGERPRINT =
      Pattern.compile("\"network_fingerprint\": \"(\\p{XDigit}{16})\"");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void writeExperiment() throws IOException {
    file = Files.writeString(directory.resolve("small.yaml"), EXPERIMENT);
  }

  @Test
  void shouldTellCountsBytesAndTimes() {
    assertThat(run()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .startsWith("small: 1,002 neurons, 10,003 synapses")
        .containsPattern("given +cells -> others +4 +1\\R")
        .contains("memory about ")
        .contains("time about ")
        .contains("3 threads");
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void shouldTellTheFingerprintOfTheRunWhenNetworkIsPlanned() throws IOException {
    run("--json");
    Matcher planned = FINGERPRINT.matcher(out.toString());
    assertThat(planned.find()).isTrue();
    List<String> args =
        List.of("run", file.toString(), "--quiet", "--out", directory.resolve("out").toString());
    Baya.run(args.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    Matcher built =
        FINGERPRINT.matcher(Files.readString(directory.resolve("out").resolve("summary.json")));
    assertThat(built.find()).isTrue();
    assertThat(built.group(1)).isEqualTo(planned.group(1)).isNotEqualTo("0".repeat(16));
  }

  @Test
  void shouldWriteNothing() throws IOException {
    run();
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void shouldPrintJson() {
    assertThat(run("--json", "--quiet")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .startsWith("{")
        .contains("\"synapses\": 10003,")
        .contains("\"dropped_synapses\": 1,");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldPrintEveryErrorOfFileAndDataAtOnce() throws IOException {
    String wrong =
        EXPERIMENT
                .replace("duration: 50", "duration: 0\ndurration: 50")
                .replace("999", "1000")
                .replace("indegree: 10", "indegre: 10")
            + "  more: {from: others, to: cells, rule: all_to_all, delay: 'min(0.05, receptor)'}\n";
    Files.writeString(file, wrong);
    assertThat(run("--quiet")).isEqualTo(ExitCode.INPUT);
    assertThat(out.toString()).isEmpty();
    List<String> lines = err.toString().lines().toList();
    assertThat(lines)
        .hasSize(5)
        .allSatisfy(line -> assertThat(line).startsWith("baya: small.yaml:"));
    assertThat(lines.get(0)).contains("small.yaml:2: duration: is 0.0 ms");
    assertThat(lines.get(1)).contains("small.yaml:3: durration: unknown key");
    assertThat(lines.get(2)).contains("small.yaml:13: projections.local.indegre: ");
    assertThat(lines)
        .anySatisfy(line ->
            assertThat(line)
                .contains("small.yaml:11")
                .contains("source is 1000; allowed is 0 to 999"));
    assertThat(lines)
        .anySatisfy(line -> assertThat(line).contains("small.yaml:14").contains("receptor"));
  }

  /** What refers to something that is there is no error just because another thing is wrong. */
  @Test
  void shouldBlameOnlyWhatIsWrong() throws IOException {
    Files.writeString(
        file,
        """
        name: blame
        resolution: 0.1
        duration: 10
        populations:
          a: {model: iaf_psc_exp, size: 1}
          b: {model: iaf_psc_exp, size: 3, parameters: {tau_m: -1}}
          vt: {model: volume_transmitter, size: 1}
        projections:
          good: {from: a, to: a, rule: all_to_all, synapse: {model: stdp_dopamine_synapse, volume_transmitter: vt}}
          pairs: {from: a, to: a, rule: all_to_all, synapses: [{weight: 1.0}, {weight: 2, receptor: 3}]}
          way: {from: a, to: a, rule: all_to_all, third: {population: a, p: 0.5, pool_size: 77}}
          bad: {from: a, to: a, rule: all_to_all, synapse: {model: stdp_dopamine_synapse, volume_transmitter: vtt}}
        """);
    assertThat(run("--quiet")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString().lines())
        .containsExactlyInAnyOrder(
            "baya: small.yaml:6: populations.b.parameters.tau_m: is -1.0; allowed is > 0 (ms)",
            "baya: small.yaml:12: projections.bad.synapse.volume_transmitter: no population 'vtt'; did you mean 'vt'?",
            "baya: small.yaml:11: projections.way.third.pool_size: 77; allowed is 1 to the 1 nodes of 'a'",
            "baya: small.yaml:10: projections.pairs.synapses[1].receptor: edge from 0 to 0: receptor is 3; population 'a' (iaf_psc_exp) has 0");
  }

  private int run(String... options) {
    List<String> args = new ArrayList<>(List.of("plan", file.toString(), "--threads", "3"));
    args.addAll(List.of(options));
    return Baya.run(args.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
  }
}
