package org.baya.io.experiment;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.baya.error.InvalidInputException;

/** The data files beside an experiment, by name; the ending tells the kind. */
final class DataFiles implements AutoCloseable {
  /** By the ending of the name. */
  private static final Map<String, Function<Path, DataFile>> KINDS = kinds();

  private final Path directory;
  private final Map<String, DataFile> open = new HashMap<>();

  private static Map<String, Function<Path, DataFile>> kinds() {
    Map<String, Function<Path, DataFile>> kinds = new LinkedHashMap<>();
    kinds.put(".h5", Hdf5DataFile::new);
    kinds.put(".hdf5", Hdf5DataFile::new);
    kinds.put(".nwb", Hdf5DataFile::new);
    kinds.put(".npy", ArrayDataFile::npy);
    kinds.put(".npz", NpzDataFile::of);
    kinds.put(".mtx", ArrayDataFile::matrixMarket);
    kinds.put(".mtx.gz", ArrayDataFile::matrixMarket);
    kinds.put(".csv", CsvDataFile::new);
    kinds.put(".tsv", CsvDataFile::new);
    return kinds;
  }

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
    Function<Path, DataFile> kind = kind(name.toLowerCase(Locale.ROOT));
    if (!Files.exists(path)) {
      throw new InvalidInputException("no such file " + path);
    }
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new InvalidInputException(
          "cannot read " + path + (Files.isDirectory(path) ? ", it is a directory" : ""));
    }
    return kind.apply(path);
  }

  private static Function<Path, DataFile> kind(String name) {
    for (Map.Entry<String, Function<Path, DataFile>> kind : KINDS.entrySet()) {
      if (name.endsWith(kind.getKey())) {
        return kind.getValue();
      }
    }
    throw new InvalidInputException(
        "'"
            + name
            + "' is no data file of a known kind; known: "
            + String.join(", ", KINDS.keySet()));
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
