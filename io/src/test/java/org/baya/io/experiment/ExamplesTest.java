package org.baya.io.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.baya.array.ColumnSource;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;
import org.baya.io.npy.NpyWriter;
import org.baya.io.npy.NpzWriter;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Projection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiments in {@code examples/} load beside data of their layout. */
class ExamplesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("basedir", ".")).resolve("../examples");

  @TempDir Path directory;

  @Test
  void shouldLoadTheV1CoreFromHdf5() throws IOException {
    writeV1();
    Network network = load("v1/v1.yaml").network();
    assertThat(network.populations().getFirst().types().orElseThrow().columns())
        .containsOnlyKeys("V_th", "E_L", "asc_decay");
    assertThat(network.projections())
        .extracting(Projection::name)
        .containsExactly("recurrent", "lgn", "background");
    assertThat(network.projections().get(2).connectivity()).isInstanceOf(Connectivity.Matrix.class);
    assertThat(network.populations().getFirst().groups().orElseThrow().names())
        .containsExactly("e23Cux2", "i1Htr3a");
  }

  @Test
  void shouldLoadRecurrentEdgesFromOneArray() throws IOException {
    write("recurrent.npy", 4, 0, 1, 0.5, 1.5, 1, 0, -2, 0.1);
    write("types.npy", 1, 0, 1);
    write("vsc.npy", 1, 12, 25);
    Network network = load("v1/recurrent-npy.yaml").network();
    Map<String, ColumnSource> columns = columns(network.projections().getFirst());
    assertThat(columns.keySet()).containsExactly("source", "target", "weight", "delay");
    assertThat(doubles(columns.get("target"))).containsExactly(1, 0);
    assertThat(doubles(columns.get("delay"))).containsExactly(1.5, 0.1);
    assertThat(doubles(network.populations().getFirst().types().orElseThrow().columns().get("vsc")))
        .containsExactly(12, 25);
  }

  @Test
  void shouldSayWhereAnArrayOfAnotherWidthIsUsed() throws IOException {
    write("recurrent.npy", 3, 0, 1, 0.5);
    write("types.npy", 1, 0, 1);
    write("vsc.npy", 1, 12, 25);
    Map<String, ColumnSource> columns =
        columns(load("v1/recurrent-npy.yaml").network().projections().getFirst());
    assertThatThrownBy(() -> doubles(columns.get("source")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("recurrent-npy.yaml:21: projections.recurrent.edges.columns: ")
        .hasMessageContaining("recurrent.npy: is 1 x 3; 4 columns are named");
  }

  @Test
  void shouldNameAnArrayThatIsDamaged() throws IOException {
    Files.writeString(directory.resolve("recurrent.npy"), "no array");
    write("types.npy", 1, 0, 1);
    write("vsc.npy", 1, 12, 25);
    assertThatThrownBy(() -> load("v1/recurrent-npy.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("recurrent-npy.yaml:21: projections.recurrent.edges.file: ")
        .hasMessageContaining("recurrent.npy");
  }

  @Test
  void shouldTakeOneArrayForEachColumnOrMembersOfAnArchive() throws IOException {
    write("recurrent.npy", 4, 0, 1, 0.5, 1.5);
    write("types.npy", 1, 0, 1);
    write("vsc.npy", 1, 12, 25);
    write("src.npy", 1, 1, 0);
    try (NpzWriter archive = NpzWriter.create(directory.resolve("net.npz"))) {
      archive.begin("tgt", ElementType.FLOAT64, 2, 1);
      archive.append(Elements.of(new double[] {0, 1}));
      archive.commit();
    }
    String edges =
        "projections.recurrent.edges={source: src.npy, target: {file: net.npz, dataset: tgt}, "
            + "weight: {file: recurrent.npy, column: 2}}";
    Map<String, ColumnSource> columns =
        columns(load("v1/recurrent-npy.yaml", edges).network().projections().getFirst());
    assertThat(doubles(columns.get("source"))).containsExactly(1, 0);
    assertThat(doubles(columns.get("target"))).containsExactly(0, 1);
    assertThat(doubles(columns.get("weight"))).containsExactly(0.5);
    refused(
        "projections.recurrent.edges={file: net.npz, source: src, target: tgt}",
        "net.npz:src: there is no such array; known: tgt");
    refused(
        "projections.recurrent.edges={file: src.npy, source: a, target: b}",
        "is one array without names");
    refused(
        "projections.recurrent.edges={file: src.npy}",
        "give them with 'columns: [source, target, ...]'");
    refused(
        "projections.recurrent.edges={source: {file: src.npy, column: x}, target: src.npy}",
        "is one array without names");
  }

  private void refused(String setting, String message) {
    assertThatThrownBy(() -> load("v1/recurrent-npy.yaml", setting))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("--set: projections.recurrent.edges")
        .hasMessageContaining(message);
  }

  private void writeV1() {
    Hdf5Tree tree = new Hdf5Tree();
    for (String column : List.of("node_type_ids", "population")) {
      tree.dataset("/neurons/" + column, ElementType.INT32, 3);
    }
    for (String axis : List.of("x", "y", "z")) {
      tree.dataset("/neurons/positions_" + axis, ElementType.FLOAT32, 3);
    }
    tree.strings("/neurons/population_names", List.of("e23Cux2", "i1Htr3a"));
    tree.dataset("/neurons/glif3_params/V_th", ElementType.FLOAT32, 2);
    tree.dataset("/neurons/glif3_params/E_L", ElementType.FLOAT32, 2);
    tree.dataset("/neurons/glif3_params/k", ElementType.FLOAT32, 2, 2);
    for (String group : List.of("recurrent", "input")) {
      for (String column : List.of("sources", "targets", "receptor_types")) {
        tree.dataset("/" + group + "/" + column, ElementType.INT32, 4);
      }
      tree.dataset("/" + group + "/weights", ElementType.FLOAT32, 4);
    }
    tree.dataset("/recurrent/delays", ElementType.FLOAT32, 4)
        .dataset("/input/bkg_weights", ElementType.FLOAT32, 3, 4);
    write("v1.h5", tree);
    write(
        "input.h5",
        new Hdf5Tree()
            .dataset("/lgn/node_ids", ElementType.INT32, 5)
            .dataset("/lgn/timestamps", ElementType.FLOAT64, 5)
            .dataset("/bkg/timestamps", ElementType.FLOAT64, 5));
  }

  private void write(String name, Hdf5Tree tree) {
    try (Hdf5Writer writer = Hdf5Writer.create(directory.resolve(name), tree)) {
      writer.commit();
    }
  }

  private void write(String name, int width, double... values) {
    try (NpyWriter writer = NpyWriter.create(directory.resolve(name), ElementType.FLOAT64, width)) {
      writer.append(Elements.of(values));
      writer.commit();
    }
  }

  private static Map<String, ColumnSource> columns(Projection projection) {
    return ((Connectivity.Edges) projection.connectivity()).columns();
  }

  private static double[] doubles(ColumnSource source) {
    try (Arena arena = Arena.ofConfined()) {
      return source.open(arena).toDoubles();
    }
  }

  private Experiment load(String example, String... settings) throws IOException {
    Path from = EXAMPLES.resolve(example);
    Path file = Files.writeString(directory.resolve(from.getFileName()), Files.readString(from));
    return ExperimentFile.load(file, List.of(settings).stream().map(Setting::set).toList());
  }
}
