package org.baya.array;

/** The type of a column's elements as they are stored. */
public enum ElementType {
  INT8(1, true, true),
  UINT8(1, true, false),
  INT16(2, true, true),
  UINT16(2, true, false),
  INT32(4, true, true),
  UINT32(4, true, false),
  INT64(8, true, true),
  UINT64(8, true, false),
  FLOAT32(4, false, true),
  FLOAT64(8, false, true);

  private final int sizeBytes;
  private final boolean integer;
  private final boolean signed;

  ElementType(int sizeBytes, boolean integer, boolean signed) {
    this.sizeBytes = sizeBytes;
    this.integer = integer;
    this.signed = signed;
  }

  /** Bytes of one element. */
  public int sizeBytes() {
    return sizeBytes;
  }

  /** Whether the elements are whole numbers by type. */
  public boolean isInteger() {
    return integer;
  }

  /** Whether the elements carry a sign. */
  public boolean isSigned() {
    return signed;
  }

  /** The element type of {@code sizeBytes} bytes with these properties. */
  public static ElementType of(int sizeBytes, boolean integer, boolean signed) {
    for (ElementType type : values()) {
      if (type.sizeBytes == sizeBytes
          && type.integer == integer
          && (!integer || type.signed == signed)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no element type of " + sizeBytes + " bytes");
  }
}
