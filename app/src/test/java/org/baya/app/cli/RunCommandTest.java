package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.baya.io.hdf5.Hdf5File;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  private static final String EXPERIMENT =
      """
      name: small
      resolution: 0.1
      duration: 50
      populations:
        clock: {model: spike_train_injector, size: 2, spikes: {ids: [0, 0, 1], times: [5.0, 20.0, 20.0]}}
        cells: {model: iaf_psc_exp, size: 4, groups: {ids: [0, 0, 1, 1], names: [left, right]}}
      projections:
        kick: {from: clock, to: cells, rule: all_to_all, weight: 5000.0, delay: 1.5}
      record:
        spikes: {of: [cells, clock]}
        V_m: {of: cells, ids: [3, 1], every: 0.5}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;
  private Path file;
  private Path results;

  @BeforeEach
  void writeExperiment() throws IOException {
    file = Files.writeString(directory.resolve("small.yaml"), EXPERIMENT);
    results = directory.resolve("results");
  }

  @Test
  void shouldWriteAllFilesAndPrintATable() throws IOException {
    assertThat(run()).isEqualTo(ExitCode.DONE);
    assertThat(names())
        .containsExactly("cells_V_m.h5", "raster.png", "report.html", "spikes.h5", "summary.json");
    assertThat(out.toString())
        .startsWith("small: 4 neurons, 8 synapses")
        .contains("50 ms (steps of 0.1 ms): ")
        .contains("clock -> cells")
        .contains("left ")
        .contains("seed 1");
    assertThat(out.toString().lines().limit(10))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void shouldWriteTablesAndCorrelations() throws IOException {
    Files.writeString(
        file,
        EXPERIMENT
                .replace("[cells, clock]}", "clock, format: csv, stop: 10}")
                .replace(
                    "V_m: {of: cells, ids: [3, 1], every: 0.5}",
                    "multimeter: {of: cells, ids: [3, 1], record_from: [V_m, I_syn_ex], interval: 20, format: csv}")
            + "  correlation_detector: {of: [clock, cells], delta_tau: 1.1, tau_max: 2.2}\n");
    assertThat(run()).isEqualTo(ExitCode.DONE);
    assertThat(names())
        .containsExactly(
            "cells_V_m_I_syn_ex.csv",
            "clock_cells_correlation.csv",
            "raster.png",
            "report.html",
            "spikes.csv",
            "summary.json");
    assertThat(Files.readAllLines(results.resolve("spikes.csv")))
        .containsExactly("timestamps population node_ids", "5.0 clock 0");
    List<String> samples = Files.readAllLines(results.resolve("cells_V_m_I_syn_ex.csv"));
    assertThat(samples).hasSize(5).startsWith("time_ms,node,V_m,I_syn_ex");
    assertThat(samples.get(1)).startsWith("20.0,3,-66.");
    assertThat(samples.get(4)).startsWith("40.0,1,");
    List<String> pairs = Files.readAllLines(results.resolve("clock_cells_correlation.csv"));
    assertThat(pairs)
        .startsWith("lag,count_histogram,histogram", "-2.2,0,0.0", "-1.1,0,0.0", "0.0,0,0.0")
        .hasSize(6);
  }

  /** NEST 3.9 gives 1000 pA at 5 ms, and 0 before, for such an ac_generator (its issue 720). */
  @Test
  void shouldWriteTheCurrentsOfStimulators() throws IOException {
    Files.writeString(
        file,
        EXPERIMENT
                .replace(
                    "projections:",
                    """
                      dc: {model: dc_generator, size: 2, parameters: {amplitude: 7, start: 10, stop: 30}}
                      tide: {model: ac_generator, size: 1, parameters: {amplitude: 550, offset: 1000, frequency: 100, origin: 2.5, start: 2.5}}
                    projections:\
                    """)
                .replace("V_m: {of: cells, ids: [3, 1], every: 0.5}", "I: {of: dc, every: 10}")
            + "  multimeter: {of: tide, record_from: I, interval: 0.1, stop: 5.1, format: csv}\n");
    assertThat(run()).isEqualTo(ExitCode.DONE);
    assertThat(names()).contains("dc_I.h5", "tide_I.csv");
    List<String> tide = Files.readAllLines(results.resolve("tide_I.csv"));
    assertThat(tide).hasSize(52).startsWith("time_ms,node,I", "0.1,0,0.0");
    assertThat(tide.get(49)).isEqualTo("4.9,0,0.0");
    assertThat(value(tide.get(50))).isCloseTo(1000, within(1e-9));
    assertThat(value(tide.get(51))).isCloseTo(1000 - 550 * Math.sin(0.02 * Math.PI), within(1e-9));
    try (Hdf5File report = Hdf5File.open(results.resolve("dc_I.h5"));
        Arena arena = Arena.ofConfined()) {
      assertThat(report.column("/report/dc/data", arena).toDoubles())
          .containsExactly(7, 7, 7, 7, 0, 0, 0, 0, 0, 0);
      assertThat(report.attribute("/report/dc/data", "units").orElseThrow().asString())
          .isEqualTo("pA");
    }
  }

  private static double value(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
  }

  @Test
  void shouldNameTheLineOfAWrongVariableInsideAMultimeter() throws IOException {
    Files.writeString(
        file, EXPERIMENT + "  multimeter:\n    of: cells\n    record_from: [V_m, I_syn_exx]\n");
    assertThat(run()).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .contains(
            "baya: small.yaml:14: record.I_syn_exx: population 'cells' (iaf_psc_exp) has no such"
                + " recordable; did you mean 'I_syn_ex'?");
  }

  @Test
  void shouldLeaveTheTransientOutOfRatesAndStatistics() throws IOException {
    // Cells fire at about 8 and 23 ms, the clock at 5, 20 and 20 ms.
    assertThat(run("--set", "transient=10")).isEqualTo(ExitCode.DONE);
    String summary = Files.readString(results.resolve("summary.json"));
    assertThat(summary)
        .contains("\"transient_ms\": 10,")
        .contains("\"clock\": {\"from_ms\": 10, \"to_ms\": 50, \"neurons\": 2, \"spikes\": 2, ")
        .contains(
            "\"rate_hz\": {\"count\": 2, \"mean\": 25, \"sd\": 0, \"quartiles\": [25, 25, 25]}")
        .contains("\"correlation\": {\"count\": 1, \"mean\": 1, ")
        .contains("\"synchrony_bin_ms\": 3");
    assertThat(out.toString())
        .contains(" Hz after 10 ms, ")
        .containsPattern("recorded +rate \\[Hz\\] +CV of ISI +correlation +synchrony\n")
        .containsPattern("clock +25\\.00 +- +1\\.0000 +1\\.85\n")
        .doesNotContain("mean rates");
    // Both spikes in one of 13 bins: variance over mean is 4/2 - 2/13.
    assertThat(out.toString().lines().limit(12))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    String rates = summary.substring(summary.indexOf("rates_hz"), summary.indexOf("synaptic_ev"));
    run();
    assertThat(Files.readString(results.resolve("summary.json"))).doesNotContain(rates);
  }

  @Test
  void shouldSaySoWhenTheRunEndsWithinTheTransient() throws IOException {
    assertThat(run("--set", "transient=50")).isEqualTo(ExitCode.DONE);
    assertThat(err.toString())
        .contains("transient: no rates and statistics, which begin after 50.0 ms");
    assertThat(out.toString()).contains(" spikes, - Hz after 50 ms");
    assertThat(Files.readString(results.resolve("summary.json")))
        .contains("\"mean_rate_hz\": null");
    err.getBuffer().setLength(0);
    assertThat(run("--set", "transient=-1")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("transient: is -1.0 ms; allowed is 0 or more");
  }

  @Test
  void shouldWriteSpikesAsSonata() {
    run();
    try (Hdf5File spikes = Hdf5File.open(results.resolve("spikes.h5"));
        Arena arena = Arena.ofConfined()) {
      assertThat(spikes.groups("/spikes")).containsExactly("cells", "clock");
      assertThat(spikes.column("/spikes/clock/timestamps", arena).toDoubles())
          .containsExactly(5.0, 20.0, 20.0);
      assertThat(spikes.column("/spikes/clock/node_ids", arena).toInts()).containsExactly(0, 0, 1);
      int[] nodes = spikes.column("/spikes/cells/node_ids", arena).toInts();
      assertThat(nodes).startsWith(0, 1, 2, 3);
      double[] times = spikes.column("/spikes/cells/timestamps", arena).toDoubles();
      assertThat(times).hasSameSizeAs(nodes).isSorted();
      assertThat(times[0]).isGreaterThan(6.5).isLessThan(10);
      assertThat(spikes.attribute("/spikes/cells", "sorting").orElseThrow().asString())
          .isEqualTo("by_time");
    }
  }

  @Test
  void shouldWriteSamplesAsASonataReport() {
    run();
    try (Hdf5File report = Hdf5File.open(results.resolve("cells_V_m.h5"));
        Arena arena = Arena.ofConfined()) {
      assertThat(report.info("/report/cells/data").rows()).isEqualTo(100);
      assertThat(report.info("/report/cells/data").width()).isEqualTo(2);
      double[] data = report.column("/report/cells/data", arena).toDoubles();
      assertThat(data).startsWith(-70, -70);
      assertThat(DoubleStream.of(data).max().orElseThrow()).isGreaterThan(-69);
      assertThat(report.column("/report/cells/mapping/node_ids", arena).toInts())
          .containsExactly(3, 1);
      assertThat(report.column("/report/cells/mapping/index_pointers", arena).toInts())
          .containsExactly(0, 1, 2);
      assertThat(report.column("/report/cells/mapping/time", arena).toDoubles())
          .containsExactly(0.5, 50.5, 0.5);
    }
  }

  @Test
  void shouldPrintTheSummaryWhenJsonIsAskedFor() throws IOException {
    assertThat(run("--json", "--quiet", "--seed", "7", "--threads", "1")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .isEqualTo(Files.readString(results.resolve("summary.json")))
        .contains("\"seed\": 7")
        .contains("\"threads\": 1")
        .contains("\"setup_s\": ")
        .contains("\"spike_checksum\": \"")
        .contains("\"rates_hz\": {\"left\": ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldGiveTheSameSpikesForAnyNumberOfThreads() throws IOException {
    run("--threads", "1", "--json");
    String one = checksum();
    run("--threads", "3", "--json");
    assertThat(checksum()).isEqualTo(one);
    run("--set", "projections.kick.delay=2.5", "--json");
    assertThat(checksum()).isNotEqualTo(one);
  }

  private String checksum() throws IOException {
    return Files.readString(results.resolve("summary.json"))
        .lines()
        .filter(l -> l.contains("checksum"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldExitWithThreeAndNoOutputWhenTheExperimentIsWrong() {
    assertThat(run("--set", "projections.kick.wieght=1")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "baya: --set: projections.kick.wieght: unknown key or parameter of all_to_all; did you mean 'weight'?");
    assertThat(out.toString()).isEmpty();
    assertThat(results).doesNotExist();
  }

  @Test
  void shouldNameTheLineWhenAnErrorShowsOnlyInBuilding() {
    assertThat(run("--set", "projections.kick.receptor=3")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("projections.kick.receptor").doesNotContain("\tat ");
    assertThat(results).doesNotExist();
    err.getBuffer().setLength(0);
    assertThat(run("--set", "record.V=[{of: cells}]")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .contains("baya: --set: record.V: ")
        .contains("known: I_syn_ex, I_syn_in, V_m");
    assertThat(results).doesNotExist();
  }

  @Test
  void shouldShowTheFirstOfManyErrors() throws IOException {
    Files.writeString(
        file, EXPERIMENT.replace("weight: 5000.0", "a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7"));
    assertThat(run()).isEqualTo(ExitCode.INPUT);
    assertThat(
            err.toString()
                .lines()
                .filter(line -> line.startsWith("baya: small.yaml:8: projections.kick.")))
        .hasSize(5);
    assertThat(err.toString())
        .endsWith("baya: and 2 more; 'baya plan FILE' shows all" + System.lineSeparator());
  }

  @Test
  void shouldExitWithTwoWhenTheCommandLineIsWrong() {
    assertThat(run("--threads", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--set", "duration")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--threads", "many")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--treads", "2")).isEqualTo(ExitCode.USAGE);
    assertThat(results).doesNotExist();
  }

  @Test
  void shouldExitWithThreeWhenNothingCanBeWritten() throws IOException {
    Files.writeString(results, "a file");
    assertThat(run()).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .contains("results: is a file; allowed is a directory for the results (--out)");
    assertThat(results).hasContent("a file");
  }

  @Test
  void shouldReplaceTheResultsOfAnEarlierRun() throws IOException {
    run("--quiet");
    run("--quiet", "--duration", "10");
    assertThat(names()).hasSize(5);
    assertThat(Files.readString(results.resolve("summary.json"))).contains("\"duration_ms\": 10,");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private int run(String... options) {
    List<String> args =
        new ArrayList<>(List.of("run", file.toString(), "--out", results.toString()));
    args.addAll(List.of(options));
    return Baya.run(args.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
  }
}
