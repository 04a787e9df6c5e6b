package org.baya.io.v1;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baya.array.ElementType;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;

/**
 * The contents of a file to be written: datasets whose numbers are at hand, and others that are
 * only declared.
 */
final class FilePlan {
  private final Hdf5Tree tree = new Hdf5Tree();
  private final Map<String, Elements> contents = new LinkedHashMap<>();

  Hdf5Tree tree() {
    return tree;
  }

  FilePlan attribute(String name, long value) {
    tree.attribute("/", name, value);
    return this;
  }

  FilePlan strings(String path, List<String> values) {
    tree.strings(path, values);
    return this;
  }

  FilePlan ints(String path, int[] values) {
    tree.dataset(path, ElementType.INT32, values.length);
    contents.put(path, Elements.of(values));
    return this;
  }

  FilePlan floats(String path, float[] values) {
    tree.dataset(path, ElementType.FLOAT32, values.length);
    contents.put(path, Elements.of(values));
    return this;
  }

  FilePlan doubles(String path, double[] values) {
    tree.dataset(path, ElementType.FLOAT64, values.length);
    contents.put(path, Elements.of(values));
    return this;
  }

  /** A table of {@code values.length / width} rows, row by row. */
  FilePlan floats(String path, float[] values, int width) {
    tree.dataset(path, ElementType.FLOAT32, values.length / width, width);
    contents.put(path, Elements.of(values));
    return this;
  }

  /** A dataset that is written by other means. */
  FilePlan declared(String path, ElementType type, long rows) {
    tree.dataset(path, type, rows);
    return this;
  }

  /** Writes the numbers that are at hand. */
  void write(Hdf5Writer writer) {
    contents.forEach((path, elements) -> writer.dataset(path).write(0, elements));
  }
}
