package org.baya.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.baya.array.ElementType;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;
import org.baya.io.npy.NpyWriter;
import org.baya.io.npy.NpzWriter;

/**
 * One form of file with as many edges as the V1 core has: target by target, sources at random,
 * weights of 32 bits, 12 different delays.
 *
 * @param name as the table shows it
 * @param file without which the case is left out
 * @param connectivity the line of the experiment
 * @param requiredS seconds from the file to the compiled network on two cores
 */
record FileCase(String name, String file, String connectivity, double requiredS) {
  static final int NODES = 51_978;
  static final int EDGES = 14_448_101;

  /** What bench/make_gzip.py makes of contiguous.h5. */
  private static final String GZIP = "gzip.h5";

  private static final int DELAYS = 12;
  private static final int BLOCK = 1 << 16;
  private static final String COLUMNS =
      "source: source, target: target, weight: weight, delay: delay}";

  /** All cases. */
  static List<FileCase> all() {
    return List.of(
        new FileCase("HDF5", "contiguous.h5", "edges: {file: contiguous.h5, " + COLUMNS, 0.5),
        new FileCase("HDF5, gzip", GZIP, "edges: {file: " + GZIP + ", " + COLUMNS, 1.5),
        new FileCase(
            ".npy, N x 4, 64 bits",
            "rows.npy",
            "edges: {file: rows.npy, columns: [source, target, weight, delay]}",
            0.5),
        new FileCase(".npz", "edges.npz", "edges: {file: edges.npz}", 0.5),
        new FileCase("sparse .npz, CSR", "csr.npz", "matrix: {file: csr.npz}", 0.5));
  }

  /** Writes the files that Baya can write, unless they are there, with {@code edges} edges. */
  static void write(Path directory, int edges) {
    Columns columns = new Columns(edges);
    if (!directory.resolve("contiguous.h5").toFile().exists()) {
      columns.hdf5(directory.resolve("contiguous.h5"));
    }
    if (!directory.resolve("rows.npy").toFile().exists()) {
      columns.rows(directory.resolve("rows.npy"));
    }
    if (!directory.resolve("edges.npz").toFile().exists()) {
      columns.npz(directory.resolve("edges.npz"));
    }
    if (!directory.resolve("csr.npz").toFile().exists()) {
      columns.csr(directory.resolve("csr.npz"));
    }
  }

  /** The edges. */
  private static final class Columns {
    private final int[] source;
    private final int[] target;
    private final float[] weight;
    private final float[] delay;

    Columns(int edges) {
      SplittableRandom random = new SplittableRandom(1);
      source = new int[edges];
      target = new int[edges];
      weight = new float[edges];
      delay = new float[edges];
      for (int i = 0; i < edges; i++) {
        source[i] = random.nextInt(NODES);
        target[i] = (int) ((long) i * NODES / edges);
        weight[i] = (float) (random.nextDouble() * 10);
        delay[i] = 1 + random.nextInt(DELAYS) / 4f;
      }
    }

    void hdf5(Path file) {
      int n = source.length;
      Hdf5Tree tree =
          new Hdf5Tree()
              .dataset("/source", ElementType.INT32, n)
              .dataset("/target", ElementType.INT32, n)
              .dataset("/weight", ElementType.FLOAT32, n)
              .dataset("/delay", ElementType.FLOAT32, n);
      try (Hdf5Writer writer = Hdf5Writer.create(file, tree)) {
        writer.dataset("/source").write(0, Elements.of(source));
        writer.dataset("/target").write(0, Elements.of(target));
        writer.dataset("/weight").write(0, Elements.of(weight));
        writer.dataset("/delay").write(0, Elements.of(delay));
        writer.commit();
      }
    }

    void rows(Path file) {
      double[] block = new double[4 * BLOCK];
      try (NpyWriter writer = NpyWriter.create(file, ElementType.FLOAT64, 4)) {
        for (int from = 0; from < source.length; from += BLOCK) {
          int n = Math.min(BLOCK, source.length - from);
          for (int i = 0; i < n; i++) {
            block[4 * i] = source[from + i];
            block[4 * i + 1] = target[from + i];
            block[4 * i + 2] = weight[from + i];
            block[4 * i + 3] = delay[from + i];
          }
          writer.append(Elements.of(block, 0, 4 * n));
        }
        writer.commit();
      }
    }

    void npz(Path file) {
      int n = source.length;
      try (NpzWriter writer = NpzWriter.create(file)) {
        writer.begin("source", ElementType.INT32, n, 1);
        writer.append(Elements.of(source));
        writer.begin("target", ElementType.INT32, n, 1);
        writer.append(Elements.of(target));
        writer.begin("weight", ElementType.FLOAT32, n, 1);
        writer.append(Elements.of(weight));
        writer.begin("delay", ElementType.FLOAT32, n, 1);
        writer.append(Elements.of(delay));
        writer.commit();
      }
    }

    void csr(Path file) {
      int n = source.length;
      int[] pointers = new int[NODES + 1];
      for (int i = 0; i < n; i++) {
        pointers[target[i] + 1] = i + 1;
      }
      for (int row = 0; row < NODES; row++) {
        pointers[row + 1] = Math.max(pointers[row], pointers[row + 1]);
      }
      try (NpzWriter writer = NpzWriter.create(file)) {
        writer.begin("indices", ElementType.INT32, n, 1);
        writer.append(Elements.of(source));
        writer.begin("indptr", ElementType.INT32, pointers.length, 1);
        writer.append(Elements.of(pointers));
        writer.text("format", "csr");
        writer.begin("shape", ElementType.INT64, 2, 1);
        writer.append(Elements.of((long) NODES, (long) NODES));
        writer.begin("data", ElementType.FLOAT32, n, 1);
        writer.append(Elements.of(weight));
        writer.commit();
      }
    }
  }
}
