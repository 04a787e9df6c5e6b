package org.baya.io.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.array.ColumnSource;
import org.baya.io.sparse.SparseMatrix;

/**
 * A file with columns of numbers. Only its structure is read here.
 *
 * <p>Every method throws {@link org.baya.error.InvalidInputException} for what the file cannot
 * give.
 */
interface DataFile extends AutoCloseable {

  /** The column called {@code name}: a dataset, a member of an archive, a column of a table. */
  ColumnSource column(String name);

  /** The only column of a file that has just one. */
  ColumnSource only();

  /**
   * Every numeric column, in the order of the file.
   *
   * @param group path of the group that holds them; empty for the root or for files without groups
   */
  Map<String, ColumnSource> table(String group);

  /** All numbers as one array of rows and columns. */
  default ColumnSource wide() {
    return only();
  }

  /** The columns of a table of edges by the names that they have for a projection. */
  default Map<String, ColumnSource> edges() {
    return table("");
  }

  /** The sparse matrix that the file is, if it is one. */
  default Optional<SparseMatrix> sparse() {
    return Optional.empty();
  }

  /** The texts of a column. */
  List<String> texts(String name);

  /** Ends the reading of the structure; columns stay usable. */
  @Override
  default void close() {}
}
