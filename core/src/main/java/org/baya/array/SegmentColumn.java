package org.baya.array;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.baya.error.InvalidInputException;

/**
 * A column over memory: a mapped file, or a heap array wrapped as a segment. Element {@code i} lies at {@code i * strideBytes}, so a
 * component of an N x k row-major array is a column with stride k elements.
 */
public final class SegmentColumn implements Column {
  private static final double EXACT_IN_DOUBLE = 0x1p53;

  private final MemorySegment memory;
  private final ElementType type;
  private final ByteOrder order;
  private final long rows;
  private final int width;
  private final long strideBytes;
  private final String place;

  /**
   * A contiguous column.
   *
   * @param memory at least {@code rows * width} elements
   * @param place for error messages
   */
  public SegmentColumn(MemorySegment memory, ElementType type, ByteOrder order, long rows, int width, String place) {
    this(memory, type, order, rows, width, type.sizeBytes(), place);
  }

  private SegmentColumn(
      MemorySegment memory, ElementType type, ByteOrder order, long rows, int width, long strideBytes, String place) {
    long length = rows * width;
    long needed = length == 0 ? 0 : (length - 1) * strideBytes + type.sizeBytes();
    if (rows < 0 || width < 1 || memory.byteSize() < needed) {
      throw new InvalidInputException(place, "needs " + needed + " bytes but has " + memory.byteSize() + " (truncated?)");
    }
    this.memory = memory;
    this.type = type;
    this.order = order;
    this.rows = rows;
    this.width = width;
    this.strideBytes = strideBytes;
    this.place = place;
  }

  /** Wraps {@code values}; they must not change afterwards. */
  public static Column of(String place, int... values) {
    return new SegmentColumn(MemorySegment.ofArray(values), ElementType.INT32, ByteOrder.nativeOrder(), values.length, 1, place);
  }

  /** Wraps {@code values}; they must not change afterwards. */
  public static Column of(String place, long... values) {
    return new SegmentColumn(MemorySegment.ofArray(values), ElementType.INT64, ByteOrder.nativeOrder(), values.length, 1, place);
  }

  /** Wraps {@code values}; they must not change afterwards. */
  public static Column of(String place, float... values) {
    return new SegmentColumn(MemorySegment.ofArray(values), ElementType.FLOAT32, ByteOrder.nativeOrder(), values.length, 1, place);
  }

  /** Wraps {@code values}; they must not change afterwards. */
  public static Column of(String place, double... values) {
    return new SegmentColumn(MemorySegment.ofArray(values), ElementType.FLOAT64, ByteOrder.nativeOrder(), values.length, 1, place);
  }

  /** A column of length 1 or more that is the {@code j}-th component of every row of this one. */
  @Override
  public Column component(int j) {
    if (j < 0 || j >= width) {
      throw new IndexOutOfBoundsException(j);
    }
    MemorySegment from = rows == 0 ? memory : memory.asSlice(j * strideBytes);
    return new SegmentColumn(from, type, order, rows, 1, strideBytes * width, place + "[:, " + j + "]");
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
    long address = from * strideBytes;
    switch (type) {
      case FLOAT64 -> {
        ValueLayout.OfDouble layout = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order);
        for (int i = 0; i < count; i++) {
          out[at + i] = memory.get(layout, address + i * strideBytes);
        }
      }
      case FLOAT32 -> {
        ValueLayout.OfFloat layout = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order);
        for (int i = 0; i < count; i++) {
          out[at + i] = memory.get(layout, address + i * strideBytes);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          long value = integer(address + i * strideBytes);
          if (Math.abs(value) > EXACT_IN_DOUBLE) {
            throw misfit(from + i, Long.toString(value), "a number exact in 64-bit floating point");
          }
          out[at + i] = value;
        }
      }
    }
  }

  @Override
  public void read(long from, int count, int[] out, int at) {
    long address = from * strideBytes;
    if (type == ElementType.INT32) {
      ValueLayout.OfInt layout = ValueLayout.JAVA_INT_UNALIGNED.withOrder(order);
      for (int i = 0; i < count; i++) {
        out[at + i] = memory.get(layout, address + i * strideBytes);
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      long value = whole(from + i);
      if (value != (int) value) {
        throw misfit(from + i, Long.toString(value), "a 32-bit whole number");
      }
      out[at + i] = (int) value;
    }
  }

  @Override
  public void read(long from, int count, long[] out, int at) {
    for (int i = 0; i < count; i++) {
      out[at + i] = whole(from + i);
    }
  }

  /** Element {@code index} as a whole number. */
  private long whole(long index) {
    long address = index * strideBytes;
    if (type.isInteger()) {
      return integer(address);
    }
    double value =
        type == ElementType.FLOAT32
            ? memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order), address)
            : memory.get(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order), address);
    long result = (long) value;
    if (result != value) {
      throw misfit(index, Double.toString(value), "a whole number");
    }
    return result;
  }

  private long integer(long address) {
    return switch (type) {
      case INT8 -> memory.get(ValueLayout.JAVA_BYTE, address);
      case UINT8 -> memory.get(ValueLayout.JAVA_BYTE, address) & 0xFFL;
      case INT16 -> memory.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), address);
      case UINT16 -> memory.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), address) & 0xFFFFL;
      case INT32 -> memory.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), address);
      case UINT32 -> memory.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), address) & 0xFFFFFFFFL;
      case INT64 -> memory.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), address);
      case UINT64 -> {
        long value = memory.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), address);
        if (value < 0) {
          throw misfit(address / strideBytes, Long.toUnsignedString(value), "at most 2^63 - 1");
        }
        yield value;
      }
      case FLOAT32, FLOAT64 -> throw new IllegalStateException("not an integer column");
    };
  }

  private InvalidInputException misfit(long index, String value, String allowed) {
    String row = width == 1 ? "row " + index : "row " + index / width + ", column " + index % width;
    return new InvalidInputException(place, row + " is " + value + "; allowed is " + allowed);
  }
}
