package org.baya.io.sparse;

import java.lang.foreign.Arena;
import java.util.Arrays;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;

/**
 * The row of each element of a compressed matrix, from where the rows begin.
 *
 * @param rows number of rows, one less than there are pointers
 */
record PointerSource(ColumnSource pointers, long rows) implements ColumnSource {

  @Override
  public String place() {
    return pointers.place();
  }

  @Override
  public Column open(Arena arena) {
    Column column = pointers.open(arena);
    if (column.length() != rows + 1) {
      throw new InvalidInputException(
          column.place(), "has " + column.length() + " pointers; " + rows + " rows need one more");
    }
    long[] starts = new long[Math.toIntExact(rows + 1)];
    column.read(0, starts.length, starts, 0);
    for (int row = 0; row < rows; row++) {
      if (starts[row] > starts[row + 1] || starts[0] != 0) {
        throw new InvalidInputException(
            column.place(), "does not rise from 0: row " + row + " begins at " + starts[row]);
      }
    }
    return new RowNumbers(starts, column.place());
  }

  /** Element i lies in the last row that begins at or before it and is not empty. */
  private record RowNumbers(long[] starts, String place) implements Column {
    @Override
    public long rows() {
      return starts[starts.length - 1];
    }

    @Override
    public ElementType type() {
      return ElementType.INT32;
    }

    @Override
    public void read(long from, int count, double[] out, int at) {
      int[] rows = new int[count];
      read(from, count, rows, 0);
      for (int i = 0; i < count; i++) {
        out[at + i] = rows[i];
      }
    }

    @Override
    public void read(long from, int count, long[] out, int at) {
      int[] rows = new int[count];
      read(from, count, rows, 0);
      for (int i = 0; i < count; i++) {
        out[at + i] = rows[i];
      }
    }

    @Override
    public void read(long from, int count, int[] out, int at) {
      if (count == 0) {
        return;
      }
      int row = lastBegunBy(from);
      for (int done = 0; done < count; row++) {
        int n = (int) Math.min(count - done, Math.max(0, starts[row + 1] - from - done));
        Arrays.fill(out, at + done, at + done + n, row);
        done += n;
      }
    }

    private int lastBegunBy(long element) {
      int row = Arrays.binarySearch(starts, element);
      return row >= 0 ? row : -row - 2;
    }
  }
}
