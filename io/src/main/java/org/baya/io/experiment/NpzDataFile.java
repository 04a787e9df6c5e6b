package org.baya.io.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.array.ColumnSource;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.npy.NpzFile;
import org.baya.io.npy.NpzSource;
import org.baya.io.sparse.SciPyFile;

/** An archive of NumPy arrays as a data file: a column is a member. */
final class NpzDataFile implements DataFile {
  private final Path file;
  private final List<String> names;

  /** The archive, as the sparse matrix that it may be. */
  static DataFile of(Path file) {
    DataFile arrays = new NpzDataFile(file);
    return SciPyFile.open(file)
        .<DataFile>map(matrix -> new SparseDataFile(matrix, Optional.of(arrays)))
        .orElse(arrays);
  }

  private NpzDataFile(Path file) {
    this.file = file;
    this.names = NpzFile.open(file).names();
  }

  @Override
  public ColumnSource column(String name) {
    if (!names.contains(name)) {
      throw new InvalidInputException(
          file + ":" + name, "there is no such array; " + Names.hint(name, names));
    }
    return new NpzSource(file, name);
  }

  @Override
  public ColumnSource only() {
    if (names.size() != 1) {
      String known = String.join(", ", names);
      throw new InvalidInputException(
          file + " holds " + names.size() + " arrays; name one with 'dataset': " + known);
    }
    return column(names.getFirst());
  }

  @Override
  public Map<String, ColumnSource> table(String group) {
    if (!group.isEmpty()) {
      throw new InvalidInputException(file + ":" + group, "an archive of arrays has no groups");
    }
    Map<String, ColumnSource> columns = new LinkedHashMap<>();
    names.forEach(name -> columns.put(name, column(name)));
    return columns;
  }

  @Override
  public List<String> texts(String name) {
    throw new InvalidInputException(
        file + ":" + name, "an array of numbers; allowed is a list of texts");
  }
}
