package org.baya.io.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;

/**
 * A file that appears whole or not at all: it is written beside its target under a temporary name
 * and renamed by {@link #commit}. One that is closed without a commit is deleted. Several threads
 * may write at different positions at once.
 */
public final class PendingFile implements AutoCloseable {
  /** Bytes of rows that are read at a time. */
  private static final int ROWS_BYTES = 1 << 20;

  private final Path target;
  private final Path temporary;
  private final FileChannel channel;
  private boolean committed;

  private PendingFile(Path target, Path temporary, FileChannel channel) {
    this.target = target;
    this.temporary = temporary;
    this.channel = channel;
  }

  /**
   * Opens a temporary file beside {@code target}.
   *
   * @throws InvalidInputException if nothing can be written there
   */
  public static PendingFile create(Path target) {
    Path absolute = target.toAbsolutePath().normalize();
    Path name = absolute.getFileName();
    if (name == null || Files.isDirectory(absolute)) {
      throw new InvalidInputException(
          target.toString(), "is a directory; allowed is the name of a file");
    }
    Path temporary =
        absolute.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      return new PendingFile(
          target, temporary, FileChannel.open(temporary, CREATE, TRUNCATE_EXISTING, READ, WRITE));
    } catch (IOException e) {
      throw new InvalidInputException(target.toString(), "cannot be written: " + Reasons.of(e), e);
    }
  }

  /** The name the file will have. */
  public Path target() {
    return target;
  }

  /** Writes the remaining bytes of {@code bytes} at byte {@code offset}. */
  public void write(long offset, ByteBuffer bytes) {
    try {
      for (long position = offset; bytes.hasRemaining(); ) {
        position += channel.write(bytes, position);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Copies all of {@code source} to byte {@code offset}.
   *
   * @return number of bytes copied
   */
  public long copyFrom(Path source, long offset) {
    try (FileChannel from = FileChannel.open(source, READ)) {
      long size = from.size();
      for (long done = 0; done < size; ) {
        long n = channel.transferFrom(from, offset + done, size - done);
        if (n <= 0) {
          throw new IOException(source + " ended while it was copied");
        }
        done += n;
      }
      return size;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Copies {@code rows} rows of {@code rowBytes} bytes from {@code source}, which has them one
   * after the other, to byte {@code offset} and then every {@code strideBytes} bytes.
   */
  public void copyRows(Path source, long offset, int rowBytes, long strideBytes, long rows) {
    try (FileChannel from = FileChannel.open(source, READ)) {
      int perBlock = (int) Math.clamp(ROWS_BYTES / rowBytes, 1, rows);
      ByteBuffer block = ByteBuffer.allocateDirect(Math.multiplyExact(perBlock, rowBytes));
      for (long row = 0; row < rows; row += perBlock) {
        int n = (int) Math.min(perBlock, rows - row);
        block.clear().limit(n * rowBytes);
        while (block.hasRemaining()) {
          if (from.read(block, row * rowBytes + block.position()) < 0) {
            throw new IOException(source + " ended while it was copied");
          }
        }
        for (int i = 0; i < n; i++) {
          write(offset + (row + i) * strideBytes, block.slice(i * rowBytes, rowBytes));
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Makes the file at least {@code sizeBytes} long; what was not written reads as zero. */
  public void extendTo(long sizeBytes) {
    try {
      if (channel.size() < sizeBytes) {
        write(sizeBytes - 1, ByteBuffer.allocate(1));
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Puts the file to disk and gives it its name, in place of an older one. */
  public void commit() {
    try {
      channel.force(true);
      channel.close();
      try {
        Files.move(temporary, target.toAbsolutePath(), ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, target.toAbsolutePath(), REPLACE_EXISTING);
      }
      committed = true;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Deletes the temporary file unless it was committed. */
  @Override
  public void close() {
    if (committed) {
      return;
    }
    try {
      channel.close();
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private SimulationException failed(IOException e) {
    return new SimulationException(target + ": cannot be written: " + Reasons.of(e), e);
  }
}
