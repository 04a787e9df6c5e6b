package org.baya.io.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.baya.array.ElementType;

/**
 * A stretch of a primitive array that is to be written to a file. It becomes little-endian bytes of
 * whatever type the file holds: numbers that do not fit that type are refused, only doubles are
 * rounded to 32-bit floats.
 */
public final class Elements {
  /** Most bytes encoded at a time. */
  private static final int BLOCK_BYTES = 1 << 18;

  private final Object array;
  private final int from;
  private final int count;

  private Elements(Object array, int length, int from, int count) {
    Objects.checkFromIndexSize(from, count, length);
    this.array = array;
    this.from = from;
    this.count = count;
  }

  /**
   * Elements {@code from..from+count-1} of {@code values}, which must not change until they are
   * written.
   */
  public static Elements of(byte[] values, int from, int count) {
    return new Elements(values, values.length, from, count);
  }

  /** Elements {@code from..from+count-1} of {@code values}. */
  public static Elements of(short[] values, int from, int count) {
    return new Elements(values, values.length, from, count);
  }

  /** Elements {@code from..from+count-1} of {@code values}. */
  public static Elements of(int[] values, int from, int count) {
    return new Elements(values, values.length, from, count);
  }

  /** Elements {@code from..from+count-1} of {@code values}. */
  public static Elements of(long[] values, int from, int count) {
    return new Elements(values, values.length, from, count);
  }

  /** Elements {@code from..from+count-1} of {@code values}. */
  public static Elements of(float[] values, int from, int count) {
    return new Elements(values, values.length, from, count);
  }

  /** Elements {@code from..from+count-1} of {@code values}. */
  public static Elements of(double[] values, int from, int count) {
    return new Elements(values, values.length, from, count);
  }

  /** All of {@code values}. */
  public static Elements of(int... values) {
    return of(values, 0, values.length);
  }

  /** All of {@code values}. */
  public static Elements of(long... values) {
    return of(values, 0, values.length);
  }

  /** All of {@code values}. */
  public static Elements of(float... values) {
    return of(values, 0, values.length);
  }

  /** All of {@code values}. */
  public static Elements of(double... values) {
    return of(values, 0, values.length);
  }

  /** Number of elements. */
  public int count() {
    return count;
  }

  /**
   * Hands the elements as little-endian bytes of {@code type} to {@code sink}, block by block in
   * order.
   *
   * @throws IllegalArgumentException if a value does not fit the type
   */
  public void encode(ElementType type, Sink sink) {
    int size = type.sizeBytes();
    int perBlock = Math.min(BLOCK_BYTES / size, count);
    ByteBuffer block = ByteBuffer.allocate(perBlock * size).order(ByteOrder.LITTLE_ENDIAN);
    for (int done = 0; done < count; done += perBlock) {
      int n = Math.min(perBlock, count - done);
      block.clear();
      put(from + done, n, type, block);
      block.position(0).limit(n * size);
      sink.accept(block);
    }
  }

  /**
   * Encodes elements into {@code out} from its position on; the position afterwards is not defined.
   */
  private void put(int first, int n, ElementType type, ByteBuffer out) {
    switch (array) {
      case byte[] a when type == ElementType.INT8 -> out.put(a, first, n);
      case short[] a when type == ElementType.INT16 -> out.asShortBuffer().put(a, first, n);
      case int[] a when type == ElementType.INT32 -> out.asIntBuffer().put(a, first, n);
      case long[] a when type == ElementType.INT64 -> out.asLongBuffer().put(a, first, n);
      case float[] a when type == ElementType.FLOAT32 -> out.asFloatBuffer().put(a, first, n);
      case double[] a when type == ElementType.FLOAT64 -> out.asDoubleBuffer().put(a, first, n);
      case float[] a -> putReals(i -> a[first + i], n, type, out);
      case double[] a -> putReals(i -> a[first + i], n, type, out);
      case byte[] a -> putWholes(i -> a[first + i], n, type, out);
      case short[] a -> putWholes(i -> a[first + i], n, type, out);
      case int[] a -> putWholes(i -> a[first + i], n, type, out);
      case long[] a -> putWholes(i -> a[first + i], n, type, out);
      default -> throw new IllegalStateException("not an array of numbers");
    }
  }

  private static void putReals(RealAt values, int n, ElementType type, ByteBuffer out) {
    for (int i = 0; i < n; i++) {
      double value = values.at(i);
      switch (type) {
        case FLOAT32 -> out.putFloat((float) value);
        case FLOAT64 -> out.putDouble(value);
        default -> {
          long whole = (long) value;
          if (whole != value) {
            throw misfit(Double.toString(value), type);
          }
          putWhole(whole, type, out);
        }
      }
    }
  }

  private static void putWholes(WholeAt values, int n, ElementType type, ByteBuffer out) {
    for (int i = 0; i < n; i++) {
      putWhole(values.at(i), type, out);
    }
  }

  private static void putWhole(long value, ElementType type, ByteBuffer out) {
    boolean fits =
        switch (type) {
          case FLOAT32 -> value != Long.MAX_VALUE && (long) (float) value == value;
          case FLOAT64 -> value != Long.MAX_VALUE && (long) (double) value == value;
          case INT64 -> true;
          case UINT64 -> value >= 0;
          default -> {
            int bits = 8 * type.sizeBytes() - (type.isSigned() ? 1 : 0);
            yield value >> bits == 0 || (type.isSigned() && value >> bits == -1);
          }
        };
    if (!fits) {
      throw misfit(Long.toString(value), type);
    }
    switch (type) {
      case INT8, UINT8 -> out.put((byte) value);
      case INT16, UINT16 -> out.putShort((short) value);
      case INT32, UINT32 -> out.putInt((int) value);
      case INT64, UINT64 -> out.putLong(value);
      case FLOAT32 -> out.putFloat((float) value);
      case FLOAT64 -> out.putDouble((double) value);
    }
  }

  private static IllegalArgumentException misfit(String value, ElementType type) {
    return new IllegalArgumentException(value + " cannot be stored as " + type);
  }

  /** Takes encoded bytes: all that remain in the block. */
  public interface Sink {
    /** Consumes the remaining bytes of {@code block}, which is reused afterwards. */
    void accept(ByteBuffer block);
  }

  /** A real number by index. */
  private interface RealAt {
    double at(int i);
  }

  /** A whole number by index. */
  private interface WholeAt {
    long at(int i);
  }
}
