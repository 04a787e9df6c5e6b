package org.baya.io.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;
import org.baya.io.hostile.HostileReading.Kind;
import org.baya.io.npy.NpyWriter;
import org.baya.io.npy.NpzFile;
import org.baya.io.npy.NpzWriter;
import org.baya.io.sonata.SonataExperiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files that end early, lie or attack: a clear line within a second and in bounded memory, never
 * another exception, a crash or a hang. The damage is seeded; Jazzer searches further with the same
 * readers (profile {@code fuzz}).
 */
final class HostileFilesTest {
  @TempDir Path directory;
  private int files;

  /** A small file of a kind that is read without error. */
  private Path valid(Kind kind) throws IOException {
    Path file = directory.resolve("whole." + ending(kind));
    switch (kind) {
      case NPY -> {
        try (NpyWriter writer = NpyWriter.create(file, ElementType.FLOAT64, 2)) {
          writer.append(Elements.of(1.0, 2.0, 3.0, 4.0));
          writer.commit();
        }
      }
      case NPZ -> Files.write(file, packedArchive());
      case HDF5 -> spikesFile(file);
      case CSV ->
          Files.writeString(file, "source,target,weight\n0,1,2.5\n1,0,\"-1e3\"\n# note\n2,2,0.1\n");
      case SPIKES -> {
        try (NpzWriter writer = NpzWriter.create(file)) {
          writer.begin("cells/timestamps", ElementType.FLOAT64, 2, 1);
          writer.append(Elements.of(1.0, 2.5));
          writer.begin("cells/node_ids", ElementType.INT64, 2, 1);
          writer.append(Elements.of(3L, 1L));
          writer.commit();
        }
      }
      case SONATA ->
          Files.writeString(
              file,
              """
              {"manifest": {"$BASE": ".", "$OUT": "$BASE/out"}, "run": {"tstop": 10.0, "dt": 0.1},
               "networks": {"nodes": [{"nodes_file": "$BASE/n.h5", "node_types_file": "$BASE/t.csv"}]},
               "output": {"output_dir": "$OUT", "spikes_file": "s.h5"}, "target_simulator": "NEST"}
              """);
      case EXPERIMENT ->
          Files.writeString(
              file,
              """
              duration: 10
              populations: {c: {model: iaf_psc_exp, size: 3, parameters: {V_m: 'uniform(-70, -60)'}}}
              projections: {p: {from: c, to: c, rule: fixed_indegree, indegree: 2, weight: '2 * V_m[source]'}}
              record: {spikes: {of: c}}
              """);
      case CASE ->
          Files.writeString(
              file,
              """
              {"name": "a", "note": "", "resolution": 0.1, "duration": 1.0, "tolerance": 1e-9,
               "nodes": [{"name": "n", "model": "iaf_psc_exp", "count": 1, "params": {"I_e": 1.0}}],
               "connections": [], "record": {"n": ["V_m"]},
               "reference": {"traces": {}, "spikes": {"n": {"senders": [0], "times": [1.0]}}}}
              """);
    }
    return file;
  }

  private static String ending(Kind kind) {
    return switch (kind) {
      case NPY -> "npy";
      case NPZ, SPIKES -> "npz";
      case HDF5 -> "h5";
      case CSV -> "csv";
      case SONATA, CASE -> "json";
      case EXPERIMENT -> "yaml";
    };
  }

  private static void spikesFile(Path file) {
    Hdf5Tree tree =
        new Hdf5Tree()
            .dataset("/spikes/c/timestamps", ElementType.FLOAT64, 3)
            .dataset("/spikes/c/node_ids", ElementType.UINT64, 3)
            .attribute("/spikes/c/timestamps", "units", "ms")
            .attribute("/", "version", 1.5);
    try (Hdf5Writer writer = Hdf5Writer.create(file, tree)) {
      writer.dataset("/spikes/c/timestamps").write(0, Elements.of(1.0, 2.0, 3.0));
      writer.dataset("/spikes/c/node_ids").write(0, Elements.of(0, 1, 2));
      writer.commit();
    }
  }

  /** One stored and one deflated array. */
  private byte[] packedArchive() throws IOException {
    byte[] array = Files.readAllBytes(valid(Kind.NPY));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("a.npy", "b/c.npy")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(array);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** Reads these bytes as a file of that kind; a new one each time, as overwriting is slow. */
  private void read(Kind kind, byte[] bytes, String what) throws IOException {
    Path file = directory.resolve("hostile" + files++ + "." + ending(kind));
    Files.write(file, bytes);
    HostileReading.read(kind, file, what);
    Files.delete(file);
  }

  @ParameterizedTest
  @EnumSource
  void shouldSurviveTheEndAtEveryByte(Kind kind) throws IOException {
    byte[] whole = Files.readAllBytes(valid(kind));
    for (int length = 0; length < whole.length; length++) {
      read(kind, Arrays.copyOf(whole, length), kind + " cut after " + length + " bytes");
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldSurviveAnyWrongByte(Kind kind) throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    byte[] bytes = Files.readAllBytes(valid(kind));
    for (int i = 0; i < bytes.length; i++) {
      byte kept = bytes[i];
      if (kept == 0 && i % 16 != 0) {
        continue; // most of a binary file is room for larger numbers
      }
      for (int wrong : new int[] {random.nextInt(8) == 0 ? 0x7F : 0xFF, kept ^ 1 << i % 8}) {
        bytes[i] = (byte) wrong;
        read(kind, bytes, kind + " with byte " + i + " = " + (wrong & 0xFF));
      }
      bytes[i] = kept;
    }
  }

  /** Several bytes at once, as bit rot and fuzzers do. */
  @ParameterizedTest
  @EnumSource
  void shouldSurviveStretchesOfNonsense(Kind kind) throws IOException {
    SplittableRandom random = new SplittableRandom(12);
    byte[] whole = Files.readAllBytes(valid(kind));
    for (int trial = 0; trial < 100; trial++) {
      byte[] bytes = whole.clone();
      int from = random.nextInt(bytes.length);
      byte[] nonsense = new byte[Math.min(1 + random.nextInt(16), bytes.length - from)];
      random.nextBytes(nonsense);
      System.arraycopy(nonsense, 0, bytes, from, nonsense.length);
      read(kind, bytes, kind + " trial " + trial);
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldSayThatAFileIsOfAnotherKind(Kind kind) throws IOException {
    for (Kind other : Kind.values()) {
      Path file = directory.resolve("other." + ending(kind));
      Files.write(file, Files.readAllBytes(valid(other)));
      HostileReading.read(kind, file, other + " as " + kind);
    }
    for (byte[] content :
        List.of(new byte[0], new byte[4096], "\0\0".repeat(99).getBytes(StandardCharsets.UTF_8))) {
      Path file = Files.write(directory.resolve("none." + ending(kind)), content);
      HostileReading.read(kind, file, content.length + " zeros as " + kind);
    }
  }

  @Test
  void shouldRefuseHugeClaimsOfArrays() throws IOException {
    for (String shape :
        List.of("(9223372036854775807,)", "(99999999999, 99999)", "(4294967296, 2)", "(-1,)")) {
      byte[] header =
          ("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + "}\n")
              .getBytes(StandardCharsets.UTF_8);
      ByteBuffer bytes = ByteBuffer.allocate(10 + header.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
      bytes.putShort((short) header.length).put(header);
      Path file = Files.write(directory.resolve("huge.npy"), bytes.array());
      HostileReading.read(Kind.NPY, file, shape);
    }
  }

  /** 200 MB of zeros from 200 kB would be allowed; 4 GB claimed by the directory are not. */
  @Test
  void shouldRefuseAZipBomb() throws IOException {
    byte[] archive = packedArchive();
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 46 < archive.length; at++) {
      if (bytes.getInt(at) == 0x02014b50) {
        bytes.putInt(at + 24, 0xF0000000);
      }
    }
    Path file = Files.write(directory.resolve("bomb.npz"), archive);

    HostileReading.read(Kind.NPZ, file, "zip bomb");
    try (Arena arena = Arena.ofConfined()) {
      assertThatThrownBy(() -> NpzFile.open(file).column("a", arena))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("which is not possible");
    }
  }

  @Test
  void shouldRefuseAMillionColumns() throws IOException {
    StringBuilder header = new StringBuilder("c0");
    for (int i = 1; i < 1_000_000; i++) {
      header.append(",c").append(i);
    }
    Path file = Files.writeString(directory.resolve("wide.csv"), header + "\n");

    HostileReading.read(Kind.CSV, file, "a million columns");
    Path experiment =
        Files.writeString(
            directory.resolve("wide.yaml"),
            """
            duration: 10
            populations: {c: {model: iaf_psc_exp, size: 3}}
            projections: {p: {from: c, to: c, edges: {file: wide.csv}}}
            """);
    HostileReading.read(Kind.EXPERIMENT, experiment, "a million columns");
    assertThatThrownBy(() -> ExperimentFile.load(experiment, List.of()))
        .hasMessageContaining("has 1000000 columns; allowed are 65536");
  }

  /** Variables that double each other, that lead in a circle, and that form a long chain. */
  @Test
  void shouldRefuseManifestsThatExplode() throws IOException {
    StringBuilder doubling = new StringBuilder("\"$V0\": \"xxxxxxxxxxxxxxxx\"");
    StringBuilder chain = new StringBuilder("\"$V0\": \".\"");
    for (int i = 1; i < 40; i++) {
      doubling.append(", \"$V%d\": \"$V%d$V%d\"".formatted(i, i - 1, i - 1));
    }
    for (int i = 1; i < 20_000; i++) {
      chain.append(", \"$V%d\": \"${V%d}\"".formatted(i, i - 1));
    }
    String circle = "\"$A\": \"$B\", \"$B\": \"$A\"";
    for (String manifest :
        List.of(doubling, chain, circle).stream().map(Object::toString).toList()) {
      Path file =
          Files.writeString(
              directory.resolve("manifest.json"),
              "{\"manifest\": {" + manifest + "}, \"run\": {\"tstop\": 1.0, \"dt\": 0.1}}");
      HostileReading.read(Kind.SONATA, file, manifest.substring(0, 20));
    }
  }

  /** What a configuration writes stays in its output directory. */
  @Test
  void shouldNotLeaveTheOutputDirectory() throws IOException {
    Path base = Files.createDirectory(directory.resolve("net"));
    Hdf5Tree tree =
        new Hdf5Tree()
            .dataset("/nodes/c/node_type_id", ElementType.INT64, 2)
            .dataset("/nodes/c/node_id", ElementType.INT64, 2)
            .dataset("/nodes/c/node_group_id", ElementType.INT64, 2)
            .dataset("/nodes/c/node_group_index", ElementType.INT64, 2)
            .group("/nodes/c/0");
    try (Hdf5Writer writer = Hdf5Writer.create(base.resolve("n.h5"), tree)) {
      writer.dataset("/nodes/c/node_type_id").write(0, Elements.of(1, 1));
      writer.dataset("/nodes/c/node_id").write(0, Elements.of(0, 1));
      writer.dataset("/nodes/c/node_group_index").write(0, Elements.of(0, 1));
      writer.commit();
    }
    Files.writeString(
        base.resolve("t.csv"),
        "node_type_id model_type model_template\n1 point_neuron nest:iaf_psc_exp\n");
    for (String name : List.of("../../evil.h5", "/tmp/evil.h5", "..", "$BASE/../evil.h5")) {
      Path file =
          Files.writeString(
              base.resolve("config.json"),
              """
              {"manifest": {"$BASE": "."}, "run": {"tstop": 10.0, "dt": 0.1}, "target_simulator": "NEST",
               "networks": {"nodes": [{"nodes_file": "n.h5", "node_types_file": "t.csv"}], "edges": []},
               "output": {"output_dir": "out", "spikes_file": "%s"},
               "reports": {"v": {"module": "multimeter_report", "variable_name": "V_m", "cells": "all", "file_name": "%s"}}}
              """
                  .formatted(name, name));
      try {
        Experiment experiment = SonataExperiment.load(file, List.of(), true);
        Path out = experiment.outputs().directory().orElseThrow();
        assertThat(out.resolve(experiment.outputs().spikesFile()).normalize()).hasParent(out);
        experiment
            .outputs()
            .reports()
            .forEach(report -> assertThat(out.resolve(report.file()).normalize()).hasParent(out));
      } catch (InvalidInputException e) {
        assertThat(e.getMessage()).doesNotContain("\n");
      }
    }
  }

  /** A group that contains itself: hard links in HDF5 may form circles. */
  @Test
  void shouldNotFollowLinksInACircle() throws IOException {
    byte[] bytes = Files.readAllBytes(valid(Kind.HDF5));
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long root = buffer.getLong(36);
    int circles = 0;
    for (String name : List.of("spikes", "c", "timestamps")) {
      byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
      for (int at = 48; at + wanted.length + 8 <= bytes.length; at++) {
        byte[] circle = bytes.clone();
        if (Arrays.equals(wanted, Arrays.copyOfRange(bytes, at, at + wanted.length))) {
          ByteBuffer.wrap(circle).order(ByteOrder.LITTLE_ENDIAN).putLong(at + wanted.length, root);
          Path file = Files.write(directory.resolve("circle.h5"), circle);
          HostileReading.read(Kind.HDF5, file, name + " leads to the root");
          HostileReading.read(Kind.SPIKES, file, name + " leads to the root");
          circles++;
        }
      }
    }
    assertThat(circles).isGreaterThanOrEqualTo(3);
  }
}
