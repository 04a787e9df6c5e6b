package org.baya.io.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.baya.error.InvalidInputException;
import org.baya.io.hdf5.DatasetInfo;
import org.baya.io.hdf5.Hdf5File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class V1FilesTest {
  @TempDir Path folder;

  @Test
  void shouldHaveTheUsersLayout() throws IOException {
    write(60.0, 1, folder);
    Set<String> found = new TreeSet<>();
    for (String name : List.of("v1.h5", "input.h5")) {
      try (Hdf5File file = Hdf5File.open(folder.resolve(name))) {
        list(file, name + ":", "/", found);
      }
    }
    try (Hdf5File file = Hdf5File.open(folder.resolve("v1.h5"))) {
      for (String name : List.of("n_input", "n_neurons", "n_output")) {
        file.attribute("/", name).ifPresent(value -> found.add("v1.h5:/@" + name + " INT64"));
      }
    }
    assertThat(found).isEqualTo(expectedLayout());
  }

  @Test
  void shouldWriteWhatWasGenerated() {
    V1Network network = write(60.0, 2, folder);
    try (Hdf5File file = Hdf5File.open(folder.resolve("v1.h5"));
        Arena arena = Arena.ofConfined()) {
      assertThat(file.attribute("/", "n_neurons").orElseThrow().asLong())
          .isEqualTo(network.cells().count());
      assertThat(file.attribute("/", "n_input").orElseThrow().asLong()).isEqualTo(17_400);
      assertThat(file.attribute("/", "n_output").orElseThrow().asLong()).isEqualTo(10);
      assertThat(file.strings("neurons/population_names"))
          .hasSize(21)
          .startsWith("i1Htr3a", "e23Cux2")
          .endsWith("i6Sst");
      assertThat(file.column("readout/neuron_ids", arena).rows()).isEqualTo(300);
      assertThat(file.column("input/bkg_weights", arena).rows()).isEqualTo(network.cells().count());
      int[] sources = file.column("recurrent/sources", arena).toInts();
      int[] targets = file.column("recurrent/targets", arena).toInts();
      double[] weights = file.column("recurrent/weights", arena).toDoubles();
      double[] delays = file.column("recurrent/delays", arena).toDoubles();
      int[] receptors = file.column("recurrent/receptor_types", arena).toInts();
      assertThat((long) sources.length).isEqualTo(network.recurrent().edges());
      int edge = 0;
      for (RecurrentBlock block : network.recurrent().blocks()) {
        for (int i = 0; i < block.edges(); i += 7) {
          int source = block.sources()[i];
          int target = targets[edge + i];
          V1EdgeType type =
              network
                  .parameters()
                  .edgeType(network.cells().populations()[source], network.cells().types()[target])
                  .orElseThrow();
          assertThat(sources[edge + i]).isEqualTo(source);
          assertThat(weights[edge + i]).isEqualTo(block.weights()[i]);
          assertThat(delays[edge + i]).isCloseTo(type.delayMs(), within(1e-6));
          assertThat(receptors[edge + i]).isEqualTo(type.port() - 1);
          assertThat(target)
              .isBetween(block.firstTarget(), block.firstTarget() + block.targets() - 1);
        }
        edge += block.edges();
      }
    }
  }

  @Test
  void shouldWriteTheSameBytesWithAnyNumberOfThreads() throws IOException {
    write(120.0, 1, folder);
    byte[] network = Files.readAllBytes(folder.resolve("v1.h5"));
    byte[] input = Files.readAllBytes(folder.resolve("input.h5"));
    for (int threads : new int[] {2, 3, 8}) {
      write(120.0, threads, folder);
      assertThat(Files.readAllBytes(folder.resolve("v1.h5"))).isEqualTo(network);
      assertThat(Files.readAllBytes(folder.resolve("input.h5"))).isEqualTo(input);
    }
  }

  @Test
  void shouldReadOutAllCellsWhenThereAreFew() {
    V1Network network = write(20.0, 1, folder);
    assertThat(network.cells().count()).isLessThan(300);
    try (Hdf5File file = Hdf5File.open(folder.resolve("v1.h5"));
        Arena arena = Arena.ofConfined()) {
      assertThat(file.column("readout/neuron_ids", arena).rows())
          .isEqualTo(network.cells().count());
    }
  }

  @Test
  void shouldRefuseAnUnwritablePlaceAndLeaveNothing() {
    V1Network network = V1Network.generate(V1Settings.of(20.0, 1, 1));
    Path missing = folder.resolve("missing").resolve("input.h5");
    assertThatThrownBy(() -> V1Files.write(network, folder.resolve("v1.h5"), missing, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("missing");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldRefuseOneFileForBoth() {
    V1Network network = V1Network.generate(V1Settings.of(20.0, 1, 1));
    Path file = folder.resolve("input.h5");
    assertThatThrownBy(() -> V1Files.write(network, file, V1Files.inputBeside(file), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("same file");
  }

  private static V1Network write(double radius, int threads, Path folder) {
    V1Network network = V1Network.generate(V1Settings.of(radius, 4, threads));
    Path file = folder.resolve("v1.h5");
    V1Files.write(network, file, V1Files.inputBeside(file), threads);
    return network;
  }

  private static void list(Hdf5File file, String prefix, String group, Set<String> found) {
    for (String name : file.datasets(group)) {
      String path = group + name;
      if (name.equals("population_names")) {
        found.add(prefix + path + " STRINGS 1");
      } else {
        DatasetInfo info = file.info(path);
        found.add(prefix + path + " " + info.type() + " " + info.width());
      }
    }
    for (String name : file.groups(group)) {
      list(file, prefix, group + name + "/", found);
    }
  }

  private static Set<String> expectedLayout() throws IOException {
    try (InputStream stream = V1FilesTest.class.getResourceAsStream("layout.txt")) {
      assertThat(stream).isNotNull();
      Set<String> lines =
          new TreeSet<>(new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      lines.removeIf(line -> line.startsWith("#"));
      return lines;
    }
  }
}
