package org.baya.array;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Reads elements of the most common types in native byte order, at any equal distance, without
 * memory of its own: one loop and one constant layout for each type, 0.4 to 1 ns an element
 * whatever else the process has read. The general way through {@link ElementBlock} is as fast for
 * one type, but takes 4 to 11 ns once the compiler has seen several, and copies what lies between.
 */
final class NativeReading {
  private NativeReading() {}

  /** Whether there are loops for this type. */
  static boolean serves(ElementType type) {
    return type.sizeBytes() >= Integer.BYTES;
  }

  /**
   * Reads {@code n} elements as doubles, the first at byte {@code address}.
   *
   * @return the index of the first one that is not exact in a double, or -1
   */
  static int read(
      MemorySegment memory,
      ElementType type,
      long address,
      long stride,
      int n,
      double[] out,
      int at) {
    return switch (type) {
      case FLOAT32 -> floats(memory, address, stride, n, out, at);
      case FLOAT64 -> doubles(memory, address, stride, n, out, at);
      case INT32 -> ints(memory, address, stride, n, out, at);
      case UINT32 -> unsignedInts(memory, address, stride, n, out, at);
      case INT64 -> longs(memory, address, stride, n, -SegmentColumn.EXACT_IN_DOUBLE, out, at);
      case UINT64 -> longs(memory, address, stride, n, 0, out, at);
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  /**
   * Reads {@code n} elements as ints, the first at byte {@code address}.
   *
   * @return the index of the first one that is no int, or -1
   */
  static int read(
      MemorySegment memory, ElementType type, long address, long stride, int n, int[] out, int at) {
    return switch (type) {
      case FLOAT32 -> floats(memory, address, stride, n, out, at);
      case FLOAT64 -> doubles(memory, address, stride, n, out, at);
      case INT32 -> ints(memory, address, stride, n, Integer.MIN_VALUE, out, at);
      case UINT32 -> ints(memory, address, stride, n, 0, out, at);
      case INT64 -> longs(memory, address, stride, n, Integer.MIN_VALUE, out, at);
      case UINT64 -> longs(memory, address, stride, n, 0, out, at);
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  private static int floats(
      MemorySegment memory, long address, long stride, int n, double[] out, int at) {
    for (int i = 0; i < n; i++) {
      out[at + i] = memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, address + i * stride);
    }
    return -1;
  }

  private static int doubles(
      MemorySegment memory, long address, long stride, int n, double[] out, int at) {
    for (int i = 0; i < n; i++) {
      out[at + i] = memory.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, address + i * stride);
    }
    return -1;
  }

  private static int ints(
      MemorySegment memory, long address, long stride, int n, double[] out, int at) {
    for (int i = 0; i < n; i++) {
      out[at + i] = memory.get(ValueLayout.JAVA_INT_UNALIGNED, address + i * stride);
    }
    return -1;
  }

  private static int unsignedInts(
      MemorySegment memory, long address, long stride, int n, double[] out, int at) {
    for (int i = 0; i < n; i++) {
      out[at + i] =
          Integer.toUnsignedLong(memory.get(ValueLayout.JAVA_INT_UNALIGNED, address + i * stride));
    }
    return -1;
  }

  private static int longs(
      MemorySegment memory, long address, long stride, int n, long least, double[] out, int at) {
    boolean bad = false;
    for (int i = 0; i < n; i++) {
      long value = memory.get(ValueLayout.JAVA_LONG_UNALIGNED, address + i * stride);
      out[at + i] = value;
      bad |= value < least | value > SegmentColumn.EXACT_IN_DOUBLE;
    }
    return bad
        ? firstOutside(memory, address, stride, n, least, SegmentColumn.EXACT_IN_DOUBLE)
        : -1;
  }

  private static int floats(
      MemorySegment memory, long address, long stride, int n, int[] out, int at) {
    int misfit = -1;
    for (int i = n - 1; i >= 0; i--) {
      // As a double: a float holds no 2^31 - 1, which 2^31 would be taken for.
      double value = memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, address + i * stride);
      out[at + i] = (int) value;
      misfit = (int) value == value ? misfit : i;
    }
    return misfit;
  }

  private static int doubles(
      MemorySegment memory, long address, long stride, int n, int[] out, int at) {
    int misfit = -1;
    for (int i = n - 1; i >= 0; i--) {
      double value = memory.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, address + i * stride);
      out[at + i] = (int) value;
      misfit = (int) value == value ? misfit : i;
    }
    return misfit;
  }

  private static int ints(
      MemorySegment memory, long address, long stride, int n, int least, int[] out, int at) {
    int misfit = -1;
    for (int i = n - 1; i >= 0; i--) {
      int value = memory.get(ValueLayout.JAVA_INT_UNALIGNED, address + i * stride);
      out[at + i] = value;
      misfit = value >= least ? misfit : i;
    }
    return misfit;
  }

  private static int longs(
      MemorySegment memory, long address, long stride, int n, long least, int[] out, int at) {
    boolean bad = false;
    for (int i = 0; i < n; i++) {
      long value = memory.get(ValueLayout.JAVA_LONG_UNALIGNED, address + i * stride);
      out[at + i] = (int) value;
      bad |= value < least | value > Integer.MAX_VALUE;
    }
    return bad ? firstOutside(memory, address, stride, n, least, Integer.MAX_VALUE) : -1;
  }

  private static int firstOutside(
      MemorySegment memory, long address, long stride, int n, long least, long most) {
    for (int i = 0; i < n; i++) {
      long value = memory.get(ValueLayout.JAVA_LONG_UNALIGNED, address + i * stride);
      if (value < least || value > most) {
        return i;
      }
    }
    return -1;
  }
}
