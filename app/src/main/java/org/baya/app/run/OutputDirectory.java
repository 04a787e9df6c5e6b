package org.baya.app.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.baya.io.file.Reasons;

/**
 * Where a run's files go. Everything is written into a hidden directory inside and moves out when
 * all of it is there, so a run that fails leaves the directory as it was.
 */
public final class OutputDirectory implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(OutputDirectory.class.getName());

  private static final String PREFIX = ".unfinished-";

  /** Locked while its process lives, however that ends. */
  private static final String LOCK = ".lock";

  private final Path path;
  private final Path unfinished;
  private final boolean created;
  private final FileChannel lock;

  private OutputDirectory(Path path, Path unfinished, boolean created, FileChannel lock) {
    this.path = path;
    this.unfinished = unfinished;
    this.created = created;
    this.lock = lock;
  }

  /**
   * Makes the directory unless it exists, and the hidden one.
   *
   * @throws InvalidInputException if nothing can be written there
   */
  public static OutputDirectory prepare(Path path) {
    return prepare(path, true);
  }

  /**
   * Makes the directory unless it exists, and the hidden one.
   *
   * @param overwrite whether it may hold files already
   * @throws InvalidInputException if it may not and does, or nothing can be written there
   */
  public static OutputDirectory prepare(Path path, boolean overwrite) {
    boolean created = !Files.exists(path);
    if (!overwrite && Files.isDirectory(path) && !list(path).isEmpty()) {
      throw new InvalidInputException(
          path.toString(),
          "has files already, and overwrite_output_dir is false; choose another with --out");
    }
    Path unfinished = path.resolve(PREFIX + ProcessHandle.current().pid());
    try {
      Files.createDirectories(path);
      Files.createDirectories(unfinished);
      FileChannel lock =
          lock(unfinished)
              .orElseThrow(
                  () -> new InvalidInputException(path.toString(), "another run is writing there"));
      return new OutputDirectory(path, unfinished, created, lock);
    } catch (FileAlreadyExistsException e) {
      throw new InvalidInputException(
          path.toString(), "is a file; allowed is a directory for the results (--out)", e);
    } catch (IOException e) {
      String message = "cannot be written to (" + Reasons.of(e) + "); choose another with --out";
      throw new InvalidInputException(path.toString(), message, e);
    }
  }

  /**
   * The directory with what an ended process left in it.
   *
   * @throws InvalidInputException if that process has not ended
   */
  static OutputDirectory resume(Path path, Path unfinished) {
    try {
      FileChannel lock =
          lock(unfinished)
              .orElseThrow(
                  () -> new InvalidInputException(unfinished.toString(), "its run is going on"));
      return new OutputDirectory(path, unfinished, false, lock);
    } catch (IOException e) {
      throw new InvalidInputException(
          unfinished.toString(), "cannot be written to: " + Reasons.of(e), e);
    }
  }

  /** Locks a directory for the life of this process; nothing if another process has done so. */
  private static Optional<FileChannel> lock(Path unfinished) throws IOException {
    FileChannel channel =
        FileChannel.open(
            unfinished.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "locked in this process", e);
    }
    channel.close();
    return Optional.empty();
  }

  /** Whether {@code directory} is one of those in which files are written. */
  static boolean isUnfinished(Path directory) {
    return String.valueOf(directory.getFileName()).startsWith(PREFIX)
        && Files.isDirectory(directory);
  }

  /** Removes what is no result: lists that grew, files that were being written. */
  static void removeHidden(Path unfinished) {
    for (Path file : list(unfinished)) {
      if (isHidden(file)) {
        try {
          Files.delete(file);
        } catch (IOException e) {
          throw new SimulationException(file + ": cannot be removed: " + Reasons.of(e), e);
        }
      }
    }
  }

  /** Where the files will be. */
  public Path path() {
    return path;
  }

  /** Where they are written. */
  public Path unfinished() {
    return unfinished;
  }

  /**
   * Moves all files to their place, where they replace older ones.
   *
   * @throws InvalidInputException if a directory has the name of one of them; then none is moved
   */
  public void publish() {
    List<Path> files = list(unfinished).stream().filter(file -> !isHidden(file)).toList();
    for (Path file : files) {
      if (Files.isDirectory(target(file))) {
        throw new InvalidInputException(
            target(file).toString(), "is a directory; a file of this name is to be written");
      }
    }
    for (Path file : files) {
      try {
        Files.move(file, target(file), StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new SimulationException(target(file) + ": cannot be written: " + Reasons.of(e), e);
      }
    }
  }

  private static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }

  private Path target(Path file) {
    return path.resolve(unfinished.relativize(file));
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new SimulationException(directory + ": cannot be read: " + Reasons.of(e), e);
    }
  }

  /** Removes what was not published, and the directory if it was made here and is empty. */
  @Override
  public void close() {
    try (lock) {
      if (Files.exists(unfinished)) {
        for (Path file : list(unfinished)) {
          Files.delete(file);
        }
        Files.delete(unfinished);
      }
      if (created && list(path).isEmpty()) {
        Files.delete(path);
      }
    } catch (IOException | SimulationException e) {
      LOGGER.log(System.Logger.Level.WARNING, unfinished + " remains", e);
    }
  }
}
