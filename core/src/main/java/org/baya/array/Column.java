package org.baya.array;

/**
 * A read-only array of numbers, read in blocks: {@code rows} rows of {@code width} elements, in
 * row-major order. A plain list of numbers has width 1. Elements are addressed by their flat index
 * {@code row * width + j} in {@code 0..length()-1}.
 *
 * <p>Safe for use by several threads at once.
 */
public interface Column {

  /** Number of rows. */
  long rows();

  /** Elements per row, at least 1. */
  default int width() {
    return 1;
  }

  /** Number of elements, {@code rows() * width()}. */
  default long length() {
    return rows() * width();
  }

  /** The stored type; reading converts without loss or fails. */
  ElementType type();

  /** Where the numbers come from, for error messages: {@code v1.h5:/recurrent/weights}. */
  String place();

  /**
   * Reads elements {@code from..from+count-1} as doubles: 32-bit floats are widened exactly,
   * integers must be exact in a double.
   *
   * @param from first flat index
   * @param count number of elements
   * @param out receives them from index {@code at}
   */
  void read(long from, int count, double[] out, int at);

  /**
   * Reads elements as ints. Floats must be whole numbers.
   *
   * @throws org.baya.error.InvalidInputException naming the row and the value if one does not fit
   */
  void read(long from, int count, int[] out, int at);

  /** Reads elements as longs; like {@link #read(long, int, int[], int)}. */
  void read(long from, int count, long[] out, int at);

  /** All elements as doubles; only for columns known to be small. */
  default double[] toDoubles() {
    double[] all = new double[Math.toIntExact(length())];
    read(0, all.length, all, 0);
    return all;
  }

  /** All elements as ints; only for columns known to be small. */
  default int[] toInts() {
    int[] all = new int[Math.toIntExact(length())];
    read(0, all.length, all, 0);
    return all;
  }

  /** Column {@code j} of the rows, as a column of width 1. */
  default Column component(int j) {
    return width() == 1 && j == 0 ? this : new ComponentColumn(this, j);
  }
}
