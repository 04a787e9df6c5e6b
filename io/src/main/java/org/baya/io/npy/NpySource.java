package org.baya.io.npy;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.baya.array.Column;
import org.baya.array.ColumnSource;

/**
 * The array in a {@code .npy} file.
 *
 * @param file the file
 */
public record NpySource(Path file) implements ColumnSource {

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public Column open(Arena arena) {
    return NpyFile.open(file).column(arena);
  }
}
