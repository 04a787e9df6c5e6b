package org.baya.io.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.baya.build.NetworkBuilder;
import org.baya.build.NetworkEdges;
import org.baya.build.NetworkFingerprint;
import org.baya.build.ProjectionEdges;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.ExperimentFile;
import org.baya.io.file.ForeignPython;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported edges as foreign readers and our own see them. */
class EdgeFormatTest {
  private static final Network NETWORK =
      Network.of("t", 0.1)
          .with(Population.of("a", "iaf_psc_exp", 3))
          .with(Population.of("b", "iaf_psc_exp", 4))
          .with(
              Projection.of(
                      "ab",
                      "a",
                      "b",
                      Connectivity.edges(new int[] {2, 0, 2, 1}, new int[] {3, 1, 0, 1})
                          .with("weight", 0.5, -1.25, 0, 1.0 / 3))
                  .with("delay", 1.26)
                  .dropping("weight == 0"))
          .with(
              Projection.of(
                      "ba", "b", "a", new Connectivity.Algebra("cross(0, N) * full", List.of()))
                  .with("weight", "normal(1, 0.1)"));

  @TempDir Path directory;

  private Path write(EdgeFormat format, String... names) {
    Path file = directory.resolve("edges." + (format == EdgeFormat.CSV ? "csv" : "npz"));
    try (NetworkEdges edges = NetworkEdges.open(NETWORK)) {
      List<ProjectionEdges> wanted =
          edges.projections().stream().filter(p -> List.of(names).contains(p.name())).toList();
      assertThat(format.write(wanted, file)).isEqualTo(names.length > 1 ? 6 : 3);
    }
    return file;
  }

  @Test
  void shouldBeReadByNumpyWhenCoordinatesAreWritten() {
    assertThat(
            ForeignPython.lines(
                EdgeFormatTest.class, "print_coo.py", write(EdgeFormat.COO, "ab"), "numpy"))
        .containsExactly(
            "source int32 2 0 1",
            "target int32 3 1 1",
            "weight float64 0.5 -1.25 0.3333333333333333",
            "delay float64 1.3 1.3 1.3",
            "receptor int32 0 0 0");
    assertThat(
            ForeignPython.lines(
                EdgeFormatTest.class, "print_coo.py", write(EdgeFormat.COO, "ab", "ba"), "numpy"))
        .hasSize(10)
        .contains("ab/source int32 2 0 1", "ba/target int32 0 1 2");
  }

  @Test
  void shouldBeReadByScipyWhenSparseMatrixIsWritten() {
    assertThat(
            ForeignPython.lines(
                EdgeFormatTest.class, "print_csr.py", write(EdgeFormat.CSR, "ab"), "scipy.sparse"))
        .containsExactly("csr 3 4 3 True", "0 1 -1.25", "1 1 0.3333333333333333", "2 3 0.5");
  }

  @Test
  void shouldWriteALineForEachEdgeWhenTextIsWritten() throws IOException {
    assertThat(Files.readString(write(EdgeFormat.CSV, "ab")))
        .isEqualTo(
            """
            projection,source,target,weight,delay,receptor
            ab,2,3,0.5,1.3,0
            ab,0,1,-1.25,1.3,0
            ab,1,1,0.3333333333333333,1.3,0
            """);
  }

  @Test
  void shouldBuildTheSameNetworkWhenReadAgain() throws IOException {
    write(EdgeFormat.COO, "ab", "ba");
    Path file =
        Files.writeString(
            directory.resolve("again.yaml"),
            """
            duration: 1
            populations: {a: {model: iaf_psc_exp, size: 3}, b: {model: iaf_psc_exp, size: 4}}
            projections:
              ab: {from: a, to: b, edges: {file: edges.npz, source: ab/source, target: ab/target, weight: ab/weight, delay: ab/delay}}
              ba: {from: b, to: a, edges: {file: edges.npz, source: ba/source, target: ba/target, weight: ba/weight, delay: ba/delay}}
            """);
    Network again = ExperimentFile.load(file, List.of()).network();
    assertThat(NetworkFingerprint.of(NetworkBuilder.build(again, 1).network(), 1))
        .isEqualTo(NetworkFingerprint.of(NetworkBuilder.build(NETWORK, 2).network(), 2));
  }

  @Test
  void shouldSayWhatIsAllowedWhenFormatIsWrong() {
    assertThatThrownBy(() -> EdgeFormat.of("cso"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("--format: unknown format 'cso'; did you mean '");
    assertThatThrownBy(() -> write(EdgeFormat.CSR, "ab", "ba"))
        .hasMessageEndingWith(
            "the format csr holds one projection, not 2; choose one with --projection");
    assertThat(directory).isEmptyDirectory();
  }
}
