package org.baya.io.file;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.array.MemoryRegion;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;

/**
 * A raw list of numbers that grows while a simulation runs: little-endian elements of one type and
 * nothing else. Memory is bounded by one buffer. What was appended more than a second before a
 * later {@link #append} or {@link #flushIfDue} is in the file, and so survives a killed process.
 * The finished list is copied into a dataset and the file deleted. For one thread at a time.
 */
public final class AppendFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long FLUSH_NS = TimeUnit.SECONDS.toNanos(1);

  private final Path path;
  private final ElementType type;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private long length;
  private long flushedNs = System.nanoTime();

  private AppendFile(Path path, ElementType type, FileChannel channel) {
    this.path = path;
    this.type = type;
    this.channel = channel;
  }

  /**
   * Creates an empty list in {@code path}, in place of an older file.
   *
   * @throws InvalidInputException if nothing can be written there
   */
  public static AppendFile create(Path path, ElementType type) {
    try {
      return new AppendFile(path, type, FileChannel.open(path, CREATE, TRUNCATE_EXISTING, WRITE));
    } catch (IOException e) {
      throw new InvalidInputException(path.toString(), "cannot be written: " + Reasons.of(e), e);
    }
  }

  /**
   * A list that an earlier process left; it can be read and deleted, not appended to.
   *
   * @throws InvalidInputException if there is none
   */
  public static AppendFile existing(Path path, ElementType type) {
    try {
      FileChannel channel = FileChannel.open(path, READ);
      AppendFile list = new AppendFile(path, type, channel);
      list.length = channel.size() / type.sizeBytes();
      channel.close();
      return list;
    } catch (IOException e) {
      throw new InvalidInputException(path.toString(), "cannot be read: " + Reasons.of(e), e);
    }
  }

  /** Reads the list; the memory behind it lives as long as {@code arena}. */
  public Column column(Arena arena) {
    try (FileChannel from = FileChannel.open(path, READ)) {
      MemoryRegion bytes =
          MemoryRegion.map(from, 0, length * type.sizeBytes(), arena, path.toString());
      return bytes.column(type, ByteOrder.LITTLE_ENDIAN, length, 1, path.toString());
    } catch (IOException e) {
      throw new InvalidInputException(path.toString(), "cannot be read: " + Reasons.of(e), e);
    }
  }

  /** Where the list is kept. */
  public Path path() {
    return path;
  }

  /** The type of the elements. */
  public ElementType type() {
    return type;
  }

  /** Number of elements appended so far. */
  public long length() {
    return length;
  }

  /** Appends elements. */
  public void append(Elements elements) {
    elements.encode(type, this::put);
    length += elements.count();
    flushIfDue();
  }

  /**
   * Writes what is buffered if that was last done over a second ago; to be called now and then
   * while nothing is appended.
   */
  public void flushIfDue() {
    if (buffer.position() > 0 && System.nanoTime() - flushedNs >= FLUSH_NS) {
      flush();
    }
  }

  /** Writes what is buffered. */
  public void flush() {
    buffer.flip();
    write(buffer);
    buffer.clear();
    flushedNs = System.nanoTime();
  }

  /** Closes the file and keeps it. */
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    flush();
    try {
      channel.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Closes the file and deletes it. */
  public void delete() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void put(ByteBuffer block) {
    if (block.remaining() > buffer.remaining()) {
      flush();
    }
    if (block.remaining() > buffer.remaining()) {
      write(block);
    } else {
      buffer.put(block);
    }
  }

  private void write(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private SimulationException failed(IOException e) {
    return new SimulationException(path + ": cannot be written: " + Reasons.of(e), e);
  }
}
