package org.baya.io.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.baya.array.ColumnSource;
import org.baya.error.InvalidInputException;
import org.baya.io.npy.NpyFile;
import org.baya.io.npy.NpySource;

/** A file of one NumPy array as a data file. */
final class NpyDataFile implements DataFile {
  private final Path file;

  NpyDataFile(Path file) {
    this.file = file;
    NpyFile.open(file);
  }

  @Override
  public ColumnSource column(String name) {
    throw noNames();
  }

  @Override
  public ColumnSource only() {
    return new NpySource(file);
  }

  @Override
  public Map<String, ColumnSource> table(String group) {
    throw new InvalidInputException(
        file + " is one array without names; give them with 'columns: [source, target, ...]'");
  }

  @Override
  public List<String> texts(String name) {
    throw noNames();
  }

  private InvalidInputException noNames() {
    return new InvalidInputException(
        file
            + " is one array without names; write {file: ..., column: NUMBER} for one of its columns");
  }
}
