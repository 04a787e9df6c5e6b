package org.baya.connect.algebra;

import java.util.Arrays;

/** Every pair (i, j) of a mask becomes (i + M, j + N). */
final class Shift extends Mask {
  private final int m;
  private final int n;
  private final Mask mask;

  Shift(int m, int n, Mask mask) {
    this.m = m;
    this.n = n;
    this.mask = mask;
  }

  @Override
  RowMask rows(Side side) {
    int rowShift = side.ofRows(m, n);
    int nodeShift = side.ofNodes(m, n);
    int innerRows = before(side.rows(), rowShift);
    RowMask inner = mask.rows(side.resized(innerRows, before(side.nodes(), nodeShift)));
    int limit = side.nodes();
    if (inner instanceof IntervalRows rows) {
      return new IntervalRows(
          inner.density(), () -> new Moved(rows.cursor(), rowShift, innerRows, nodeShift, limit));
    }
    return new RowMask() {
      @Override
      double density() {
        return inner.density();
      }

      @Override
      boolean isSet() {
        return inner.isSet();
      }

      @Override
      RowCursor cursor() {
        return new Cursor(inner.cursor(), rowShift, innerRows, nodeShift, limit);
      }
    };
  }

  /** How many nodes lie below {@code limit} once they are shifted. */
  private static int before(int limit, int shift) {
    return (int) Math.clamp((long) limit - shift, 0, Integer.MAX_VALUE - 1);
  }

  @Override
  String text(Wording of) {
    return "(shift(" + m + ", " + n + ") * " + of.apply(mask) + ")";
  }

  private static final class Moved extends IntervalRows.Cursor {
    private final IntervalRows.Cursor inner;
    private final int rowShift;
    private final int innerRows;
    private final int nodeShift;
    private final int limit;
    private final Intervals moved = new Intervals();

    Moved(IntervalRows.Cursor inner, int rowShift, int innerRows, int nodeShift, int limit) {
      this.inner = inner;
      this.rowShift = rowShift;
      this.innerRows = innerRows;
      this.nodeShift = nodeShift;
      this.limit = limit;
    }

    @Override
    Intervals intervals(int row) {
      long innerRow = (long) row - rowShift;
      moved.clear();
      if (innerRow >= 0 && innerRow < innerRows) {
        Intervals found = inner.intervals((int) innerRow);
        for (int k = 0; k < found.count(); k++) {
          moved.add(
              (int) Math.clamp((long) found.from(k) + nodeShift, 0, limit),
              (int) Math.clamp((long) found.to(k) + nodeShift, 0, limit));
        }
      }
      return moved;
    }
  }

  private static final class Cursor extends RowCursor {
    private final RowCursor inner;
    private final int rowShift;
    private final int innerRows;
    private final int nodeShift;
    private final int limit;
    private int[] places = {};
    private int[] counts = {};

    Cursor(RowCursor inner, int rowShift, int innerRows, int nodeShift, int limit) {
      this.inner = inner;
      this.rowShift = rowShift;
      this.innerRows = innerRows;
      this.nodeShift = nodeShift;
      this.limit = limit;
    }

    @Override
    int draw(int row) {
      long innerRow = (long) row - rowShift;
      if (innerRow < 0 || innerRow >= innerRows) {
        return 0;
      }
      int n = inner.draw((int) innerRow);
      int[] found = inner.nodes();
      reserve(n);
      int at = 0;
      for (int k = 0; k < n; k++) {
        long node = (long) found[k] + nodeShift;
        nodes[at] = (int) node;
        at += node >= 0 && node < limit ? 1 : 0;
      }
      return at;
    }

    @Override
    void count(int row, int[] asked, int n, int[] times) {
      long innerRow = (long) row - rowShift;
      Arrays.fill(times, 0, n, 0);
      if (innerRow < 0 || innerRow >= innerRows) {
        return;
      }
      int skipped = 0;
      while (skipped < n && (long) asked[skipped] - nodeShift < 0) {
        skipped++;
      }
      int left = n - skipped;
      places = atLeast(places, left);
      counts = atLeast(counts, left);
      for (int k = 0; k < left; k++) {
        places[k] = asked[skipped + k] - nodeShift;
      }
      inner.count((int) innerRow, places, left, counts);
      System.arraycopy(counts, 0, times, skipped, left);
    }
  }
}
