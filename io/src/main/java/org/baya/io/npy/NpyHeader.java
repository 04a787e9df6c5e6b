package org.baya.io.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;

/**
 * The head of a {@code .npy} array.
 *
 * <pre>
 * offset size
 *      0    6  \x93NUMPY
 *      6    2  version: 1.0, 2.0 or 3.0
 *      8    2  bytes of the dictionary n; 4 bytes in versions 2 and 3
 *      .    n  a Python dictionary (Latin-1, UTF-8 in version 3) with descr, fortran_order and shape, padded with blanks
 *      .    .  the elements
 * </pre>
 *
 * @param type of a column of the elements
 * @param order of the bytes
 * @param isHalf whether the elements are 16-bit floats, which become 32-bit ones
 * @param isFortran whether the elements lie column by column
 * @param rows first dimension; 1 for a single number
 * @param width second dimension; 1 if there is none
 * @param dataOffset where the elements start
 */
record NpyHeader(
    ElementType type,
    ByteOrder order,
    boolean isHalf,
    boolean isFortran,
    long rows,
    int width,
    long dataOffset) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int VERSION_BYTES = 8;
  private static final int MOST_DIMENSIONS = 2;

  /** Texts of at most 99 bytes or characters. */
  private static final Pattern TEXT = Pattern.compile("([<>|=])([SU])([1-9]\\d?)");

  /** NumPy's own headers take 118 bytes; nothing that describes numbers needs this much. */
  private static final int MOST_DICTIONARY_BYTES = 1 << 20;

  /**
   * Reads the header at the start of {@code source} and checks that all elements it promises are
   * there.
   */
  static NpyHeader read(ByteSource source, String place) {
    return read(source, MOST_DIMENSIONS, place);
  }

  /** The same for an array of any number of dimensions, whose rows are those of the first one. */
  static NpyHeader readBlocks(ByteSource source, String place) {
    return read(source, Integer.MAX_VALUE, place);
  }

  private static NpyHeader read(ByteSource source, int mostDimensions, String place) {
    Start start = start(source, place);
    return of(start.dictionary(), mostDimensions, start.dataOffset(), place)
        .checked(source.size(), place);
  }

  /** What an array's header says, not yet understood. */
  private record Start(Map<String, Object> dictionary, long dataOffset) {}

  private static Start start(ByteSource source, String place) {
    if (source.size() < VERSION_BYTES + 2) {
      throw new InvalidInputException(
          place, "is no .npy array: it has " + source.size() + " bytes");
    }
    ByteBuffer start = source.read(0, VERSION_BYTES + 2);
    for (int i = 0; i < MAGIC.length; i++) {
      if (start.get(i) != MAGIC[i]) {
        throw new InvalidInputException(place, "is no .npy array");
      }
    }
    int version = start.get(6);
    if (version < 1 || version > 3) {
      throw new InvalidInputException(
          place, "has .npy version " + version + "; allowed are 1, 2 and 3");
    }
    int lengthBytes = version == 1 ? 2 : 4;
    long length =
        version == 1
            ? start.getShort(VERSION_BYTES) & 0xFFFFL
            : source.read(VERSION_BYTES, 4).getInt() & 0xFFFFFFFFL;
    if (length > MOST_DICTIONARY_BYTES) {
      throw new InvalidInputException(
          place, "has a header of " + length + " bytes; allowed is " + MOST_DICTIONARY_BYTES);
    }
    int textOffset = VERSION_BYTES + lengthBytes;
    Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    CharBuffer text = charset.decode(source.read(textOffset, (int) length));
    return new Start(PythonDict.parse(text.toString(), place), textOffset + length);
  }

  /** The one text that an array holds, or nothing if it holds anything else. */
  static Optional<String> text(ByteSource source, String place) {
    Start start = start(source, place);
    boolean one = start.dictionary().get("shape") instanceof List<?> shape && shape.isEmpty();
    Matcher type =
        TEXT.matcher(start.dictionary().get("descr") instanceof String descr ? descr : "");
    if (!one || !type.matches()) {
      return Optional.empty();
    }
    boolean wide = type.group(2).equals("U");
    int bytes = Integer.parseInt(type.group(3)) * (wide ? Integer.BYTES : 1);
    ByteBuffer content = source.read(start.dataOffset(), bytes);
    content.order(type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    StringBuilder text = new StringBuilder();
    while (content.hasRemaining()) {
      int character = wide ? content.getInt() : content.get() & 0xFF;
      if (character != 0) {
        text.append(Character.isValidCodePoint(character) ? Character.toString(character) : "?");
      }
    }
    return Optional.of(text.toString());
  }

  /**
   * The bytes of a version 1 header for {@code rows} rows of little-endian numbers, exactly {@code
   * sizeBytes} of them.
   */
  static byte[] encode(ElementType type, long rows, int width, int sizeBytes) {
    String kind = type.isInteger() ? type.isSigned() ? "i" : "u" : "f";
    String descr = (type.sizeBytes() == 1 ? "|" : "<") + kind + type.sizeBytes();
    String shape = width == 1 ? "(" + rows + ",)" : "(" + rows + ", " + width + ")";
    return encode(descr, shape, sizeBytes);
  }

  /** The header of one text of {@code length} bytes. */
  static byte[] text(int length, int sizeBytes) {
    return encode("|S" + length, "()", sizeBytes);
  }

  private static byte[] encode(String descr, String shape, int sizeBytes) {
    String dictionary =
        "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }";
    int length = sizeBytes - VERSION_BYTES - 2;
    String padded = dictionary + " ".repeat(length - 1 - dictionary.length()) + "\n";
    return ByteBuffer.allocate(sizeBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) length)
        .put(padded.getBytes(StandardCharsets.ISO_8859_1))
        .array();
  }

  /** Bytes of an element in the file. */
  int storedBytes() {
    return isHalf ? 2 : type.sizeBytes();
  }

  /** Bytes of all elements. */
  long dataBytes() {
    return rows * width * storedBytes();
  }

  private static NpyHeader of(
      Map<String, Object> entries, int mostDimensions, long dataOffset, String place) {
    if (!(entries.get("descr") instanceof String descr)
        || !(entries.get("fortran_order") instanceof Boolean isFortran)
        || !(entries.get("shape") instanceof List<?> shape)) {
      throw new InvalidInputException(place, "has a header without descr, fortran_order and shape");
    }
    if (shape.size() > mostDimensions) {
      throw new InvalidInputException(
          place, "has " + shape.size() + " dimensions; allowed are one or two");
    }
    long rows = shape.isEmpty() ? 1 : (Long) shape.get(0);
    long width = 1;
    for (int i = 1; i < shape.size() && width <= Integer.MAX_VALUE; i++) {
      long next = (Long) shape.get(i);
      width = next > Long.MAX_VALUE / Math.max(1, width) ? Long.MAX_VALUE : width * next;
    }
    if (shape.size() > MOST_DIMENSIONS && isFortran) {
      throw new InvalidInputException(
          place, "has " + shape.size() + " dimensions in Fortran order; allowed is C order");
    }
    if (width < 1 || width > Integer.MAX_VALUE || rows > Long.MAX_VALUE / Long.BYTES / width) {
      throw new InvalidInputException(
          place, "has the shape (" + rows + ", " + width + "), which is not possible");
    }
    NpyType type = NpyType.parse(descr, place);
    return new NpyHeader(
        type.type(), type.order(), type.isHalf(), isFortran, rows, (int) width, dataOffset);
  }

  private NpyHeader checked(long size, String place) {
    if (dataBytes() > size - dataOffset) {
      throw new InvalidInputException(
          place,
          "is truncated: "
              + rows
              + " x "
              + width
              + " elements need "
              + dataBytes()
              + " bytes but "
              + (size - dataOffset)
              + " are there");
    }
    return this;
  }
}
