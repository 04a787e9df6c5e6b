package org.baya.connect.algebra;

/** The pairs of one mask that are not in another. */
final class Difference extends Mask {
  private final Mask a;
  private final Mask b;

  Difference(Mask a, Mask b) {
    this.a = a;
    this.b = b;
  }

  @Override
  RowMask rows(Side side) {
    RowMask kept = a.rows(side);
    RowMask taken = b.rows(side);
    double density = kept.density() * Math.max(0, 1 - taken.density());
    if (kept instanceof IntervalRows s && taken instanceof IntervalRows t) {
      return new IntervalRows(density, () -> new Rest(s.cursor(), t.cursor()));
    }
    return new RowMask() {
      @Override
      double density() {
        return density;
      }

      @Override
      boolean isSet() {
        return kept.isSet();
      }

      @Override
      RowCursor cursor() {
        return new Cursor(kept.cursor(), taken.cursor());
      }
    };
  }

  @Override
  String text(Wording of) {
    return "(" + of.apply(a) + " - " + of.apply(b) + ")";
  }

  private static final class Rest extends IntervalRows.Cursor {
    private final IntervalRows.Cursor a;
    private final IntervalRows.Cursor b;
    private final Intervals rest = new Intervals();

    Rest(IntervalRows.Cursor a, IntervalRows.Cursor b) {
      this.a = a;
      this.b = b;
    }

    @Override
    Intervals intervals(int row) {
      rest.subtract(a.intervals(row), b.intervals(row));
      return rest;
    }
  }

  private static final class Cursor extends RowCursor {
    private final RowCursor kept;
    private final RowCursor taken;
    private int[] buffer = {};

    Cursor(RowCursor kept, RowCursor taken) {
      this.kept = kept;
      this.taken = taken;
    }

    @Override
    int draw(int row) {
      int n = kept.draw(row);
      if (n == 0) {
        return 0;
      }
      buffer = atLeast(buffer, n);
      taken.count(row, kept.nodes(), n, buffer);
      reserve(n);
      return keep(kept.nodes(), buffer, n, nodes);
    }

    private static int keep(int[] from, int[] times, int n, int[] out) {
      int left = 0;
      for (int k = 0; k < n; k++) {
        out[left] = from[k];
        left += times[k] == 0 ? 1 : 0;
      }
      return left;
    }

    @Override
    void count(int row, int[] asked, int n, int[] times) {
      buffer = atLeast(buffer, n);
      kept.count(row, asked, n, times);
      taken.count(row, asked, n, buffer);
      for (int k = 0; k < n; k++) {
        times[k] = buffer[k] == 0 ? times[k] : 0;
      }
    }
  }
}
