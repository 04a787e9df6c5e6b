package org.baya.io.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.array.ColumnSource;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.sparse.SparseMatrix;

/**
 * A sparse matrix as a data file: a table with the columns row, column and value of its elements,
 * or an array with all its cells.
 */
final class SparseDataFile implements DataFile {
  private static final String ROW = "row";
  private static final String COLUMN = "column";
  private static final String VALUE = "value";

  private final SparseMatrix matrix;
  private final Optional<DataFile> arrays;
  private final ColumnSource dense;

  /**
   * A matrix.
   *
   * @param arrays the arrays of which it consists, by their own names
   */
  SparseDataFile(SparseMatrix matrix, Optional<DataFile> arrays) {
    this.matrix = matrix;
    this.arrays = arrays;
    this.dense = new SharedSource(new DenseSource(matrix.place(), matrix::dense));
  }

  @Override
  public ColumnSource column(String name) {
    Map<String, ColumnSource> columns = table("");
    ColumnSource own = columns.get(name);
    if (own == null && arrays.isPresent()) {
      return arrays.get().column(name);
    }
    if (own == null) {
      throw new InvalidInputException(
          matrix.place() + ":" + name,
          "there is no such column of elements; " + Names.hint(name, columns.keySet()));
    }
    return own;
  }

  @Override
  public ColumnSource only() {
    return dense;
  }

  @Override
  public Map<String, ColumnSource> table(String group) {
    if (!group.isEmpty()) {
      throw new InvalidInputException(
          matrix.place() + ":" + group, "a sparse matrix has no groups");
    }
    SparseMatrix.Coordinates elements = matrix.coordinates();
    Map<String, ColumnSource> columns = new LinkedHashMap<>();
    columns.put(ROW, elements.rows());
    columns.put(COLUMN, elements.columns());
    columns.put(VALUE, elements.values());
    return columns;
  }

  /** Rows are targets and columns are sources, as in NEST. */
  @Override
  public Map<String, ColumnSource> edges() {
    SparseMatrix.Coordinates elements = matrix.coordinates();
    Map<String, ColumnSource> columns = new LinkedHashMap<>();
    columns.put("source", elements.columns());
    columns.put("target", elements.rows());
    columns.put("weight", elements.values());
    return columns;
  }

  @Override
  public Optional<SparseMatrix> sparse() {
    return Optional.of(matrix);
  }

  @Override
  public List<String> texts(String name) {
    throw new InvalidInputException(
        matrix.place() + ":" + name, "a matrix of numbers; allowed is a list of texts");
  }
}
