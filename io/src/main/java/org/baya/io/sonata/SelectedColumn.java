package org.baya.io.sonata;

import org.baya.array.Column;
import org.baya.array.ElementType;

/** Some rows of a column, in their order. */
final class SelectedColumn implements Column {
  private static final int SPAN = 4096;

  private final Column all;
  private final int[] selected;

  /**
   * Rows of {@code all}.
   *
   * @param selected their numbers, ascending; not copied
   */
  SelectedColumn(Column all, int... selected) {
    this.all = all;
    this.selected = selected;
  }

  @Override
  public long rows() {
    return selected.length;
  }

  @Override
  public ElementType type() {
    return all.type();
  }

  @Override
  public String place() {
    return all.place();
  }

  @Override
  public void read(long from, int count, double[] out, int at) {
    double[] span = new double[SPAN];
    pick(from, count, (row, n) -> all.read(row, n, span, 0), span, out, at);
  }

  @Override
  public void read(long from, int count, int[] out, int at) {
    int[] span = new int[SPAN];
    pick(from, count, (row, n) -> all.read(row, n, span, 0), span, out, at);
  }

  @Override
  public void read(long from, int count, long[] out, int at) {
    long[] span = new long[SPAN];
    pick(from, count, (row, n) -> all.read(row, n, span, 0), span, out, at);
  }

  /** Reads spans that begin at a selected row and moves the selected runs out of them. */
  private void pick(long from, int count, SpanReader reader, Object span, Object out, int at) {
    int next = Math.toIntExact(from);
    int end = next + count;
    while (next < end) {
      int first = selected[next];
      int last = next;
      while (last + 1 < end && selected[last + 1] - first < SPAN) {
        last++;
      }
      reader.read(first, selected[last] - first + 1);
      while (next <= last) {
        int run = 1;
        while (next + run <= last && selected[next + run] == selected[next] + run) {
          run++;
        }
        System.arraycopy(span, selected[next] - first, out, at, run);
        at += run;
        next += run;
      }
    }
  }

  /** Reads {@code n} rows from {@code row} on. */
  private interface SpanReader {
    void read(long row, int n);
  }
}
