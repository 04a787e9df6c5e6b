package org.baya.io.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baya.array.ColumnSource;
import org.baya.error.InvalidInputException;
import org.baya.io.hdf5.Hdf5File;
import org.baya.io.hdf5.Hdf5Source;

/**
 * An HDF5 file as a data file: a column is a dataset. Only its structure is read here, so that a
 * wrong name has its line.
 */
final class Hdf5DataFile implements DataFile {
  private final Path file;
  private final Hdf5File opened;

  Hdf5DataFile(Path file) {
    this.file = file;
    this.opened = Hdf5File.open(file);
  }

  @Override
  public ColumnSource column(String name) {
    opened.info(name);
    return new Hdf5Source(file, name);
  }

  @Override
  public ColumnSource only() {
    throw new InvalidInputException(file + " may hold many datasets; name one with 'dataset'");
  }

  @Override
  public Map<String, ColumnSource> table(String group) {
    Map<String, ColumnSource> columns = new LinkedHashMap<>();
    for (String name : opened.datasets(group)) {
      String path = group + "/" + name;
      if (opened.isNumeric(path)) {
        columns.put(name, column(path));
      }
    }
    if (columns.isEmpty()) {
      throw new InvalidInputException(file + ":/" + group, "holds no dataset of numbers");
    }
    return columns;
  }

  @Override
  public List<String> texts(String name) {
    return opened.strings(name);
  }

  @Override
  public void close() {
    opened.close();
  }
}
