package org.baya.io.npy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.baya.array.MemoryRegion;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Reasons;

/** Bytes by position, of a file or of memory. */
interface ByteSource {

  /** Number of bytes. */
  long size();

  /**
   * A copy of {@code count} little-endian bytes from {@code offset} on.
   *
   * @throws InvalidInputException if there are fewer
   */
  ByteBuffer read(long offset, int count);

  /** The {@code count} bytes from {@code offset} on. */
  default ByteSource slice(long offset, long count, String place) {
    ByteSource whole = this;
    return new ByteSource() {
      @Override
      public long size() {
        return count;
      }

      @Override
      public ByteBuffer read(long from, int n) {
        checkRange(from, n, count, place);
        return whole.read(offset + from, n);
      }
    };
  }

  /** The bytes of an open file. */
  static ByteSource of(FileChannel file, long size, String place) {
    return new ByteSource() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public ByteBuffer read(long offset, int count) {
        checkRange(offset, count, size, place);
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        try {
          while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0) {
              throw new EOFException("it became shorter");
            }
          }
        } catch (IOException e) {
          throw new InvalidInputException(place, "cannot be read: " + Reasons.of(e), e);
        }
        return bytes.flip();
      }
    };
  }

  /** The bytes of a region of memory. */
  static ByteSource of(MemoryRegion region, String place) {
    return new ByteSource() {
      @Override
      public long size() {
        return region.sizeBytes();
      }

      @Override
      public ByteBuffer read(long offset, int count) {
        checkRange(offset, count, region.sizeBytes(), place);
        byte[] bytes = new byte[count];
        region.get(offset, bytes, 0, count);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      }
    };
  }

  private static void checkRange(long offset, int count, long size, String place) {
    if (offset < 0 || offset > size - count) {
      throw new InvalidInputException(
          place,
          "is truncated or damaged: "
              + count
              + " bytes are wanted at "
              + offset
              + " but it has "
              + size);
    }
  }
}
