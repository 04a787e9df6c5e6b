package org.baya.io.experiment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baya.array.ElementType;
import org.baya.io.file.Elements;
import org.baya.io.file.PendingFile;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;
import org.baya.io.npy.NpzWriter;

/**
 * Named columns of numbers, all of one length, to be written in a form that experiments can read
 * again as edges or parameters: HDF5 ({@code .h5}, one dataset each), NumPy ({@code .npz}, one
 * array each) or text ({@code .csv}, one line per row).
 */
public final class ColumnFile {
  private static final int CSV_BLOCK = 1 << 14;

  private final Map<String, double[]> doubles = new LinkedHashMap<>();
  private final Map<String, int[]> ints = new LinkedHashMap<>();
  private final Map<String, long[]> longs = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final int rows;

  /** Columns of {@code rows} rows. */
  public ColumnFile(int rows) {
    this.rows = rows;
  }

  /** Adds a column; its first {@code rows} elements are written. */
  public ColumnFile with(String name, double[] values) {
    names.add(name);
    doubles.put(name, values);
    return this;
  }

  /** Adds a column; its first {@code rows} elements are written. */
  public ColumnFile with(String name, int[] values) {
    names.add(name);
    ints.put(name, values);
    return this;
  }

  /** Adds a column; its first {@code rows} elements are written. */
  public ColumnFile with(String name, long[] values) {
    names.add(name);
    longs.put(name, values);
    return this;
  }

  private Elements elements(String name) {
    double[] values = doubles.get(name);
    long[] wide = longs.get(name);
    if (values != null) {
      return Elements.of(values, 0, rows);
    }
    return wide != null
        ? Elements.of(wide, 0, rows)
        : Elements.of(ints.getOrDefault(name, new int[0]), 0, rows);
  }

  private ElementType type(String name) {
    if (doubles.containsKey(name)) {
      return ElementType.FLOAT64;
    }
    return longs.containsKey(name) ? ElementType.INT64 : ElementType.INT32;
  }

  /**
   * Writes the file, which appears whole or not at all.
   *
   * @param file with the ending that says its form
   * @throws org.baya.error.InvalidInputException if it cannot be written
   */
  public void write(Path file) {
    String name = file.toString();
    if (name.endsWith(".npz")) {
      writeNpz(file);
    } else if (name.endsWith(".csv")) {
      writeCsv(file);
    } else {
      writeHdf5(file);
    }
  }

  private void writeHdf5(Path file) {
    Hdf5Tree tree = new Hdf5Tree();
    names.forEach(name -> tree.dataset("/" + name, type(name), rows));
    try (Hdf5Writer writer = Hdf5Writer.create(file, tree)) {
      names.forEach(name -> writer.dataset("/" + name).write(0, elements(name)));
      writer.commit();
    }
  }

  private void writeNpz(Path file) {
    try (NpzWriter writer = NpzWriter.create(file)) {
      for (String name : names) {
        writer.begin(name, type(name), rows, 1);
        writer.append(elements(name));
      }
      writer.commit();
    }
  }

  private void writeCsv(Path file) {
    try (PendingFile pending = PendingFile.create(file)) {
      StringBuilder text = new StringBuilder(String.join(",", names)).append('\n');
      long end = 0;
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < names.size(); column++) {
          text.append(column == 0 ? "" : ",").append(text(names.get(column), row));
        }
        text.append('\n');
        if (row % CSV_BLOCK == CSV_BLOCK - 1) {
          end += append(pending, end, text);
          text.setLength(0);
        }
      }
      append(pending, end, text);
      pending.commit();
    }
  }

  private static int append(PendingFile file, long at, StringBuilder text) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    file.write(at, ByteBuffer.wrap(bytes));
    return bytes.length;
  }

  private String text(String name, int row) {
    double[] values = doubles.get(name);
    long[] wide = longs.get(name);
    if (values != null) {
      return Double.toString(values[row]);
    }
    return wide != null
        ? Long.toString(wide[row])
        : Integer.toString(ints.getOrDefault(name, new int[0])[row]);
  }
}
