package org.baya.array;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Objects;
import org.baya.error.InvalidInputException;

/**
 * A column over a stretch of a file that is read when it is wanted, through a window for each
 * thread. From the page cache that is as fast as mapping the file, and what was read does not count
 * as memory of the process. Small reads are cheap only where they follow each other.
 */
final class FileColumn implements Column {
  /** Rows of eight doubles, as many as are read at once; fits a second-level cache. */
  private static final int MOST_BYTES = 1 << 18;

  private static final int READ_AHEAD_BYTES = 1 << 16;

  private final FileChannel file;
  private final ThreadLocal<Window> windows;
  private final long offset;
  private final ElementType type;
  private final ByteOrder order;
  private final long rows;
  private final int width;
  private final long strideBytes;
  private final String place;

  private FileColumn(
      FileChannel file,
      ThreadLocal<Window> windows,
      long offset,
      ElementType type,
      ByteOrder order,
      long rows,
      int width,
      long strideBytes,
      String place) {
    this.file = file;
    this.windows = windows;
    this.offset = offset;
    this.type = type;
    this.order = order;
    this.rows = rows;
    this.width = width;
    this.strideBytes = strideBytes;
    this.place = place;
  }

  /**
   * A contiguous column from byte {@code offset} on. The channel stays open as long as the column
   * is in use; then the collector closes it.
   */
  static Column of(
      FileChannel file,
      long offset,
      ElementType type,
      ByteOrder order,
      long rows,
      int width,
      String place) {
    return new FileColumn(
        file,
        ThreadLocal.withInitial(Window::new),
        offset,
        type,
        order,
        rows,
        width,
        type.sizeBytes(),
        place);
  }

  /** Bytes of the file that were read last. */
  private static final class Window {
    private ByteBuffer buffer = ByteBuffer.allocateDirect(READ_AHEAD_BYTES);
    private long start;
    private int size;

    /**
     * The {@code count} bytes from byte {@code from} of the file on; {@code behind} so many bytes
     * will be wanted soon.
     */
    private MemorySegment bytes(FileChannel file, long from, int count, int behind)
        throws IOException {
      if (from < start || from + count > start + size) {
        boolean follows = from >= start && from <= start + size;
        read(file, from, count, Math.max(count + behind, follows ? READ_AHEAD_BYTES : 0));
      }
      return MemorySegment.ofBuffer(buffer.slice((int) (from - start), count));
    }

    private void read(FileChannel file, long from, int count, int wanted) throws IOException {
      if (buffer.capacity() < wanted) {
        buffer = ByteBuffer.allocateDirect(wanted);
      }
      size = 0;
      start = from;
      buffer.clear().limit(wanted);
      while (buffer.position() < count) {
        if (file.read(buffer, from + buffer.position()) < 0) {
          throw new EOFException("it became shorter");
        }
      }
      size = buffer.position();
      buffer.clear();
    }
  }

  /** The elements from {@code from} on, at most {@code most}, as many as a window takes. */
  private SegmentColumn window(long from, int most) {
    int size = type.sizeBytes();
    int n = (int) Math.min(most, Math.max(1, MOST_BYTES / strideBytes));
    int bytes = (int) ((n - 1) * strideBytes) + size;
    int behind = (int) Math.min(strideBytes, READ_AHEAD_BYTES) - size;
    try {
      MemorySegment memory = windows.get().bytes(file, offset + from * strideBytes, bytes, behind);
      return SegmentColumn.window(memory, type, order, n, strideBytes, from, width, place);
    } catch (IOException e) {
      throw new InvalidInputException(place, "cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void read(long from, int count, double[] out, int at) {
    Objects.checkFromIndexSize(from, count, length());
    for (int done = 0; done < count; ) {
      SegmentColumn window = window(from + done, count - done);
      int n = (int) window.length();
      window.read(0, n, out, at + done);
      done += n;
    }
  }

  @Override
  public void read(long from, int count, int[] out, int at) {
    Objects.checkFromIndexSize(from, count, length());
    for (int done = 0; done < count; ) {
      SegmentColumn window = window(from + done, count - done);
      int n = (int) window.length();
      window.read(0, n, out, at + done);
      done += n;
    }
  }

  @Override
  public void read(long from, int count, long[] out, int at) {
    Objects.checkFromIndexSize(from, count, length());
    for (int done = 0; done < count; ) {
      SegmentColumn window = window(from + done, count - done);
      int n = (int) window.length();
      window.read(0, n, out, at + done);
      done += n;
    }
  }

  /** Component {@code j} of every row; it shares the windows, so rows are read once for several. */
  @Override
  public Column component(int j) {
    if (j < 0 || j >= width) {
      throw new IndexOutOfBoundsException(j);
    }
    return new FileColumn(
        file,
        windows,
        offset + j * strideBytes,
        type,
        order,
        rows,
        1,
        strideBytes * width,
        width == 1 ? place : place + "[:, " + j + "]");
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public ElementType type() {
    return type;
  }

  @Override
  public String place() {
    return place;
  }
}
