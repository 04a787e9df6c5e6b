package org.baya.array;

import java.util.List;
import org.baya.error.InvalidInputException;

/**
 * Rows put together from one column per component: a column-major array, or a table whose columns
 * lie in files of their own. Component {@code j} is the j-th column itself, without a copy.
 */
public final class JoinedColumn implements Column {
  private static final int ROWS_PER_READ = 1024;

  private final List<Column> components;
  private final String place;

  /**
   * Joins columns of width 1 and equal length.
   *
   * @param components one or more, in the order of the row
   */
  public JoinedColumn(List<Column> components, String place) {
    this.components = List.copyOf(components);
    this.place = place;
    Column first = this.components.getFirst();
    for (Column component : this.components) {
      if (component.width() != 1 || component.rows() != first.rows()) {
        throw new InvalidInputException(
            place,
            component.place()
                + " has shape ("
                + component.rows()
                + ", "
                + component.width()
                + ") but "
                + first.place()
                + " has "
                + first.rows()
                + " rows of one number");
      }
    }
  }

  @Override
  public long rows() {
    return components.getFirst().rows();
  }

  @Override
  public int width() {
    return components.size();
  }

  /** The type of the first component. */
  @Override
  public ElementType type() {
    return components.getFirst().type();
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public Column component(int j) {
    return components.get(j);
  }

  @Override
  public void read(long from, int count, double[] out, int at) {
    double[] buffer = new double[ROWS_PER_READ];
    interleave(
        from,
        count,
        (component, row, n) -> component.read(row, n, buffer, 0),
        (i, to) -> out[at + to] = buffer[i]);
  }

  @Override
  public void read(long from, int count, int[] out, int at) {
    int[] buffer = new int[ROWS_PER_READ];
    interleave(
        from,
        count,
        (component, row, n) -> component.read(row, n, buffer, 0),
        (i, to) -> out[at + to] = buffer[i]);
  }

  @Override
  public void read(long from, int count, long[] out, int at) {
    long[] buffer = new long[ROWS_PER_READ];
    interleave(
        from,
        count,
        (component, row, n) -> component.read(row, n, buffer, 0),
        (i, to) -> out[at + to] = buffer[i]);
  }

  /**
   * Reads rows of every component into the reader's buffer and hands element {@code i} of the
   * buffer to its flat position.
   */
  private void interleave(long from, int count, BlockReader reader, Placer placer) {
    int width = components.size();
    for (int j = 0; j < width; j++) {
      int skipped = Math.floorMod(j - from, width);
      long row = (from + skipped) / width;
      int rows = skipped >= count ? 0 : (count - 1 - skipped) / width + 1;
      for (int done = 0; done < rows; done += ROWS_PER_READ) {
        int n = Math.min(ROWS_PER_READ, rows - done);
        reader.read(components.get(j), row + done, n);
        for (int i = 0; i < n; i++) {
          placer.place(i, skipped + (done + i) * width);
        }
      }
    }
  }

  /** Reads {@code n} rows of a component into a buffer. */
  private interface BlockReader {
    void read(Column component, long row, int n);
  }

  /** Moves buffer element {@code i} to position {@code to} of the output. */
  private interface Placer {
    void place(int i, int to);
  }
}
