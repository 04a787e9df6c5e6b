package org.baya.io.npy;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.baya.array.Column;
import org.baya.array.ColumnSource;

/**
 * One array of a {@code .npz} archive.
 *
 * @param file the archive
 * @param name of the array, with or without {@code .npy}
 */
public record NpzSource(Path file, String name) implements ColumnSource {

  @Override
  public String place() {
    return NpzFile.place(file, name);
  }

  @Override
  public Column open(Arena arena) {
    return NpzFile.open(file).column(name, arena);
  }
}
