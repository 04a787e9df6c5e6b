package org.baya.io.nest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Elements;
import org.baya.io.file.Reasons;
import org.baya.io.npy.NpyWriter;

/** The {@code .npy} files of an exported network, in one directory with directories in it. */
final class ArrayFiles {
  private final Path directory;

  /** Files below {@code directory}. */
  ArrayFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Starts an array of one dimension.
   *
   * @param name path from the directory, without {@code .npy}
   */
  NpyWriter begin(String name, ElementType type) {
    makeDirectory(directory.resolve(name).resolveSibling(""));
    return NpyWriter.create(directory.resolve(name + ".npy"), type, 1);
  }

  /** Writes an array of one dimension. */
  void write(String name, ElementType type, Elements elements) {
    try (NpyWriter writer = begin(name, type)) {
      writer.append(elements);
      writer.commit();
    }
  }

  /** Writes arrays of any lengths: all elements, and in {@code NAME.ends} where each array ends. */
  void writeRows(String name, ElementType type, List<double[]> rows) {
    long[] ends = new long[rows.size()];
    long end = 0;
    try (NpyWriter writer = begin(name, type)) {
      for (int row = 0; row < ends.length; row++) {
        writer.append(Elements.of(rows.get(row)));
        end += rows.get(row).length;
        ends[row] = end;
      }
      writer.commit();
    }
    write(name + ".ends", ElementType.INT64, Elements.of(ends));
  }

  private static void makeDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new InvalidInputException(
          directory.toString(), "cannot be created as a directory: " + Reasons.of(e), e);
    }
  }
}
