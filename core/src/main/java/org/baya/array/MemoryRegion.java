package org.baya.array;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;

/**
 * A stretch of bytes from which columns are made: a mapped part of a file, or memory that a codec
 * fills. It lives as long as the arena it was made in.
 */
public final class MemoryRegion {
  private final MemorySegment memory;
  private final String place;

  private MemoryRegion(MemorySegment memory, String place) {
    this.memory = memory;
    this.place = place;
  }

  /**
   * Maps bytes {@code offset..offset+sizeBytes-1} of a file, read-only. That all of them are there
   * is checked first, since reading a mapped page beyond the end of a file would end the process.
   *
   * @param place for error messages
   * @throws InvalidInputException if the file ends before the region does
   */
  public static MemoryRegion map(
      FileChannel file, long offset, long sizeBytes, Arena arena, String place) {
    try {
      long available = file.size();
      if (offset < 0 || sizeBytes < 0 || offset > available - sizeBytes) {
        throw new InvalidInputException(
            place,
            "needs "
                + sizeBytes
                + " bytes at offset "
                + offset
                + " but the file has "
                + available
                + " bytes (truncated?)");
      }
      return new MemoryRegion(
          sizeBytes == 0
              ? MemorySegment.NULL
              : file.map(FileChannel.MapMode.READ_ONLY, offset, sizeBytes, arena),
          place);
    } catch (IOException e) {
      throw new InvalidInputException(place, "cannot be mapped into memory: " + e.getMessage(), e);
    }
  }

  /**
   * New memory of {@code sizeBytes} zero bytes.
   *
   * @throws SimulationException if there is not so much memory
   */
  public static MemoryRegion allocate(long sizeBytes, Arena arena, String place) {
    try {
      return new MemoryRegion(
          sizeBytes == 0 ? MemorySegment.NULL : arena.allocate(sizeBytes, Long.BYTES), place);
    } catch (OutOfMemoryError e) {
      throw new SimulationException(
          place + ": needs " + sizeBytes + " bytes of memory, which are not free", e);
    }
  }

  /** Number of bytes. */
  public long sizeBytes() {
    return memory.byteSize();
  }

  /**
   * Whether every thread may use this region; one made in a confined arena is its thread's alone.
   */
  public boolean isShared() {
    return memory.isAccessibleBy(Thread.ofPlatform().unstarted(() -> {}));
  }

  /** Copies {@code source[from..from+count-1]} to byte {@code offset} of this region. */
  public void put(long offset, byte[] source, int from, int count) {
    MemorySegment.copy(source, from, memory, ValueLayout.JAVA_BYTE, offset, count);
  }

  /**
   * Copies {@code count} bytes from {@code offset} on into {@code target}, from index {@code at}.
   */
  public void get(long offset, byte[] target, int at, int count) {
    MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset, target, at, count);
  }

  /** Repeats the bytes of one element over the whole region. */
  public void fill(byte[] element) {
    for (int i = 0; i < element.length && i < memory.byteSize(); i++) {
      memory.set(ValueLayout.JAVA_BYTE, i, element[i]);
    }
    long done = Math.min(element.length, memory.byteSize());
    while (done < memory.byteSize()) {
      long n = Math.min(done, memory.byteSize() - done);
      MemorySegment.copy(memory, 0, memory, done, n);
      done += n;
    }
  }

  /** The part of this region from {@code offset} on. */
  public MemoryRegion slice(long offset, long sizeBytes) {
    if (offset < 0 || sizeBytes < 0 || offset > memory.byteSize() - sizeBytes) {
      throw new InvalidInputException(
          place,
          "needs "
              + sizeBytes
              + " bytes at offset "
              + offset
              + " but has "
              + memory.byteSize()
              + " (truncated?)");
    }
    return new MemoryRegion(memory.asSlice(offset, sizeBytes), place);
  }

  /**
   * The {@code rows * width} elements that start at the first byte, as a column named {@code place}
   * in messages.
   */
  public Column column(
      ElementType type, ByteOrder order, long rows, int width, String columnPlace) {
    return new SegmentColumn(memory, type, order, rows, width, columnPlace);
  }
}
