package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.baya.io.hdf5.Hdf5File;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SONATA configurations at the command line. */
class SonataRunTest {
  private static final Path EXAMPLES =
      Path.of("..", "io", "src", "test", "resources", "org", "baya", "io", "sonata")
          .resolve("sonata_examples.zip");

  @TempDir static Path examples;
  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path network;
  private Path results;

  @BeforeAll
  static void unpack() throws IOException {
    try (InputStream in = Files.newInputStream(EXAMPLES);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = examples.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
  }

  @BeforeEach
  void choose() {
    network = examples.resolve("300_pointneurons");
    results = directory.resolve("results");
  }

  private int baya(String command, String file, String... options) {
    List<String> args = new ArrayList<>(List.of(command, network.resolve(file).toString()));
    args.addAll(List.of("--quiet", "--duration", "100"));
    args.addAll(List.of(options));
    return Baya.run(args.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void shouldWriteWhereTheConfigurationSays() throws IOException {
    assertThat(baya("run", "config.json")).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(names(network.resolve("output")))
        .containsExactly(
            "membrane_potential.h5", "raster.png", "report.html", "spikes.h5", "summary.json");
    assertThat(out.toString()).startsWith("config: 300 neurons, 48,432 synapses");
  }

  @Test
  void shouldWriteTheReport() {
    assertThat(
            baya(
                "run",
                "config.json",
                "--out",
                results.toString(),
                "--set",
                "reports.membrane_potential.dt=0.5",
                "--set",
                "reports.membrane_potential.start_time=10",
                "--set",
                "reports.membrane_potential.end_time=60"))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    try (Hdf5File file = Hdf5File.open(results.resolve("membrane_potential.h5"));
        Arena arena = Arena.ofConfined()) {
      String mapping = "report/internal/mapping/";
      assertThat(file.info("report/internal/data").rows()).isEqualTo(100);
      assertThat(file.info("report/internal/data").width()).isEqualTo(5);
      assertThat(file.column(mapping + "node_ids", arena).toInts())
          .containsExactly(0, 80, 160, 240, 270);
      assertThat(file.column(mapping + "time", arena).toDoubles()).containsExactly(10.5, 60.5, 0.5);
      assertThat(file.column(mapping + "index_pointer", arena).toInts())
          .isEqualTo(file.column(mapping + "index_pointers", arena).toInts());
      assertThat(file.attribute("report/internal/data", "units").orElseThrow().asString())
          .isEqualTo("mV");
    }
  }

  @Test
  void shouldSortAndNameSpikesAsTold() throws IOException {
    assertThat(
            baya(
                "run",
                "simulation_config.json",
                "--out",
                results.toString(),
                "--set",
                "output.spikes_sort_order=id",
                "--set",
                "output.spikes_file=all.h5",
                "--set",
                "output.spikes_file_csv=all.csv"))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    try (Hdf5File file = Hdf5File.open(results.resolve("all.h5"));
        Arena arena = Arena.ofConfined()) {
      int[] nodes = file.column("spikes/internal/node_ids", arena).toInts();
      int[] sorted = nodes.clone();
      Arrays.sort(sorted);
      assertThat(nodes).isEqualTo(sorted).hasSizeGreaterThan(500);
      assertThat(file.attribute("spikes/internal", "sorting").orElseThrow().asString())
          .isEqualTo("by_id");
      assertThat(Files.readAllLines(results.resolve("all.csv")))
          .hasSize(nodes.length + 1)
          .startsWith("timestamps population node_ids");
    }
  }

  @Test
  void shouldNotOverwriteWhenTold() throws IOException {
    Files.createDirectories(results);
    Files.writeString(results.resolve("mine.txt"), "mine");
    String never = "output.overwrite_output_dir=false";
    assertThat(baya("run", "config.json", "--out", results.toString(), "--set", never))
        .isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("has files already, and overwrite_output_dir is false");
    assertThat(names(results)).containsExactly("mine.txt");
  }

  @Test
  void shouldPlan() {
    assertThat(baya("plan", "config.json")).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("48,432");
  }

  @Test
  void shouldTellWhatIsWrong() {
    String wrong = "inputs.external_spike_trains.input_file=none.h5";
    assertThat(baya("run", "config.json", "--set", wrong)).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .contains("inputs.external_spike_trains.input_file: no such file")
        .hasLineCount(1);
  }
}
