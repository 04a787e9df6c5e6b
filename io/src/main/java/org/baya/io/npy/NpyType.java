package org.baya.io.npy;

import java.nio.ByteOrder;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;

/**
 * A NumPy type string: byte order ({@code <} little, {@code >} big, {@code |} none, {@code =} this
 * machine's), kind ({@code b} truth values, {@code i}, {@code u}, {@code f}) and bytes.
 *
 * @param type of a column of such elements
 * @param order of the bytes
 * @param isHalf whether they are 16-bit floats
 */
record NpyType(ElementType type, ByteOrder order, boolean isHalf) {

  /** Reads {@code descr}, for example {@code <f4}. */
  static NpyType parse(String descr, String place) {
    ByteOrder order =
        switch (descr.isEmpty() ? ' ' : descr.charAt(0)) {
          case '<', '|' -> ByteOrder.LITTLE_ENDIAN;
          case '>' -> ByteOrder.BIG_ENDIAN;
          case '=' -> ByteOrder.nativeOrder();
          default -> throw refused(descr, place);
        };
    return switch (descr.substring(1)) {
      case "b1", "u1" -> new NpyType(ElementType.UINT8, order, false);
      case "i1" -> new NpyType(ElementType.INT8, order, false);
      case "i2" -> new NpyType(ElementType.INT16, order, false);
      case "u2" -> new NpyType(ElementType.UINT16, order, false);
      case "i4" -> new NpyType(ElementType.INT32, order, false);
      case "u4" -> new NpyType(ElementType.UINT32, order, false);
      case "i8" -> new NpyType(ElementType.INT64, order, false);
      case "u8" -> new NpyType(ElementType.UINT64, order, false);
      case "f2" -> new NpyType(ElementType.FLOAT32, order, true);
      case "f4" -> new NpyType(ElementType.FLOAT32, order, false);
      case "f8" -> new NpyType(ElementType.FLOAT64, order, false);
      default -> throw refused(descr, place);
    };
  }

  private static InvalidInputException refused(String descr, String place) {
    return new InvalidInputException(
        place,
        "holds elements of NumPy type '"
            + descr
            + "'; allowed are bool, int8 to int64, uint8 to uint64, float16 to float64");
  }
}
