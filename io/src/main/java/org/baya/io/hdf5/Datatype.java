package org.baya.io.hdf5;

import org.baya.array.ElementType;

/**
 * Datatype messages (type 3) of the types we write.
 *
 * <pre>
 * offset size
 *      0    1  class in bits 0-3 (0 whole number, 1 real, 3 string, 9 variable length), version 1 in bits 4-7
 *      1    3  class bits: byte order, sign, padding, character set
 *      4    4  bytes of an element
 *      8    .  whole: bit offset (2), precision (2)
 *              real: bit offset (2), precision (2), exponent at (1), exponent bits (1), mantissa at (1), bits (1), bias (4)
 *              variable length: the datatype of the base, here one character
 * </pre>
 */
final class Datatype {
  private static final int VERSION_1 = 1 << 4;
  private static final int WHOLE = VERSION_1;
  private static final int REAL = VERSION_1 | 1;
  private static final int STRING = VERSION_1 | 3;
  private static final int VARIABLE = VERSION_1 | 9;
  private static final int SIGNED = 1 << 3;

  /** The leading one of the mantissa is implied. */
  private static final int NORMALIZED = 2 << 4;

  private static final int NULL_PADDED = 1;
  private static final int UTF_8 = 1;

  /**
   * Bytes that stand for one variable-length value: length (4), heap address (8), index in the heap
   * (4).
   */
  static final int HEAP_REFERENCE_BYTES = 16;

  private Datatype() {}

  /** Little-endian numbers. */
  static byte[] of(ElementType type) {
    int size = type.sizeBytes();
    if (type.isInteger()) {
      return new ByteSink()
          .u1(WHOLE, type.isSigned() ? SIGNED : 0, 0, 0)
          .u4(size)
          .u2(0)
          .u2(8 * size)
          .toBytes();
    }
    boolean single = type == ElementType.FLOAT32;
    int mantissa = single ? 23 : 52;
    return new ByteSink()
        .u1(REAL, NORMALIZED, 8 * size - 1, 0)
        .u4(size)
        .u2(0)
        .u2(8 * size)
        .u1(mantissa, single ? 8 : 11, 0, mantissa)
        .u4(single ? Float.MAX_EXPONENT : Double.MAX_EXPONENT)
        .toBytes();
  }

  /**
   * UTF-8 strings of {@code size} bytes each, padded with zeros; {@code ascii} if no other
   * characters occur.
   */
  static byte[] fixedString(int size, boolean ascii) {
    return new ByteSink()
        .u1(STRING, NULL_PADDED | (ascii ? 0 : UTF_8 << 4), 0, 0)
        .u4(size)
        .toBytes();
  }

  /** UTF-8 strings of any length, kept in a global heap. */
  static byte[] variableString() {
    return new ByteSink()
        .u1(VARIABLE, 1, UTF_8, 0)
        .u4(HEAP_REFERENCE_BYTES)
        .u1(STRING, UTF_8 << 4, 0, 0)
        .u4(1)
        .toBytes();
  }
}
