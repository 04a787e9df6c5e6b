package org.baya.app.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Reasons;

/** Where a run's files go: made and tried before the run starts, removed again if nothing came of it. */
public final class OutputDirectory implements AutoCloseable {
  private final Path path;
  private final boolean created;

  private OutputDirectory(Path path, boolean created) {
    this.path = path;
    this.created = created;
  }

  /**
   * Makes the directory unless it exists, and writes a file into it for a trial.
   *
   * @throws InvalidInputException if nothing can be written there
   */
  public static OutputDirectory prepare(Path path) {
    boolean created = !Files.exists(path);
    try {
      Files.createDirectories(path);
      Files.delete(Files.createTempFile(path, ".trial", ".tmp"));
      return new OutputDirectory(path, created);
    } catch (FileAlreadyExistsException e) {
      throw new InvalidInputException(path.toString(), "is a file; allowed is a directory for the results (--out)", e);
    } catch (IOException e) {
      String message = "cannot be written to (" + Reasons.of(e) + "); choose another with --out";
      throw new InvalidInputException(path.toString(), message, e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** A file in it. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** Removes the directory if it was made here and is still empty. */
  @Override
  public void close() {
    if (!created) {
      return;
    }
    try (Stream<Path> files = Files.list(path)) {
      if (files.findAny().isEmpty()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      System.getLogger(OutputDirectory.class.getName()).log(System.Logger.Level.DEBUG, "empty directory remains", e);
    }
  }
}
