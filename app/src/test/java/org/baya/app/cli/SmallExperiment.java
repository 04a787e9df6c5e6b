package org.baya.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baya.array.ElementType;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;
import org.baya.io.npy.NpyWriter;
import org.baya.io.npy.NpzWriter;

/** A small experiment that reads every kind of file, for tests that spoil one of them. */
final class SmallExperiment {
  static final String YAML =
      """
      name: small
      resolution: 0.1
      duration: 10
      populations:
        cells:
          model: glif_psc
          types: {file: net.h5, ids: cells/type, table: types}
          parameters: {tau_syn: [2.0, 4.0]}
        clock: {model: spike_train_injector, size: 3, spikes: {file: net.h5, ids: clock/node, times: clock/time}}
      projections:
        net:
          from: cells
          to: cells
          edges: {file: net.h5, source: net/source, target: net/target, weight: net/weight, delay: net/delay, receptor: net/port}
        rows: {from: clock, to: cells, edges: {file: rows.npy, columns: [source, target, weight, delay]}}
        more: {from: clock, to: cells, edges: {file: more.npz, source: s, target: t}, weight: 2.0, delay: 1.5}
        drive: {from: clock, to: cells, matrix: {file: drive.npy, rows: target, columns: source}, delay: 1.0}
      record:
        spikes: {of: cells}
        V_m: {of: cells, ids: [0], every: 1.0}
      """;

  private SmallExperiment() {}

  /** Writes the experiment and its files. */
  static void write(Path directory) throws IOException {
    Files.writeString(directory.resolve("small.yaml"), YAML);
    writeNet(directory, Map.of());
    writeNpy(directory.resolve("rows.npy"), 4, 0, 0, 10, 1, 2, 4, -10, 1.5);
    writeNpy(directory.resolve("drive.npy"), 3, new double[15]);
    writeNpz(directory, 1, 2);
  }

  /** The datasets of net.h5; one that is replaced by nothing is left out. */
  static void writeNet(Path directory, Map<String, double[]> replaced) {
    Map<String, double[]> all = datasets();
    all.putAll(replaced);
    all.values().removeIf(values -> values.length == 0);
    Hdf5Tree tree = new Hdf5Tree();
    all.forEach((path, values) -> tree.dataset("/" + path, ElementType.FLOAT64, values.length));
    write(directory, tree, all);
  }

  private static Map<String, double[]> datasets() {
    Map<String, double[]> all = new LinkedHashMap<>();
    all.put("cells/type", new double[] {0, 1, 1, 0, 0});
    all.put("types/C_m", new double[] {100, 200});
    all.put("clock/node", new double[] {0, 2});
    all.put("clock/time", new double[] {1, 2});
    all.put("net/source", new double[] {0, 4});
    all.put("net/target", new double[] {1, 0});
    all.put("net/weight", new double[] {20, -20});
    all.put("net/delay", new double[] {1, 2});
    all.put("net/port", new double[] {1, 2});
    return all;
  }

  static void writeWide(Path directory, String path) {
    Map<String, double[]> all = datasets();
    all.remove(path.substring(1));
    Hdf5Tree tree = new Hdf5Tree();
    all.forEach((name, values) -> tree.dataset("/" + name, ElementType.FLOAT64, values.length));
    write(directory, tree.dataset(path, ElementType.FLOAT64, 2, 2), all);
  }

  static void writeTexts(Path directory, String path) {
    Map<String, double[]> all = datasets();
    all.remove(path.substring(1));
    Hdf5Tree tree = new Hdf5Tree();
    all.forEach((name, values) -> tree.dataset("/" + name, ElementType.FLOAT64, values.length));
    write(directory, tree.strings(path, List.of("heavy", "light")), all);
  }

  private static void write(Path directory, Hdf5Tree tree, Map<String, double[]> datasets) {
    try (Hdf5Writer writer = Hdf5Writer.create(directory.resolve("net.h5"), tree)) {
      datasets.forEach((path, values) -> writer.dataset("/" + path).write(0, Elements.of(values)));
      writer.commit();
    }
  }

  static void writeNpy(Path file, int width, double... values) {
    try (NpyWriter writer = NpyWriter.create(file, ElementType.FLOAT64, width)) {
      writer.append(Elements.of(values));
      writer.commit();
    }
  }

  static void writeNpz(Path directory, int... targets) {
    try (NpzWriter archive = NpzWriter.create(directory.resolve("more.npz"))) {
      archive.begin("s", ElementType.INT32, targets.length, 1);
      archive.append(Elements.of(new int[targets.length]));
      archive.begin("t", ElementType.INT32, targets.length, 1);
      archive.append(Elements.of(targets));
      archive.commit();
    }
  }

  /** An array of one row of four elements of a type that is no number. */
  static void writeHeader(Path directory, String type, int sizeBytes) throws IOException {
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (1, 4), }";
    byte[] text =
        (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] file = new byte[10 + text.length + 4 * sizeBytes];
    byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0};
    System.arraycopy(magic, 0, file, 0, magic.length);
    System.arraycopy(text, 0, file, magic.length, text.length);
    Files.write(directory.resolve("rows.npy"), file);
  }
}
