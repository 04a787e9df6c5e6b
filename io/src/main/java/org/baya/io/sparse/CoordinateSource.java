package org.baya.io.sparse;

import java.lang.foreign.Arena;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.error.InvalidInputException;

/**
 * One row of an array 2 x n.
 *
 * @param dimension 0 or 1
 */
record CoordinateSource(ColumnSource both, int dimension) implements ColumnSource {

  @Override
  public String place() {
    return both.place();
  }

  @Override
  public Column open(Arena arena) {
    Column column = both.open(arena);
    if (column.rows() != 2) {
      throw new InvalidInputException(
          column.place(), "has " + column.rows() + " rows; allowed are two, rows and columns");
    }
    int[] numbers = new int[column.width()];
    column.read((long) dimension * numbers.length, numbers.length, numbers, 0);
    return SegmentColumn.of(column.place(), numbers);
  }
}
