package org.baya.array;

/** One component of the rows of a wider column, read by buffering whole rows. */
final class ComponentColumn implements Column {
  private static final int ROWS_PER_READ = 1024;

  private final Column rows;
  private final int component;

  ComponentColumn(Column rows, int component) {
    if (component < 0 || component >= rows.width()) {
      throw new IndexOutOfBoundsException(component);
    }
    this.rows = rows;
    this.component = component;
  }

  @Override
  public long rows() {
    return rows.rows();
  }

  @Override
  public ElementType type() {
    return rows.type();
  }

  @Override
  public String place() {
    return rows.place() + "[:, " + component + "]";
  }

  @Override
  public void read(long from, int count, double[] out, int at) {
    int width = rows.width();
    double[] buffer = new double[Math.min(count, ROWS_PER_READ) * width];
    for (int done = 0; done < count; done += ROWS_PER_READ) {
      int n = Math.min(ROWS_PER_READ, count - done);
      rows.read((from + done) * width, n * width, buffer, 0);
      for (int i = 0; i < n; i++) {
        out[at + done + i] = buffer[i * width + component];
      }
    }
  }

  @Override
  public void read(long from, int count, int[] out, int at) {
    int width = rows.width();
    int[] one = new int[1];
    for (int i = 0; i < count; i++) {
      rows.read((from + i) * width + component, 1, one, 0);
      out[at + i] = one[0];
    }
  }

  @Override
  public void read(long from, int count, long[] out, int at) {
    int width = rows.width();
    long[] one = new long[1];
    for (int i = 0; i < count; i++) {
      rows.read((from + i) * width + component, 1, one, 0);
      out[at + i] = one[0];
    }
  }
}
