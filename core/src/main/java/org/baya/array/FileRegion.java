package org.baya.array;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.baya.error.InvalidInputException;

/**
 * A stretch of a file from which columns are made: small ones are mapped, large ones are read when
 * they are wanted, see {@link FileColumn}.
 *
 * @param file the file
 * @param offset of the first byte
 * @param sizeBytes number of bytes
 * @param place for error messages
 */
public record FileRegion(Path file, long offset, long sizeBytes, String place) {
  /** From this size on columns are read. */
  private static final long LARGE = 1L << 22;

  /** The part of this region from {@code from} on. */
  public FileRegion slice(long from, long size) {
    if (from < 0 || size < 0 || from > sizeBytes - size) {
      throw tooShort(size, offset + from, offset + sizeBytes);
    }
    return new FileRegion(file, offset + from, size, place);
  }

  /** The region in memory. */
  public MemoryRegion map(Arena arena) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return MemoryRegion.map(channel, offset, sizeBytes, arena, place);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The {@code rows * width} elements that start at the first byte, as a column named {@code
   * columnPlace} in messages.
   *
   * @throws InvalidInputException if the file ends before the region does
   */
  public Column column(
      ElementType type, ByteOrder order, long rows, int width, Arena arena, String columnPlace) {
    if (sizeBytes < LARGE) {
      return map(arena).column(type, order, rows, width, columnPlace);
    }
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      if (offset < 0 || offset > channel.size() - sizeBytes) {
        throw tooShort(sizeBytes, offset, channel.size());
      }
      return FileColumn.of(channel, offset, type, order, rows, width, columnPlace);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private InvalidInputException tooShort(long needed, long at, long available) {
    return new InvalidInputException(
        place,
        "needs "
            + needed
            + " bytes at offset "
            + at
            + " but the file has "
            + available
            + " bytes (truncated?)");
  }

  private InvalidInputException unreadable(IOException e) {
    return new InvalidInputException(place, "cannot be read: " + e.getMessage(), e);
  }
}
