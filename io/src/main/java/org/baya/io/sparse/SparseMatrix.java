package org.baya.io.sparse;

import java.lang.foreign.Arena;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.error.InvalidInputException;

/**
 * A sparse matrix in a file. Its elements are those that are stored, zeros too, and one that is
 * stored twice is two.
 *
 * @param place for messages
 * @param rows first dimension
 * @param columns second dimension
 * @param elements the elements
 */
public record SparseMatrix(String place, long rows, long columns, Elements elements) {
  /** Cells of a table that is filled out: 1 GB of doubles. */
  private static final long MOST_CELLS = 1L << 27;

  public SparseMatrix {
    if (rows < 0 || columns < 0 || rows > Integer.MAX_VALUE || columns > Integer.MAX_VALUE) {
      throw new InvalidInputException(
          place,
          "has the shape "
              + rows
              + " x "
              + columns
              + "; allowed are at most "
              + Integer.MAX_VALUE
              + " rows and columns");
    }
  }

  /** How elements are stored. */
  public sealed interface Elements {
    /** The value of each element. */
    ColumnSource values();
  }

  /** One row and one column number, from 0, for each element. */
  public record Coordinates(ColumnSource rows, ColumnSource columns, ColumnSource values)
      implements Elements {}

  /**
   * Row by row or column by column: the elements of row r lie at {@code
   * pointers[r]..pointers[r+1]-1}.
   *
   * @param byRow whether rows are compressed, not columns
   * @param indices the column (or row) of each element
   */
  public record Compressed(
      boolean byRow, ColumnSource pointers, ColumnSource indices, ColumnSource values)
      implements Elements {}

  /** The same elements, each with its row and its column. */
  public Coordinates coordinates() {
    return switch (elements) {
      case Coordinates given -> given;
      case Compressed c -> {
        ColumnSource own = new PointerSource(c.pointers(), c.byRow() ? rows : columns);
        yield c.byRow()
            ? new Coordinates(own, c.indices(), c.values())
            : new Coordinates(c.indices(), own, c.values());
      }
    };
  }

  /**
   * The matrix with all its cells, rows x columns; elements of one cell are added up.
   *
   * @throws InvalidInputException if it has too many cells, or an element lies outside
   */
  public Column dense() {
    if (rows * columns > MOST_CELLS || columns == 0) {
      throw new InvalidInputException(
          place,
          "is a sparse matrix of "
              + rows
              + " x "
              + columns
              + " cells; as a table allowed are 1 to "
              + MOST_CELLS);
    }
    double[] cells = new double[(int) (rows * columns)];
    try (Arena arena = Arena.ofShared()) {
      Coordinates all = coordinates();
      int[] row = all.rows().open(arena).toInts();
      int[] column = all.columns().open(arena).toInts();
      double[] value = all.values().open(arena).toDoubles();
      if (row.length != column.length || row.length != value.length) {
        throw new InvalidInputException(
            place,
            "has "
                + row.length
                + " rows, "
                + column.length
                + " columns, "
                + value.length
                + " values");
      }
      for (int i = 0; i < value.length; i++) {
        if (row[i] < 0 || row[i] >= rows || column[i] < 0 || column[i] >= columns) {
          throw new InvalidInputException(
              place,
              "element "
                  + i
                  + " lies in cell ("
                  + row[i]
                  + ", "
                  + column[i]
                  + ") of a matrix of "
                  + rows
                  + " x "
                  + columns);
        }
        cells[(int) (row[i] * columns + column[i])] += value[i];
      }
    }
    return SegmentColumn.matrix(place, (int) columns, cells);
  }
}
