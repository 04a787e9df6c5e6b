package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.baya.io.hdf5.Hdf5File;
import org.baya.io.npy.NpzFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that is converted to SONATA is the same network. */
class ConvertCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;
  private Path original;
  private Path sonata;

  @BeforeEach
  void convert() throws IOException {
    List<Integer> groups = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      groups.add(i % 3 == 0 ? 1 : 0);
    }
    original =
        Files.writeString(
            directory.resolve("net.yaml"),
            """
            resolution: 0.1
            duration: 200
            seed: 5
            populations:
              cells:
                model: glif_psc
                size: 40
                parameters: {V_m: 'uniform(-80, -70)', t_ref: 2.0, asc_amps: [-5.0, 3.0], tau_syn: [2.0, 5.0]}
                positions: {x: 'uniform(0, 100)', y: 'uniform(0, 100)'}
                groups: {ids: %s, names: [left, right]}
              more: {model: iaf_psc_exp, size: 10, parameters: {tau_m: 15.0}}
              clock: {model: spike_generator, size: 3, spikes: {ids: [0, 1, 2, 2], times: [5.0, 20.04, 20.0, 33.3]}}
              noise: {model: poisson_generator, size: 1, parameters: {rate: 5000}}
              push: {model: dc_generator, size: 1, parameters: {amplitude: 300.0, start: 50.0}}
            projections:
              drive: {from: noise, to: cells, rule: all_to_all, weight: 90.0, receptor: 2}
              current: {from: push, to: more, rule: all_to_all}
              local: {from: cells, to: cells, rule: fixed_indegree, indegree: 6, weight: 'normal(0, 40)', delay: 'uniform(0.5, 3)', receptor: 'uniform_int(2) + 1'}
              across: {from: cells, to: more, rule: fixed_indegree, indegree: 8, weight: 100.0, delay: 1.5, drop: 'uniform(0, 1) < 0.3'}
              ticks: {from: clock, to: more, rule: all_to_all, weight: 900.0}
            record:
              spikes: [{of: cells}, {of: more}]
              V_m: {of: cells, ids: [1, 3], every: 0.5}
            """
                .formatted(groups));
    sonata = directory.resolve("sonata");
    baya("convert", original.toString(), sonata.toString());
  }

  private void baya(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--quiet");
    int code = Baya.run(all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE);
  }

  private static double[] column(Path file, String dataset) {
    try (Hdf5File opened = Hdf5File.open(file);
        Arena arena = Arena.ofConfined()) {
      return opened.column(dataset, arena).toDoubles();
    }
  }

  @Test
  void shouldGiveTheSameSpikesAndPotentials() {
    Path before = directory.resolve("before");
    Path after = directory.resolve("after");
    baya("run", original.toString(), "--out", before.toString());
    baya("run", sonata.resolve("simulation_config.json").toString(), "--out", after.toString());
    for (String dataset :
        List.of("cells/timestamps", "cells/node_ids", "more/timestamps", "more/node_ids")) {
      assertThat(column(after.resolve("spikes.h5"), "spikes/" + dataset))
          .isEqualTo(column(before.resolve("spikes.h5"), "spikes/" + dataset))
          .hasSizeGreaterThan(10);
    }
    assertThat(column(after.resolve("cells_V_m.h5"), "report/cells/data"))
        .isEqualTo(column(before.resolve("cells_V_m.h5"), "report/cells/data"));
  }

  @Test
  void shouldConvertAgainWithoutAChange() throws IOException {
    Path again = directory.resolve("again");
    baya("convert", sonata.resolve("simulation_config.json").toString(), again.toString());
    for (String file : List.of("local_edges.h5", "cells_nodes.h5", "across_edge_types.csv")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(sonata.resolve(file));
    }
  }

  @Test
  void shouldKeepSpikesAsNumPyArraysAndConvertThem() throws IOException {
    Path before = directory.resolve("before");
    Path arrays = directory.resolve("arrays");
    baya("run", original.toString(), "--out", before.toString());
    baya(
        "run",
        original.toString(),
        "--out",
        arrays.toString(),
        "--set",
        "record.spikes={of: [cells, more], format: npz}");
    assertThat(arrays.resolve("spikes.h5")).doesNotExist();
    Path back = directory.resolve("back.h5");
    baya("convert", arrays.resolve("spikes.npz").toString(), back.toString());
    for (String dataset : List.of("cells/timestamps", "cells/node_ids", "more/timestamps")) {
      assertThat(column(back, "spikes/" + dataset))
          .isEqualTo(column(before.resolve("spikes.h5"), "spikes/" + dataset));
    }
    assertThat(out.toString()).contains("back.h5: ").contains(" spikes\n");
  }

  @Test
  void shouldWriteConnectionsAndAScriptForNest() throws IOException {
    Path edges = directory.resolve("edges.npz");
    Path text = directory.resolve("edges.csv");
    Path nest = directory.resolve("nest");
    baya("convert", original.toString(), edges.toString());
    baya("convert", original.toString(), text.toString());
    baya("export", "nest", original.toString(), "--out", nest.toString());
    assertThat(NpzFile.open(edges).names()).contains("local/weight", "across/source");
    assertThat(Files.readAllLines(text)).hasSizeGreaterThan(240);
    assertThat(out.toString()).contains("run_nest.py: 55 nodes");
    assertThat(nest.resolve("arrays/edges/local/weight.npy")).isRegularFile();
    assertThat(Files.readString(nest.resolve("run_nest.py"))).contains("create(\"cells\"");
  }

  @Test
  void shouldIndexEdgesBothWays() {
    Path file = sonata.resolve("local_edges.h5");
    String root = "edges/local/";
    double[] targets = column(file, root + "target_node_id");
    double[] sources = column(file, root + "source_node_id");
    assertThat(targets).hasSize(240).isSorted();
    checkIndex(file, root + "indices/target_to_source/", targets);
    checkIndex(file, root + "indices/source_to_target/", sources);
  }

  /** Every edge is in exactly one stretch, that of its node. */
  private static void checkIndex(Path file, String path, double[] nodeOf) {
    double[] rows = column(file, path + "node_id_to_ranges");
    double[] ranges = column(file, path + "range_to_edge_id");
    int found = 0;
    for (int node = 0; 2 * node < rows.length; node++) {
      for (int range = (int) rows[2 * node]; range < rows[2 * node + 1]; range++) {
        for (int edge = (int) ranges[2 * range]; edge < ranges[2 * range + 1]; edge++) {
          assertThat(nodeOf[edge]).isEqualTo(node);
          found++;
        }
      }
    }
    assertThat(found).isEqualTo(nodeOf.length);
  }

  @Test
  void shouldSayWhatTheFormatCannotHold() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("factors.yaml"),
            """
            duration: 1
            populations:
              clock: {model: spike_generator, size: 1, spikes: {times: [5.0], weights: [2.0]}}
            """);
    int code =
        Baya.run(
            new String[] {"convert", file.toString(), sonata.toString(), "--quiet"},
            new PrintWriter(out),
            new PrintWriter(err));
    assertThat(code).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("SONATA has no place for factors of given spikes");
  }
}
