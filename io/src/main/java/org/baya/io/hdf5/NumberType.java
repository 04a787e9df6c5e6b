package org.baya.io.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.baya.array.ElementType;

/**
 * How numbers are stored in a dataset.
 *
 * @param type as a column holds them
 * @param order of the bytes
 * @param isHalf whether they are 16-bit floats, which become 32-bit ones
 */
record NumberType(ElementType type, ByteOrder order, boolean isHalf) {

  /**
   * The stored form of numbers of this type, or nothing if they are no numbers we know. An
   * enumeration counts as its numbers. (Plain {@code instanceof}: the first pattern switch of a
   * process costs 10 ms of its start.)
   */
  static Optional<NumberType> of(DataType stored) {
    if (stored instanceof FixedPoint whole
        && isPlain(whole.getBitOffset(), whole.getBitPrecision(), whole.getSize())) {
      return Optional.of(
          new NumberType(
              ElementType.of(whole.getSize(), true, whole.isSigned()),
              whole.getByteOrder(),
              false));
    }
    if (stored instanceof FloatingPoint real) {
      return real(real);
    }
    return stored instanceof EnumDataType names ? of(names.getBaseType()) : Optional.empty();
  }

  /** Whether elements of this type are strings, of fixed or variable length. */
  static boolean isString(DataType stored) {
    return stored instanceof StringData
        || (stored instanceof VariableLength variable && variable.isVariableLengthString());
  }

  /** What a type that is no number is called. */
  static String describe(DataType stored) {
    if (stored instanceof FixedPoint whole) {
      return "whole numbers of " + whole.getBitPrecision() + " bits";
    }
    if (stored instanceof FloatingPoint real) {
      return "real numbers of " + real.getBitPrecision() + " bits";
    }
    return isString(stored) ? "strings" : "elements of HDF5 class " + stored.getDataClass();
  }

  /** Bytes of an element in the file. */
  int storedBytes() {
    return isHalf ? 2 : type.sizeBytes();
  }

  /** A value as it is stored. */
  byte[] encode(Number value) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    if (isHalf) {
      bytes.putShort(Float.floatToFloat16(value.floatValue()));
    } else if (type == ElementType.FLOAT32) {
      bytes.putFloat(value.floatValue());
    } else if (type == ElementType.FLOAT64) {
      bytes.putDouble(value.doubleValue());
    } else {
      bytes.putLong(value.longValue());
    }
    byte[] element = Arrays.copyOf(bytes.array(), storedBytes());
    if (order == ByteOrder.BIG_ENDIAN) {
      for (int i = 0; i < element.length / 2; i++) {
        byte swapped = element[i];
        element[i] = element[element.length - 1 - i];
        element[element.length - 1 - i] = swapped;
      }
    }
    return element;
  }

  private static Optional<NumberType> real(FloatingPoint real) {
    if (isIeee(real, 4, 8)) {
      return Optional.of(new NumberType(ElementType.FLOAT32, real.getByteOrder(), false));
    }
    if (isIeee(real, 8, 11)) {
      return Optional.of(new NumberType(ElementType.FLOAT64, real.getByteOrder(), false));
    }
    return isIeee(real, 2, 5)
        ? Optional.of(new NumberType(ElementType.FLOAT32, real.getByteOrder(), true))
        : Optional.empty();
  }

  private static boolean isPlain(int bitOffset, int bitPrecision, int sizeBytes) {
    return bitOffset == 0
        && bitPrecision == 8 * sizeBytes
        && sizeBytes <= Long.BYTES
        && Integer.bitCount(sizeBytes) == 1;
  }

  private static boolean isIeee(FloatingPoint real, int sizeBytes, int exponentBits) {
    return real.getSize() == sizeBytes
        && isPlain(real.getBitOffset(), real.getBitPrecision(), sizeBytes)
        && real.getExponentSize() == exponentBits
        && real.getExponentBias() == (1 << (exponentBits - 1)) - 1;
  }
}
