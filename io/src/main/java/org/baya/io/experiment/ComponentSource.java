package org.baya.io.experiment;

import java.lang.foreign.Arena;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.error.InvalidInputException;

/**
 * One component of a wide column.
 *
 * @param wide rows of several elements
 * @param component from 0
 * @param expectedWidth elements a row must have; 0 means any number above {@code component}
 */
record ComponentSource(ColumnSource wide, int component, int expectedWidth)
    implements ColumnSource {

  ComponentSource(ColumnSource wide, int component) {
    this(wide, component, 0);
  }

  @Override
  public String place() {
    return wide.place() + "[:, " + component + "]";
  }

  @Override
  public Column open(Arena arena) {
    Column column = wide.open(arena);
    if (expectedWidth > 0 && column.width() != expectedWidth) {
      String shape = column.rows() + " x " + column.width();
      throw new InvalidInputException(
          column.place(), "is " + shape + "; " + expectedWidth + " columns are named");
    }
    if (component >= column.width()) {
      String allowed = column.width() == 1 ? "0" : "0 to " + (column.width() - 1);
      throw new InvalidInputException(
          column.place(), "has no column " + component + "; allowed is " + allowed);
    }
    return column.component(component);
  }
}
