package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsCommandTest {
  private static final String EXPERIMENT =
      """
      name: small
      duration: 50
      populations:
        cells: {model: iaf_psc_exp, size: 30}
        others: {model: iaf_psc_exp, size: 2}
      projections:
        given:
          from: cells
          to: others
          edges: {source: [0, 1, 29, 3], target: [0, 1, 0, 1], weight: [1.0, 0.0, 2.5, 3.0]}
          drop: weight == 0
        local: {from: cells, to: cells, algebra: full - oneToOne, weight: 2.0, delay: 1.5}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void writeExperiment() throws IOException {
    file = Files.writeString(directory.resolve("small.yaml"), EXPERIMENT);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("connections", file.toString(), "--quiet"));
    all.addAll(List.of(arguments));
    return Baya.run(all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
  }

  @Test
  void shouldListFinalValuesWhenPopulationsAreNamed() {
    assertThat(run("--from", "cells", "--to", "others")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            projection  from -> to       model           source  target  weight  delay  port
            given       cells -> others  static_synapse       0       0       1      1     0
            given       cells -> others  static_synapse      29       0     2.5      1     0
            given       cells -> others  static_synapse       3       1       3      1     0
            """);
  }

  @Test
  void shouldStopAtTheLimitWhenThereAreMore() {
    assertThat(run("--projection", "local", "--target", "7", "--limit", "3"))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString().lines())
        .hasSize(5)
        .last()
        .isEqualTo("... and more; --limit N shows N, --out FILE writes all");
  }

  @Test
  void shouldPrintOneObjectWhenJsonIsAsked() {
    assertThat(run("--source", "29", "--to", "others", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("\"complete\": true")
        .contains("\"source\": 29")
        .contains("\"synapse_model\": \"static_synapse\"")
        .contains("\"weight\": 2.5");
  }

  @Test
  void shouldWriteEveryConnectionWhenFileIsNamed() throws IOException {
    Path edges = directory.resolve("edges.csv");
    assertThat(run("--out", edges.toString(), "--format", "csv")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).isEqualToNormalizingNewlines(edges + ": 873 connections (csv)\n");
    assertThat(Files.readAllLines(edges)).hasSize(874);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--from celsl | --from: no population 'celsl'; did you mean 'cells'?",
        "--projection loca | --projection: no projection 'loca'; did you mean 'local'?",
        "--from others | --from, --to: no projection leads from there to there; 'baya plan' lists them",
        "--target 40 --to cells | --target: 40; population 'cells' has the nodes 0 to 29",
        "--limit -1 | --limit: -1; allowed is 0 or more",
        "--format cvs | --format: unknown format 'cvs'; did you mean 'csv'?",
        "--out e.npz --source 1 | --out: writes whole projections; leave out --source and --target",
        "--out e.npz --format csr | e.npz: the format csr holds one projection, not 2; choose one with --projection"
      })
  void shouldExplainInOneLineWhenOptionsAreWrong(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString().lines()).containsExactly("baya: " + message);
    assertThat(out.toString()).isEmpty();
  }
}
