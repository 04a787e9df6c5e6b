package org.baya.io.sonata;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.baya.error.InvalidInputException;

/** Finds the JSON files that types tables name. */
final class ParameterDirectory {
  private ParameterDirectory() {}

  /**
   * Reads a file of {@code dynamics_params}.
   *
   * @param directory where the configuration's components keep such files
   * @param place where the file is named, for messages
   */
  static JsonValue read(String name, Optional<Path> directory, String place) {
    Path file;
    try {
      file = directory.map(d -> d.resolve(name)).orElseGet(() -> Path.of(name)).normalize();
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          place, "'" + name + "' is no file name (" + e.getReason() + ")", e);
    }
    if (!Files.isRegularFile(file)) {
      String hint =
          directory.isPresent() ? "" : "; the configuration's components name no directory";
      throw new InvalidInputException(place, "no such file " + file + hint);
    }
    return JsonFile.read(file);
  }
}
