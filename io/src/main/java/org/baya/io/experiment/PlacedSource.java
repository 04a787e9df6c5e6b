package org.baya.io.experiment;

import java.lang.foreign.Arena;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.error.InvalidInputException;

/** A source that also says where in the experiment it was asked for when it cannot be opened. */
record PlacedSource(String experimentPlace, ColumnSource source) implements ColumnSource {

  PlacedSource(Field field, ColumnSource source) {
    this(field.keyPlace() + ": " + field.path(), source);
  }

  @Override
  public String place() {
    return source.place();
  }

  @Override
  public Column open(Arena arena) {
    try {
      return source.open(arena);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(experimentPlace, e.getMessage(), e);
    }
  }
}
