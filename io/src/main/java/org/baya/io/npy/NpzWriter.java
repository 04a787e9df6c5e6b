package org.baya.io.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.baya.array.ElementType;
import org.baya.io.file.Elements;
import org.baya.io.file.PendingFile;

/**
 * Writes a {@code .npz} archive: one array after another, stored, each of any size, since all sizes
 * are written in the large form (see {@link ZipDirectory} for the layout). It appears when it is
 * committed.
 */
public final class NpzWriter implements AutoCloseable {
  private static final int HEADER_BYTES = 128;
  private static final int LOCAL_BYTES = 30;
  private static final int LARGE_FIELD_BYTES = 20;

  /** Version 4.5 of the format brought large sizes. */
  private static final short VERSION = 45;

  /** 1 January 1980, the earliest: the same arrays make the same file. */
  private static final short DATE = 0x21;

  private static final int ALIGNMENT = 64;

  private final PendingFile file;
  private final List<Written> done = new ArrayList<>();
  private final CRC32 crc = new CRC32();
  private byte[] name = {};
  private ElementType type = ElementType.FLOAT64;
  private long headerOffset;
  private long dataOffset;
  private long end;
  private long dataEnd;

  private NpzWriter(PendingFile file) {
    this.file = file;
  }

  /**
   * Starts an archive.
   *
   * @throws org.baya.error.InvalidInputException if nothing can be written there
   */
  public static NpzWriter create(Path path) {
    return new NpzWriter(PendingFile.create(path));
  }

  /**
   * Starts the next array, of {@code rows * width} elements that are to be appended.
   *
   * @param arrayName without {@code .npy}
   * @param width numbers per row; an array of width 1 has one dimension
   */
  public void begin(String arrayName, ElementType elementType, long rows, int width) {
    byte[] header = NpyHeader.encode(elementType, rows, width, HEADER_BYTES);
    begin(arrayName, elementType, rows, width, header);
  }

  private void begin(
      String arrayName, ElementType elementType, long rows, int width, byte[] header) {
    finish();
    name = (arrayName + ".npy").getBytes(StandardCharsets.UTF_8);
    type = elementType;
    headerOffset = end;
    long unpadded = headerOffset + LOCAL_BYTES + name.length + LARGE_FIELD_BYTES;
    int padding = (int) Math.floorMod(-unpadded, (long) ALIGNMENT);
    dataOffset = unpadded + (padding == 0 || padding >= 4 ? padding : padding + ALIGNMENT);
    end = dataOffset;
    dataEnd =
        dataOffset
            + HEADER_BYTES
            + Math.multiplyExact(Math.multiplyExact(rows, (long) width), elementType.sizeBytes());
    crc.reset();
    put(ByteBuffer.wrap(header));
  }

  /** Appends elements of the array that was begun, in row-major order. */
  public void append(Elements elements) {
    elements.encode(type, this::put);
  }

  /** Writes an array of no dimension that holds one ASCII text, as NumPy's type {@code S}. */
  public void text(String arrayName, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
    begin(
        arrayName, ElementType.UINT8, bytes.length, 1, NpyHeader.text(bytes.length, HEADER_BYTES));
    put(ByteBuffer.wrap(bytes));
  }

  /** Ends the archive and gives it its name. */
  public void commit() {
    finish();
    long start = end;
    for (Written written : done) {
      writeAtEnd(written.entry());
    }
    long directoryBytes = end - start;
    long largeEnd = end;
    writeAtEnd(
        bytes(56)
            .putInt(0x06064b50)
            .putLong(44)
            .putShort(VERSION)
            .putShort(VERSION)
            .putInt(0)
            .putInt(0)
            .putLong(done.size())
            .putLong(done.size())
            .putLong(directoryBytes)
            .putLong(start));
    writeAtEnd(bytes(20).putInt(0x07064b50).putInt(0).putLong(largeEnd).putInt(1));
    writeAtEnd(
        bytes(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) -1)
            .putShort((short) -1)
            .putInt(-1)
            .putInt(-1)
            .putShort((short) 0));
    file.commit();
  }

  /** Deletes the file unless it was committed. */
  @Override
  public void close() {
    file.close();
  }

  /**
   * Ends the array that was begun, if any: its local header can be written now that the checksum is
   * known.
   */
  private void finish() {
    if (name.length == 0) {
      return;
    }
    if (end != dataEnd) {
      throw new IllegalStateException(
          new String(name, StandardCharsets.UTF_8)
              + " has "
              + (dataEnd - end) / type.sizeBytes()
              + " elements to come");
    }
    Written written = new Written(name, (int) crc.getValue(), dataEnd - dataOffset, headerOffset);
    file.write(headerOffset, written.localHeader((int) (dataOffset - headerOffset)).flip());
    done.add(written);
    name = new byte[0];
  }

  private void put(ByteBuffer block) {
    if (name.length == 0 || block.remaining() > dataEnd - end) {
      throw new IllegalStateException(
          file.target() + ": more elements than the array was begun with");
    }
    crc.update(block.duplicate());
    int n = block.remaining();
    file.write(end, block);
    end += n;
  }

  private void writeAtEnd(ByteBuffer bytes) {
    bytes.flip();
    int n = bytes.remaining();
    file.write(end, bytes);
    end += n;
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A finished array. */
  private record Written(byte[] name, int crc, long size, long offset) {

    /**
     * The local header, filled up to {@code sizeBytes} with an extra field of zeros that every
     * reader skips.
     */
    ByteBuffer localHeader(int sizeBytes) {
      int padding = sizeBytes - LOCAL_BYTES - name.length - LARGE_FIELD_BYTES;
      ByteBuffer header =
          common(bytes(sizeBytes).putInt(0x04034b50))
              .putShort((short) (LARGE_FIELD_BYTES + padding))
              .put(name);
      header.putShort((short) 1).putShort((short) 16).putLong(size).putLong(size);
      if (padding > 0) {
        header.putShort((short) 0xFFFF).putShort((short) (padding - 4)).put(new byte[padding - 4]);
      }
      return header;
    }

    /** The entry in the table of contents. */
    ByteBuffer entry() {
      ByteBuffer entry = bytes(46 + name.length + 28).putInt(0x02014b50).putShort(VERSION);
      common(entry)
          .putShort((short) 28)
          .putShort((short) 0)
          .putShort((short) 0)
          .putShort((short) 0)
          .putInt(0)
          .putInt(-1);
      return entry
          .put(name)
          .putShort((short) 1)
          .putShort((short) 24)
          .putLong(size)
          .putLong(size)
          .putLong(offset);
    }

    /**
     * Fields that both headers have: version, flags (bit 11: UTF-8), method, time, date, checksum,
     * sizes, length of name.
     */
    private ByteBuffer common(ByteBuffer header) {
      return header
          .putShort(VERSION)
          .putShort((short) (1 << 11))
          .putShort((short) 0)
          .putShort((short) 0)
          .putShort(DATE)
          .putInt(crc)
          .putInt(-1)
          .putInt(-1)
          .putShort((short) name.length);
    }
  }
}
