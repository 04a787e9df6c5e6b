package org.baya.io.experiment;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.baya.error.InvalidInputException;

/** The data files beside an experiment, by name; the ending tells the kind. */
final class DataFiles implements AutoCloseable {
  private static final Map<String, Function<Path, DataFile>> KINDS =
      Map.of(
          "h5", Hdf5DataFile::new,
          "hdf5", Hdf5DataFile::new,
          "nwb", Hdf5DataFile::new,
          "npy", NpyDataFile::new,
          "npz", NpzDataFile::new,
          "csv", CsvDataFile::new);

  private final Path directory;
  private final Map<String, DataFile> open = new HashMap<>();

  /**
   * Files of an experiment.
   *
   * @param directory what relative names are relative to
   */
  DataFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * The file {@code name}.
   *
   * @throws InvalidInputException if it does not exist or its kind is unknown; at the first use
   *     only
   */
  DataFile of(String name) {
    DataFile known = open.get(name);
    if (known != null) {
      return known;
    }
    open.put(name, new UnreadableFile());
    DataFile found = find(name);
    open.put(name, found);
    return found;
  }

  private DataFile find(String name) {
    Path path = path(name);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    Function<Path, DataFile> kind = KINDS.get(ending);
    if (kind == null) {
      throw new InvalidInputException(
          "'"
              + name
              + "' is no data file of a known kind; known: .h5, .hdf5, .nwb, .npy, .npz, .csv");
    }
    if (!Files.exists(path)) {
      throw new InvalidInputException("no such file " + path);
    }
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new InvalidInputException(
          "cannot read " + path + (Files.isDirectory(path) ? ", it is a directory" : ""));
    }
    return kind.apply(path);
  }

  private Path path(String name) {
    try {
      return directory.resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw new InvalidInputException("'" + name + "' is no file name (" + e.getReason() + ")");
    }
  }

  @Override
  public void close() {
    open.values().forEach(DataFile::close);
  }
}
