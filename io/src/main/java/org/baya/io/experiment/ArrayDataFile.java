package org.baya.io.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.array.ColumnSource;
import org.baya.error.InvalidInputException;
import org.baya.io.npy.NpyFile;
import org.baya.io.npy.NpySource;
import org.baya.io.sparse.MatrixMarketFile;

/** A file of one array without names as a data file. */
final class ArrayDataFile implements DataFile {
  private final Path file;
  private final ColumnSource array;

  ArrayDataFile(Path file, ColumnSource array) {
    this.file = file;
    this.array = array;
  }

  /** The array in a {@code .npy} file. */
  static DataFile npy(Path file) {
    NpyFile.open(file);
    return new ArrayDataFile(file, new NpySource(file));
  }

  /** The matrix in a MatrixMarket file. */
  static DataFile matrixMarket(Path file) {
    MatrixMarketFile opened = MatrixMarketFile.open(file);
    return opened.isDense()
        ? new ArrayDataFile(file, new DenseSource(file.toString(), opened::dense))
        : new SparseDataFile(opened.sparse(), Optional.empty());
  }

  @Override
  public ColumnSource column(String name) {
    throw noNames();
  }

  @Override
  public ColumnSource only() {
    return array;
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
