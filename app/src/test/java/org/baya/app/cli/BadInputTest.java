package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is wrong with the input: one line that tells file, place, value and what is allowed,
 * exit code 3, and no results.
 */
class BadInputTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;
  private Path results;

  /** Spoils the files of a directory. */
  @FunctionalInterface
  interface Damage {
    void apply(Path directory) throws IOException;
  }

  @BeforeEach
  void writeFiles() throws IOException {
    results = directory.resolve("results");
    SmallExperiment.write(directory);
  }

  @Test
  void shouldRunWhenNothingIsWrong() {
    assertThat(baya("run")).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).isEmpty();
    assertThat(results.resolve("spikes.h5")).exists();
    assertThat(baya("plan")).isEqualTo(ExitCode.DONE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"structure", "values", "names", "damagedFiles", "unreadableFiles"})
  void shouldTellInOneLine(String name, Damage damage, List<String> options, List<String> parts)
      throws IOException {
    damage.apply(directory);
    assertThat(baya("run", options)).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString().lines())
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).startsWith("baya: ").contains(parts));
    assertThat(out.toString()).isEmpty();
    assertThat(results).doesNotExist();
    String line = err.toString().strip();
    err.getBuffer().setLength(0);
    assertThat(baya("plan", options)).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString().lines()).containsExactly(line);
    assertThat(out.toString()).isEmpty();
  }

  static Stream<Arguments> structure() {
    String edges = "small.yaml:14: projections.net.edges.";
    return Stream.of(
        damaged(
            "a missing dataset",
            set("net/weight"),
            edges + "weight: ",
            "net.h5:/net/weight",
            "known: delay, port, source, target"),
        damaged(
            "a missing group",
            yaml("table: types", "table: typs"),
            "small.yaml:7: populations.cells.types.table: ",
            "net.h5:/typs",
            "types"),
        damaged(
            "a missing array of an archive",
            yaml("source: s", "source: src"),
            "small.yaml:16: projections.more.edges.source: ",
            "more.npz:src",
            "known: s, t"),
        damaged(
            "a missing file",
            yaml("rows.npy", "row.npy"),
            "small.yaml:15: projections.rows.edges.file: no such file ",
            "row.npy"),
        damaged(
            "a column of another length",
            set("net/weight", 1.0, 2.0, 3.0),
            "net.h5:/net/weight",
            "has 3 rows",
            "/net/source has 2"),
        damaged(
            "a column of another shape",
            edit(d -> SmallExperiment.writeWide(d, "/net/weight")),
            "net.h5:/net/weight",
            "has 2 columns",
            "'weight' needs one number per edge"),
        damaged(
            "an array of another width",
            npy("rows.npy", 3, 0, 0, 10),
            "small.yaml:15: projections.rows.edges.columns: ",
            "rows.npy: is 1 x 3; 4 columns are named"),
        damaged(
            "a matrix with too few rows",
            npy("drive.npy", 3, new double[12]),
            "drive.npy: has 4 rows; population 'cells' has 5 nodes"),
        damaged(
            "a matrix with too few columns",
            npy("drive.npy", 2, new double[10]),
            "drive.npy: has 2 columns; population 'clock' has 3 nodes"),
        damaged(
            "a column of texts",
            edit(d -> SmallExperiment.writeTexts(d, "/net/weight")),
            edges + "weight: ",
            "net.h5:/net/weight",
            "string",
            "number"),
        damaged(
            "an array of texts",
            edit(d -> SmallExperiment.writeHeader(d, "<U5", 20)),
            "rows.npy",
            "<U5",
            "allowed are bool, int8 to int64"),
        damaged(
            "an array of complex numbers",
            edit(d -> SmallExperiment.writeHeader(d, "<c16", 16)),
            "rows.npy",
            "<c16",
            "allowed are bool, int8 to int64"),
        damaged(
            "a group where a dataset is meant",
            yaml("weight: net/weight", "weight: net"),
            edges + "weight: ",
            "net.h5:/net",
            "is a group"));
  }

  static Stream<Arguments> values() {
    String delays =
        "allowed is one step (0.1 ms) to 6553.5 ms; 'delay: max(delay, 0.1)' would clamp it";
    return Stream.of(
        damaged(
            "a source out of range",
            set("net/source", 0, 5),
            "net.h5:/net/source: row 1: source is 5; allowed is 0 to 4"),
        damaged(
            "a negative target",
            set("net/target", -1, 0),
            "net.h5:/net/target: row 0: target is -1; allowed is 0 to 4"),
        damaged(
            "a source that is no whole number",
            set("net/source", 0.5, 1.0),
            "net.h5:/net/source: row 0 is 0.5; allowed is a 32-bit whole number"),
        damaged(
            "a source out of range in rows",
            npy("rows.npy", 4, 0, 0, 10, 1, 3, 0, 1, 1),
            "rows.npy",
            "row 1: source is 3; allowed is 0 to 2"),
        damaged(
            "a target out of range in an archive",
            edit(d -> SmallExperiment.writeNpz(d, 1, 7)),
            "more.npz:t: row 1: target is 7; allowed is 0 to 4"),
        damaged(
            "a type out of range",
            set("cells/type", 0, 1, 2, 0, 0),
            "net.h5:/cells/type: row 2 is type 2; ",
            "has types 0 to 1"),
        damaged(
            "a spike of no node",
            set("clock/node", 0, 3),
            "net.h5:/clock/node: row 1: node is 3; allowed is 0 to 2"),
        damaged(
            "a spike before the start",
            set("clock/time", -1.0, 2.0),
            "net.h5:/clock/time",
            "spike time -1.0 ms; allowed is a finite time > 0"),
        damaged(
            "a weight that is NaN",
            set("net/weight", 1, Double.NaN),
            "net.h5:/net/weight: row 1: weight is NaN; allowed is a finite number"),
        damaged(
            "an infinite weight",
            set("net/weight", Double.NEGATIVE_INFINITY, 1),
            "row 0: weight is -Infinity; allowed is a finite number"),
        damaged(
            "an infinite weight of a matrix",
            npy("drive.npy", 3, 0, 0, 0, 0, 0, 1 / 0.0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
            "drive.npy: row 5: weight is Infinity"),
        damaged(
            "a formula that is NaN",
            yaml("weight: 2.0", "weight: sqrt(-1)"),
            "small.yaml:16: projections.more.weight: edge 0: weight is NaN"),
        damaged(
            "a negative delay",
            set("net/delay", 1, -0.5),
            "net.h5:/net/delay: row 1: delay is -0.5 ms; " + delays),
        damaged(
            "a delay of zero",
            npy("rows.npy", 4, 0, 0, 10, 0),
            "rows.npy",
            "row 0: delay is 0.0 ms; " + delays),
        damaged(
            "a delay that is NaN",
            set("net/delay", 1, Double.NaN),
            "net.h5:/net/delay: row 1: delay is NaN ms; allowed is one step"),
        damaged(
            "a fixed delay of zero",
            yaml("delay: 1.5", "delay: 0"),
            "small.yaml:16: projections.more.delay: edge 0: delay is 0.0 ms; " + delays),
        damaged(
            "a receptor that does not exist",
            set("net/port", 1, 3),
            "net.h5:/net/port: row 1: receptor is 3; population 'cells' (glif_psc) has 1 to 2"),
        damaged(
            "receptor 0 of ports from 1",
            set("net/port", 0, 1),
            "net.h5:/net/port: row 0: receptor is 0; population 'cells' (glif_psc) has 1 to 2"),
        damaged(
            "a parameter out of range",
            yaml("[2.0, 4.0]", "[2.0, 0.0]"),
            "small.yaml:8: populations.cells.parameters.tau_syn: is 0.0; allowed is > 0"),
        damaged(
            "a parameter of a type out of range",
            set("types/C_m", -1, 2),
            "populations.cells.parameters.C_m: type 0: -1.0 pF; allowed is > 0"),
        damaged(
            "a recorded node that does not exist",
            yaml("ids: [0]", "ids: [5]"),
            "small.yaml:20: record.V_m.ids: ",
            "5",
            "allowed is 0 to 4"),
        option(
            "no duration",
            "--duration=0",
            "--duration: duration: is 0.0 ms; allowed is a multiple of the resolution, 0.1 ms, above 0"),
        option(
            "a resolution off the grid",
            "--resolution=0.0005",
            "--resolution: resolution: is 5.0E-4 ms; allowed is a multiple of 0.001 ms above 0"));
  }

  static Stream<Arguments> names() {
    return Stream.of(
        damaged(
            "a misspelt key",
            yaml("duration:", "duratoin:"),
            "small.yaml:3: duratoin: unknown key; did you mean 'duration'?"),
        damaged(
            "a misspelt key inside",
            yaml("target: net/target", "traget: net/target"),
            "small.yaml:14: projections.net.edges",
            "target"),
        damaged(
            "a misspelt model",
            yaml("glif_psc", "glif_pcs"),
            "small.yaml:6: populations.cells.model: unknown model 'glif_pcs'; did you mean 'glif_psc'?"),
        damaged(
            "a misspelt parameter",
            yaml("tau_syn", "tau_sin"),
            "small.yaml:8: populations.cells.parameters.tau_sin: unknown parameter of glif_psc; did you mean 'tau_syn'?"),
        damaged(
            "a misspelt population",
            yaml("from: clock", "from: clok"),
            "small.yaml:15: projections.rows.from: no population 'clok'; did you mean 'clock'?"),
        damaged(
            "a misspelt variable",
            yaml("V_m:", "V_n:"),
            "small.yaml:20: record.V_n: ",
            "did you mean 'V_m'?"),
        damaged(
            "a misspelt column in a formula",
            yaml("weight: 2.0", "weight: wieght"),
            "small.yaml:16: projections.more.weight: ",
            "wieght"),
        damaged(
            "a misspelt parameter in a formula",
            yaml("weight: 2.0", "weight: 'Vth[target]'"),
            "small.yaml:16: projections.more.weight: ",
            "did you mean 'V_th[target]'?"),
        damaged(
            "a misspelt function",
            yaml("weight: 2.0", "weight: nromal(1)"),
            "small.yaml:16: projections.more.weight: ",
            "did you mean 'normal'?"),
        option(
            "a misspelt key of --set",
            "--set=projections.more.wieght=1",
            "--set: projections.more.wieght: unknown key; did you mean 'weight'?"),
        option(
            "a misspelt name of --set",
            "--set=projections.mroe.weight=1",
            "--set: projections.mroe: unknown name; did you mean 'more'?"));
  }

  static Stream<Arguments> damagedFiles() {
    List<Arguments> all = new ArrayList<>();
    for (String file : List.of("net.h5", "rows.npy", "more.npz", "drive.npy")) {
      all.add(
          damaged(
              "an empty " + file,
              edit(d -> Files.write(d.resolve(file), new byte[0])),
              "small.yaml:",
              file));
      all.add(
          damaged(
              "the first bytes of " + file,
              edit(d -> truncate(d.resolve(file), 6)),
              "small.yaml:",
              file));
      all.add(
          damaged(
              "half of " + file,
              edit(d -> truncate(d.resolve(file), Files.size(d.resolve(file)) / 2)),
              file));
      all.add(
          damaged(
              "all but the last byte of " + file,
              edit(d -> truncate(d.resolve(file), Files.size(d.resolve(file)) - 1)),
              file));
      Damage text = d -> Files.writeString(d.resolve(file), "hello\n".repeat(100));
      all.add(damaged("a text for " + file, text, "small.yaml:", file));
    }
    Damage bytes = d -> Files.write(d.resolve("small.yaml"), new byte[] {0, 1, -1});
    all.add(damaged("an experiment that is no text", bytes, "small.yaml"));
    Damage cut = d -> truncate(d.resolve("small.yaml"), SmallExperiment.YAML.indexOf("4.0]"));
    all.add(damaged("an experiment cut in a list", cut, "small.yaml:"));
    return all.stream();
  }

  static Stream<Arguments> unreadableFiles() {
    return Stream.of(
        damaged(
            "a directory for an experiment",
            edit(d -> replaceByDirectory(d.resolve("small.yaml"))),
            "small.yaml",
            "is a directory"),
        damaged(
            "no experiment",
            edit(d -> Files.delete(d.resolve("small.yaml"))),
            "small.yaml: no such file"),
        damaged(
            "a directory for an array",
            edit(d -> replaceByDirectory(d.resolve("rows.npy"))),
            "small.yaml:15: projections.rows.edges.file: cannot read ",
            "rows.npy",
            "is a directory"));
  }

  /** A file that not even root can read: its memory at address 0 belongs to nobody. */
  @ParameterizedTest
  @ValueSource(strings = {"net.h5", "rows.npy", "more.npz", "small.yaml"})
  void shouldTellInOneLineWhenReadingFails(String file) throws IOException {
    Path broken = Path.of("/proc/self/mem");
    assumeTrue(Files.exists(broken), "needs /proc");
    Files.delete(directory.resolve(file));
    Path link = Files.createSymbolicLink(directory.resolve(file), broken);
    int exitCode = baya("run");
    Files.delete(link);
    assertThat(exitCode).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString().lines())
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).contains(file));
    assertThat(results).doesNotExist();
  }

  @Test
  void shouldTellInOneLineWhenReadingIsForbidden() throws IOException {
    Path file = directory.resolve("net.h5");
    assumeTrue(
        file.toFile().setReadable(false, false) && !Files.isReadable(file),
        "root may read everything");
    assertThat(baya("run")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString().lines())
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).contains("cannot read ", "net.h5"));
    assertThat(results).doesNotExist();
  }

  @Test
  void shouldTellInOneLineWhenTheOutputCannotBeWritten() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "mine");
    results = file;
    assertUnwritable("file: is a file; allowed is a directory for the results (--out)");
    results = file.resolve("inside");
    assertUnwritable("inside: cannot be written to (", "choose another with --out");
    Path system = Path.of("/proc/baya-test");
    assumeTrue(Files.exists(system.resolveSibling("self")), "needs /proc");
    results = system;
    assertUnwritable("/proc/baya-test: cannot be written to (no such file or directory)");
    assertThat(file).hasContent("mine");
  }

  private void assertUnwritable(String... parts) {
    err.getBuffer().setLength(0);
    assertThat(baya("run")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString().lines())
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).contains(parts));
    assertThat(out.toString()).isEmpty();
  }

  /**
   * The input was right, the run failed: exit code 1. What an earlier run left there stays as it
   * was.
   */
  @ParameterizedTest
  @ValueSource(strings = {"spikes.h5", "cells_V_m.h5", "raster.png", "report.html", "summary.json"})
  void shouldLeaveNoResultsWhenTheDiskIsFull(String file) throws IOException {
    fill(file, ProcessHandle.current().pid() + ".tmp");
    Files.writeString(results.resolve("summary.json"), "of an earlier run");
    assertFull(file);
    assertThat(results.toFile().list()).containsExactly("summary.json");
    assertThat(results.resolve("summary.json")).hasContent("of an earlier run");
  }

  @Test
  void shouldLeaveNoResultsWhenTheDiskIsFullOfSamples() throws IOException {
    fill("cells_V_m.h5", "0.samples");
    assertFull("cells_V_m.h5");
    assertThat(results).isEmptyDirectory();
  }

  private void assertFull(String file) {
    assertThat(baya("run")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString().lines())
        .hasSize(1)
        .allSatisfy(line ->
            assertThat(line)
                .startsWith("baya: ")
                .contains(file, "cannot be written: No space left on device"));
    assertThat(out.toString()).isEmpty();
  }

  /** Puts the device that is always full where the run will write {@code file}. */
  private void fill(String file, String ending) throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs /dev/full");
    long process = ProcessHandle.current().pid();
    Path unfinished = Files.createDirectories(results.resolve(".unfinished-" + process));
    Files.createSymbolicLink(unfinished.resolve("." + file + "." + ending), full);
  }

  @Test
  void shouldReplaceNothingWhenADirectoryIsInTheWay() throws IOException {
    Files.createDirectories(results.resolve("raster.png"));
    assertThat(baya("run")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString().lines())
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).contains("raster.png: is a directory"));
    assertThat(results.toFile().list()).containsExactly("raster.png");
  }

  private int baya(String command) {
    return baya(command, List.of());
  }

  private int baya(String command, List<String> options) {
    String file = directory.resolve("small.yaml").toString();
    List<String> args = new ArrayList<>(List.of(command, file, "--threads", "2", "--quiet"));
    args.addAll(command.equals("run") ? List.of("--out", results.toString()) : List.of());
    args.addAll(options);
    return Baya.run(args.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
  }

  private static Arguments damaged(String name, Damage damage, String... parts) {
    return Arguments.of(name, damage, List.of(), List.of(parts));
  }

  private static Arguments option(String name, String option, String... parts) {
    return Arguments.of(name, edit(d -> {}), List.of(option), List.of(parts));
  }

  private static Damage edit(Damage damage) {
    return damage;
  }

  private static Damage yaml(String right, String wrong) {
    assertThat(SmallExperiment.YAML).contains(right);
    return d ->
        Files.writeString(
            d.resolve("small.yaml"),
            SmallExperiment.YAML.replaceFirst(Pattern.quote(right), wrong));
  }

  private static Damage set(String dataset, double... values) {
    return d -> SmallExperiment.writeNet(d, Map.of(dataset, values));
  }

  private static Damage npy(String file, int width, double... values) {
    return d -> SmallExperiment.writeNpy(d.resolve(file), width, values);
  }

  private static void truncate(Path file, long size) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), Math.toIntExact(size)));
  }

  private static void replaceByDirectory(Path file) throws IOException {
    Files.delete(file);
    Files.createDirectory(file);
  }
}
