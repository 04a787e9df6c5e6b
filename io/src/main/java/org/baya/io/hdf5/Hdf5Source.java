package org.baya.io.hdf5;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.baya.array.Column;
import org.baya.array.ColumnSource;

/**
 * A dataset of numbers in an HDF5 file.
 *
 * @param file the file
 * @param dataset path of the dataset in it, {@code recurrent/sources}
 */
public record Hdf5Source(Path file, String dataset) implements ColumnSource {

  @Override
  public String place() {
    return Hdf5File.place(file, dataset);
  }

  @Override
  public Column open(Arena arena) {
    try (Hdf5File opened = Hdf5File.open(file)) {
      return opened.column(dataset, arena);
    }
  }
}
