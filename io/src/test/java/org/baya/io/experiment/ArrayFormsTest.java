package org.baya.io.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baya.network.Layer;
import org.baya.network.Population;
import org.baya.network.SpikeTrains;
import org.baya.network.Value;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of file in every use: each line of the tables of docs/arrays.md. */
class ArrayFormsTest {
  private static final List<String> WITH_DELAYS =
      List.of("0 1 3.0 3.5", "1 0 1.5 1.5", "1 2 0.25 4.5", "2 2 4.0 5.5", "3 0 -2.0 2.5");
  private static final List<String> WITHOUT =
      List.of("0 1 3.0 1.0", "1 0 1.5 1.0", "1 2 0.25 1.0", "2 2 4.0 1.0", "3 0 -2.0 1.0");
  private static final List<String> SPARSE = List.of("csr", "csc", "coo", "bsr", "dia");
  private static final List<String> LAYOUTS =
      List.of("contiguous", "chunked", "gzip", "shuffle", "big");

  @TempDir private static Path directory;
  private static ArrayForms forms;

  @BeforeAll
  static void unpack() throws IOException {
    forms = new ArrayForms(directory);
  }

  private static List<String> scipy(String pattern) {
    return SPARSE.stream()
        .flatMap(form -> Stream.of(form + "_matrix", form + "_array"))
        .map(pattern::formatted)
        .toList();
  }

  private static List<String> layouts(String pattern) {
    return LAYOUTS.stream().map(layout -> pattern.replace("LAYOUT", layout)).toList();
  }

  private static Stream<String> together(List<List<String>> lists) {
    List<String> all = new ArrayList<>();
    lists.forEach(all::addAll);
    return all.stream();
  }

  static Stream<String> edgesWithDelays() {
    return together(
        List.of(
            layouts(
                "{file: arrays.h5, source: LAYOUT/source, target: LAYOUT/target, weight: LAYOUT/weight, delay: LAYOUT/delay}"),
            layouts(
                "{file: arrays.h5, dataset: LAYOUT/edges, columns: [source, target, weight, delay]}"),
            List.of(
                "{source: source.npy, target: target.npy, weight: weight.npy, delay: delay.npy}",
                "{file: edges.npy, columns: [source, target, weight, delay]}",
                "{file: edges_fortran.npy, columns: [source, target, weight, delay]}",
                "{file: edges.npz}",
                "{file: edges_packed.npz, source: source, target: target, weight: weight, delay: delay}",
                "{file: edges.csv}",
                "{file: edges.tsv}",
                "{file: edges_quoted.csv}",
                "{file: edges.tsv, source: source, target: target, weight: weight, delay: delay}")));
  }

  @ParameterizedTest
  @MethodSource("edgesWithDelays")
  void shouldReadEdges(String edges) throws IOException {
    assertThat(forms.edges("edges: " + edges)).containsExactlyElementsOf(WITH_DELAYS);
  }

  static Stream<String> sparseEdges() {
    return together(
        List.of(
            scipy("{file: weights_%s.npz}"),
            scipy("{file: weights_%s.npz, source: column, target: row, weight: value}"),
            List.of(
                "{file: weights.mtx}",
                "{file: weights_packed.mtx.gz}",
                "{file: weights.mtx, source: column, target: row, weight: value}")));
  }

  @ParameterizedTest
  @MethodSource("sparseEdges")
  void shouldReadEdgesOfASparseMatrix(String edges) throws IOException {
    assertThat(forms.edges("edges: " + edges)).containsExactlyElementsOf(WITHOUT);
  }

  static Stream<String> matrices() {
    List<String> numpy = new ArrayList<>();
    for (String type : List.of("f8", "f4", "f2")) {
      for (String form : List.of("little_%s_C", "little_%s_F", "big_%s_C", "big_%s_F")) {
        numpy.add("{file: weights_" + form.formatted(type) + ".npy}");
      }
    }
    return together(
        List.of(
            numpy,
            scipy("{file: weights_%s.npz}"),
            layouts("{file: arrays.h5, dataset: LAYOUT/W}"),
            List.of(
                "{file: cells.npz, dataset: W}",
                "{file: weights.mtx}",
                "{file: weights_packed.mtx.gz}",
                "{file: dense.mtx}",
                "{file: dense_packed.mtx.gz}",
                "{file: weights.csv}",
                "{file: weights.tsv}")));
  }

  @ParameterizedTest
  @MethodSource("matrices")
  void shouldReadAMatrixTargetTimesSource(String matrix) throws IOException {
    String drop = ", drop: weight == 0";
    assertThat(forms.edges("matrix: " + matrix + drop)).containsExactlyElementsOf(WITHOUT);
  }

  @Test
  void shouldReadAMatrixSourceTimesTargetWhereItSaysSo() throws IOException {
    for (String file : List.of("weights_csr_matrix.npz", "weights_dia_array.npz", "weights.mtx")) {
      String matrix = "matrix: {file: %s, rows: source}".formatted(file);
      Experiment turned =
          ArrayForms.experiment(directory, "{model: iaf_psc_exp, size: 3}", 4, matrix);
      assertThat(ArrayForms.edges(turned))
          .containsExactly(
              "0 1 1.5 1.0", "0 3 -2.0 1.0", "1 0 3.0 1.0", "2 1 0.25 1.0", "2 2 4.0 1.0");
    }
  }

  @Test
  void shouldReadASparseMatrixWhoseColumnsArePorts() throws IOException {
    Experiment ports =
        ArrayForms.experiment(
            directory,
            "{model: poisson_generator, size: 1}",
            3,
            "matrix: {file: weights_csr_matrix.npz, columns: receptor}, weight: weight * 10 + receptor, receptor: 0");
    assertThat(ArrayForms.edges(ports))
        .containsExactly(
            "0 0 -17.0 1.0", "0 0 16.0 1.0", "0 1 30.0 1.0", "0 2 3.5 1.0", "0 2 42.0 1.0");
  }

  static Stream<String> positions() {
    return together(
        List.of(
            scipy("{file: place_%s.npz, columns: [x, y]}"),
            layouts("{file: arrays.h5, dataset: LAYOUT/place, columns: [x, y]}"),
            List.of(
                "{file: place.npy, columns: [x, y]}",
                "{file: place_fortran.npy, columns: [x, y]}",
                "{x: {file: place.npy, column: 0}, y: {file: place.npy, column: 1}}",
                "{file: cells.npz, x: x, y: y}",
                "{file: cells.npz}",
                "{file: place.mtx, columns: [x, y]}",
                "{file: place_sparse.mtx, columns: [x, y]}",
                "{file: cells.csv}",
                "{file: cells.tsv, x: x, y: y}")));
  }

  @ParameterizedTest
  @MethodSource("positions")
  void shouldReadPositions(String positions) throws IOException {
    Layer.Free layer = (Layer.Free) cells("positions: " + positions).positions().orElseThrow();
    assertThat(layer.coordinates()).containsOnlyKeys("x", "y");
    assertThat(numbers(layer.coordinates().get("x"))).containsExactly(0, 1, 2, 3.5);
    assertThat(numbers(layer.coordinates().get("y"))).containsExactly(10, 20, -5, 0.5);
  }

  static Stream<String> parameters() {
    return together(
        List.of(
            scipy("{file: potential_%s.npz}"),
            layouts("{file: arrays.h5, dataset: LAYOUT/V}"),
            List.of(
                "{file: potential.npy}",
                "{file: cells.npz, dataset: V}",
                "{file: potential.mtx}",
                "{file: potential.mtx, column: 0}",
                "{file: cells.csv, column: V_m}",
                "{file: cells.tsv, dataset: V_m}")));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void shouldReadAParameterOfEachNeuron(String value) throws IOException {
    Population cells = cells("parameters: {V_m: " + value + "}");
    assertThat(numbers(cells.parameters().get("V_m"))).containsExactly(-70, -65.5, -60, -55.25);
  }

  static Stream<String> spikes() {
    return together(
        List.of(
            scipy("{file: raster_%s.npz, interval: 1.0}"),
            layouts("{file: arrays.h5, ids: LAYOUT/ids, times: LAYOUT/times}"),
            layouts("{file: arrays.h5, dataset: LAYOUT/raster, interval: 1.0}"),
            layouts("{file: arrays.h5, ids: LAYOUT/int8, times: LAYOUT/float16}"),
            layouts("{file: arrays.h5, ids: LAYOUT/uint16, times: LAYOUT/float32}"),
            List.of(
                "{file: spikes.npy, columns: [ids, times]}",
                "{file: raster.npy, interval: 1.0}",
                "{file: cells.npz, ids: ids, times: times}",
                "{file: cells.npz}",
                "{file: cells.npz, dataset: raster, interval: 1.0}",
                "{file: spikes.mtx, columns: [ids, times]}",
                "{file: raster.mtx, interval: 1.0}",
                "{file: spikes.csv}",
                "{file: spikes.tsv, ids: ids, times: times}",
                "{file: spikes.csv, columns: [times, ids]}",
                "{file: raster.csv, interval: 1.0}",
                "{file: raster.tsv, interval: 1.0}")));
  }

  @ParameterizedTest
  @MethodSource("spikes")
  void shouldReadSpikeTrains(String spikes) throws IOException {
    SpikeTrains trains =
        population("{model: spike_generator, size: 4, spikes: " + spikes + "}")
            .spikes()
            .orElseThrow();
    double[] ids = ArrayForms.numbers(trains.ids().orElseThrow());
    double[] times = ArrayForms.numbers(trains.times());
    assertThat(trains.weights()).isEmpty();
    assertThat(IntStream.range(0, ids.length).mapToObj(i -> ids[i] + " at " + times[i]))
        .containsExactlyInAnyOrder("0.0 at 1.0", "2.0 at 2.0", "3.0 at 5.0", "2.0 at 5.0");
  }

  static Stream<String> countedForms() {
    return SPARSE.stream()
        .flatMap(form ->
            Stream.of("i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8")
                .map(type -> form + "_" + type));
  }

  @ParameterizedTest
  @MethodSource("countedForms")
  void shouldReadSparseMatricesOfEveryKindOfNumber(String form) throws IOException {
    assertThat(forms.edges("matrix: {file: counts_" + form + ".npz}"))
        .containsExactly("0 1 3.0 1.0", "1 0 1.0 1.0", "1 2 5.0 1.0", "2 2 4.0 1.0", "3 0 2.0 1.0");
  }

  @Test
  void shouldTakeTruthAndPatternsAsOnes() throws IOException {
    List<String> ones =
        List.of("0 1 1.0 1.0", "1 0 1.0 1.0", "1 2 1.0 1.0", "2 2 1.0 1.0", "3 0 1.0 1.0");
    for (String form : SPARSE) {
      assertThat(forms.edges("matrix: {file: counts_" + form + "_b1.npz}")).isEqualTo(ones);
    }
    assertThat(forms.edges("matrix: {file: pattern.mtx}")).isEqualTo(ones);
    assertThat(forms.edges("matrix: {file: truth.npy}, drop: weight == 0")).isEqualTo(ones);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          symmetric       | 0 0 1.0, 0 1 2.0, 1 0 2.0, 1 2 -3.5, 2 1 -3.5, 2 2 4.0
          symmetric_dense | 0 0 1.0, 0 1 2.0, 1 0 2.0, 1 2 -3.5, 2 1 -3.5, 2 2 4.0
          skew            | 0 1 -2.0, 1 0 2.0, 1 2 3.5, 2 1 -3.5
          skew_dense      | 0 1 -2.0, 1 0 2.0, 1 2 3.5, 2 1 -3.5
          """)
  void shouldAddWhatASymmetricMatrixLeavesOut(String name, String wanted) throws IOException {
    Experiment square =
        ArrayForms.experiment(
            directory,
            "{model: iaf_psc_exp, size: 3}",
            3,
            "matrix: {file: " + name + ".mtx}, drop: weight == 0");
    assertThat(ArrayForms.edges(square))
        .isEqualTo(Stream.of(wanted.split(", ")).map(edge -> edge + " 1.0").toList());
  }

  @Test
  void shouldKeepElementsThatAreStoredTwiceAndStoredZeros() throws IOException {
    assertThat(forms.edges("matrix: {file: twice.npz}"))
        .containsExactly("0 1 0.0 1.0", "1 0 1.0 1.0", "1 0 2.0 1.0");
    assertThat(forms.edges("matrix: {file: empty.npz}")).isEmpty();
  }

  private static Population cells(String keys) throws IOException {
    return population("{model: iaf_psc_exp, size: 4, " + keys + "}");
  }

  private static Population population(String text) throws IOException {
    return ArrayForms.experiment(directory, text, 3, "rule: all_to_all")
        .network()
        .populations()
        .getFirst();
  }

  private static double[] numbers(Value value) {
    return ArrayForms.numbers(((Value.Data) value).source());
  }
}
