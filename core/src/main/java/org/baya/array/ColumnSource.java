package org.baya.array;

import java.lang.foreign.Arena;

/**
 * Names a column without holding it: a dataset in a file, an array in memory. Descriptions hold
 * sources, building opens them.
 */
public interface ColumnSource {

  /** Where the numbers come from, for error messages and reports. */
  String place();

  /**
   * Opens the column; the memory behind it lives as long as {@code arena}.
   *
   * @throws org.baya.error.InvalidInputException if there is no such column or it cannot be read
   */
  Column open(Arena arena);

  /** A source over an array that is already in memory. */
  static ColumnSource of(Column column) {
    return new ColumnSource() {
      @Override
      public String place() {
        return column.place();
      }

      @Override
      public Column open(Arena arena) {
        return column;
      }
    };
  }
}
