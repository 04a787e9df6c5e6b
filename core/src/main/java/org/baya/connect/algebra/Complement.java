package org.baya.connect.algebra;

/** The pairs that are not in a mask. */
final class Complement extends Mask {
  private final Mask mask;

  Complement(Mask mask) {
    this.mask = mask;
  }

  @Override
  RowMask rows(Side side) {
    RowMask inner = mask.rows(side);
    double density = Math.max(0, 1 - inner.density());
    int limit = side.nodes();
    if (inner instanceof IntervalRows rows) {
      return new IntervalRows(density, () -> new Gaps(rows.cursor(), limit));
    }
    return new RowMask() {
      @Override
      double density() {
        return density;
      }

      @Override
      RowCursor cursor() {
        return new Cursor(inner.cursor(), limit);
      }
    };
  }

  @Override
  String text(Wording of) {
    return "~" + of.apply(mask);
  }

  private static final class Gaps extends IntervalRows.Cursor {
    private final IntervalRows.Cursor inner;
    private final int limit;
    private final Intervals gaps = new Intervals();

    Gaps(IntervalRows.Cursor inner, int limit) {
      this.inner = inner;
      this.limit = limit;
    }

    @Override
    Intervals intervals(int row) {
      gaps.complement(inner.intervals(row), limit);
      return gaps;
    }
  }

  private static final class Cursor extends RowCursor {
    private final RowCursor inner;
    private final int limit;

    Cursor(RowCursor inner, int limit) {
      this.inner = inner;
      this.limit = limit;
    }

    @Override
    int draw(int row) {
      int n = inner.draw(row);
      int[] taken = inner.nodes();
      reserve(limit);
      int kept = 0;
      int node = 0;
      for (int k = 0; k <= n; k++) {
        int end = k < n ? taken[k] : limit;
        while (node < end) {
          nodes[kept++] = node++;
        }
        node = Math.max(node, end + 1);
      }
      return kept;
    }

    @Override
    void count(int row, int[] asked, int n, int[] times) {
      inner.count(row, asked, n, times);
      for (int k = 0; k < n; k++) {
        times[k] = times[k] == 0 ? 1 : 0;
      }
    }
  }
}
