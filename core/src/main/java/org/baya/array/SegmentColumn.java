package org.baya.array;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Objects;
import org.baya.error.InvalidInputException;

/**
 * A column over memory: a mapped file, or a heap array wrapped as a segment. Element {@code i} lies
 * at {@code i * strideBytes}, so a component of an N x k row-major array is a column with stride k
 * elements.
 */
public final class SegmentColumn implements Column {
  /** Up to this size every whole number is exact in a double. */
  static final long EXACT_IN_DOUBLE = 1L << 53;

  private static final String EXACT = "a number exact in 64-bit floating point";
  private static final String INT = "a 32-bit whole number";
  private static final String LONG = "a whole number up to 2^63 - 1";

  private final MemorySegment memory;
  private final ElementType type;
  private final ByteOrder order;
  private final long rows;
  private final int width;
  private final long strideBytes;

  /** Flat index of the first element in the column that messages are about. */
  private final long first;

  /** Elements per row of that column. */
  private final int shownWidth;

  private final String place;

  /**
   * A contiguous column.
   *
   * @param memory at least {@code rows * width} elements
   * @param place for error messages
   */
  public SegmentColumn(
      MemorySegment memory, ElementType type, ByteOrder order, long rows, int width, String place) {
    this(memory, type, order, rows, width, type.sizeBytes(), 0, width, place);
  }

  /**
   * Elements {@code first..first+n-1} of a longer column of rows of {@code width} elements, as a
   * list.
   */
  static SegmentColumn window(
      MemorySegment memory,
      ElementType type,
      ByteOrder order,
      int n,
      long strideBytes,
      long first,
      int width,
      String place) {
    return new SegmentColumn(memory, type, order, n, 1, strideBytes, first, width, place);
  }

  private SegmentColumn(
      MemorySegment memory,
      ElementType type,
      ByteOrder order,
      long rows,
      int width,
      long strideBytes,
      long first,
      int shownWidth,
      String place) {
    long length = rows * width;
    long needed = length == 0 ? 0 : (length - 1) * strideBytes + type.sizeBytes();
    if (rows < 0 || width < 1 || memory.byteSize() < needed) {
      throw new InvalidInputException(
          place, "needs " + needed + " bytes but has " + memory.byteSize() + " (truncated?)");
    }
    this.memory = memory;
    this.type = type;
    this.order = order;
    this.rows = rows;
    this.width = width;
    this.strideBytes = strideBytes;
    this.first = first;
    this.shownWidth = shownWidth;
    this.place = place;
  }

  /** Wraps {@code values}; they must not change afterwards. */
  public static Column of(String place, int... values) {
    return new SegmentColumn(
        MemorySegment.ofArray(values),
        ElementType.INT32,
        ByteOrder.nativeOrder(),
        values.length,
        1,
        place);
  }

  /** Wraps {@code values}; they must not change afterwards. */
  public static Column of(String place, long... values) {
    return new SegmentColumn(
        MemorySegment.ofArray(values),
        ElementType.INT64,
        ByteOrder.nativeOrder(),
        values.length,
        1,
        place);
  }

  /** Wraps {@code values}; they must not change afterwards. */
  public static Column of(String place, float... values) {
    return new SegmentColumn(
        MemorySegment.ofArray(values),
        ElementType.FLOAT32,
        ByteOrder.nativeOrder(),
        values.length,
        1,
        place);
  }

  /** Wraps {@code values}; they must not change afterwards. */
  public static Column of(String place, double... values) {
    return new SegmentColumn(
        MemorySegment.ofArray(values),
        ElementType.FLOAT64,
        ByteOrder.nativeOrder(),
        values.length,
        1,
        place);
  }

  /**
   * Wraps {@code values} as rows of {@code width} elements; they must not change afterwards.
   *
   * @throws InvalidInputException if they do not fill the last row
   */
  public static Column matrix(String place, int width, double... values) {
    if (width < 1 || values.length % width != 0) {
      throw new InvalidInputException(
          place, "has " + values.length + " numbers, which do not make rows of " + width);
    }
    return new SegmentColumn(
        MemorySegment.ofArray(values),
        ElementType.FLOAT64,
        ByteOrder.nativeOrder(),
        values.length / width,
        width,
        place);
  }

  /** A column of length 1 or more that is the {@code j}-th component of every row of this one. */
  @Override
  public Column component(int j) {
    if (j < 0 || j >= width) {
      throw new IndexOutOfBoundsException(j);
    }
    MemorySegment from = rows == 0 ? memory : memory.asSlice(j * strideBytes);
    return new SegmentColumn(
        from, type, order, rows, 1, strideBytes * width, 0, 1, place + "[:, " + j + "]");
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

  @Override
  public void read(long from, int count, double[] out, int at) {
    if (type == ElementType.FLOAT64 && isContiguous()) {
      copy(from, count, out, at);
      return;
    }
    if (isNative()) {
      Objects.checkFromIndexSize(from, count, length());
      int misfit =
          NativeReading.read(memory, type, from * strideBytes, strideBytes, count, out, at);
      if (misfit >= 0) {
        throw misfit(from + misfit, EXACT);
      }
      return;
    }
    ElementBlock block = block(from, count);
    for (int done = 0; done < count; done += block.capacity()) {
      int n = load(block, from + done, count - done);
      int misfit = block.toDoubles(n, out, at + done);
      if (misfit >= 0) {
        throw misfit(from + done + misfit, EXACT);
      }
    }
  }

  @Override
  public void read(long from, int count, int[] out, int at) {
    if (type == ElementType.INT32 && isContiguous()) {
      copy(from, count, out, at);
      return;
    }
    if (isNative()) {
      Objects.checkFromIndexSize(from, count, length());
      int misfit =
          NativeReading.read(memory, type, from * strideBytes, strideBytes, count, out, at);
      if (misfit >= 0) {
        throw misfit(from + misfit, INT);
      }
      return;
    }
    ElementBlock block = block(from, count);
    for (int done = 0; done < count; done += block.capacity()) {
      int n = load(block, from + done, count - done);
      int misfit = block.toInts(n, out, at + done);
      if (misfit >= 0) {
        throw misfit(from + done + misfit, INT);
      }
    }
  }

  @Override
  public void read(long from, int count, long[] out, int at) {
    if (type == ElementType.INT64 && isContiguous()) {
      copy(from, count, out, at);
      return;
    }
    ElementBlock block = block(from, count);
    for (int done = 0; done < count; done += block.capacity()) {
      int n = load(block, from + done, count - done);
      int misfit = block.toLongs(n, out, at + done);
      if (misfit >= 0) {
        throw misfit(from + done + misfit, LONG);
      }
    }
  }

  private boolean isContiguous() {
    return strideBytes == type.sizeBytes();
  }

  /** Whether elements can be read where they lie. */
  private boolean isNative() {
    return order == ByteOrder.nativeOrder() && NativeReading.serves(type);
  }

  /** Copies elements into an array of their own type. */
  private void copy(long from, int count, Object out, int at) {
    Objects.checkFromIndexSize(from, count, length());
    MemorySegment.copy(
        memory, ElementBlock.layout(type, order), from * strideBytes, out, at, count);
  }

  private ElementBlock block(long from, int count) {
    Objects.checkFromIndexSize(from, count, length());
    return new ElementBlock(memory, type, order, strideBytes, count);
  }

  /** Loads as many of {@code left} elements as the block takes. */
  private int load(ElementBlock block, long from, int left) {
    int n = Math.min(block.capacity(), left);
    block.load(from * strideBytes, n);
    return n;
  }

  private InvalidInputException misfit(long index, String allowed) {
    ElementBlock one = block(index, 1);
    one.load(index * strideBytes, 1);
    String value = one.text();
    long shown = first + index;
    String row =
        shownWidth == 1
            ? "row " + shown
            : "row " + shown / shownWidth + ", column " + shown % shownWidth;
    return new InvalidInputException(place, row + " is " + value + "; allowed is " + allowed);
  }
}
