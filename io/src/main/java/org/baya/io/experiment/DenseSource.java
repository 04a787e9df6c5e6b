package org.baya.io.experiment;

import java.lang.foreign.Arena;
import java.util.function.Supplier;
import org.baya.array.Column;
import org.baya.array.ColumnSource;

/**
 * An array that is put together in memory when it is wanted.
 *
 * @param array makes it
 */
record DenseSource(String place, Supplier<Column> array) implements ColumnSource {

  @Override
  public Column open(Arena arena) {
    return array.get();
  }
}
