package org.baya.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.baya.io.file.Reasons;

/**
 * Files that appear whole and together, or not at all: written under temporary names, renamed when
 * the last one is written. Closing without {@link #publish} removes what was written.
 */
final class OutputSet implements AutoCloseable {
  private record Pending(Path temporary, Path target) {}

  private final Path directory;
  private final List<Pending> pending = new ArrayList<>();

  /**
   * Files of {@code directory}, which is created.
   *
   * @throws InvalidInputException if it cannot be
   */
  OutputSet(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new InvalidInputException(
          directory.toString(), "cannot be created as a directory: " + Reasons.of(e), e);
    }
  }

  /**
   * Writes a file under its temporary name.
   *
   * @throws InvalidInputException if a directory has its name
   * @throws SimulationException if it cannot be written, for example because the disk is full
   */
  void add(String name, byte[] content) {
    Path target = directory.resolve(name);
    Path temporary = directory.resolve("." + name + "." + ProcessHandle.current().pid() + ".tmp");
    if (Files.isDirectory(target)) {
      throw new InvalidInputException(
          target.toString(), "is a directory; a file of this name is to be written");
    }
    pending.add(new Pending(temporary, target));
    try {
      Files.write(temporary, content);
    } catch (IOException e) {
      throw new SimulationException(target + ": cannot be written: " + Reasons.of(e), e);
    }
  }

  /** Gives all files their names, replacing older ones. */
  void publish() {
    for (Pending file : pending) {
      try {
        rename(file.temporary, file.target);
      } catch (IOException e) {
        throw new SimulationException(file.target + ": cannot be replaced: " + Reasons.of(e), e);
      }
    }
    pending.clear();
  }

  private static void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() {
    for (Pending file : pending) {
      try {
        Files.deleteIfExists(file.temporary);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
