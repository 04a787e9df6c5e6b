package org.baya.connect.algebra;

/** The pairs that are in two masks. The sparser one is made, the other is asked. */
final class Intersection extends Mask {
  private final Mask a;
  private final Mask b;

  Intersection(Mask a, Mask b) {
    this.a = a;
    this.b = b;
  }

  @Override
  RowMask rows(Side side) {
    RowMask x = a.rows(side);
    RowMask y = b.rows(side);
    double density = x.density() * y.density();
    if (x instanceof IntervalRows s && y instanceof IntervalRows t) {
      return new IntervalRows(density, () -> new Common(s.cursor(), t.cursor()));
    }
    RowMask made = x.density() <= y.density() ? x : y;
    RowMask asked = made == x ? y : x;
    boolean set = x.isSet() || y.isSet();
    return new RowMask() {
      @Override
      double density() {
        return density;
      }

      @Override
      boolean isSet() {
        return set;
      }

      @Override
      RowCursor cursor() {
        return new Cursor(made.cursor(), asked.cursor());
      }
    };
  }

  @Override
  String text(Wording of) {
    return "(" + of.apply(a) + " * " + of.apply(b) + ")";
  }

  private static final class Common extends IntervalRows.Cursor {
    private final IntervalRows.Cursor a;
    private final IntervalRows.Cursor b;
    private final Intervals common = new Intervals();

    Common(IntervalRows.Cursor a, IntervalRows.Cursor b) {
      this.a = a;
      this.b = b;
    }

    @Override
    Intervals intervals(int row) {
      common.intersect(a.intervals(row), b.intervals(row));
      return common;
    }
  }

  private static final class Cursor extends RowCursor {
    private final RowCursor made;
    private final RowCursor asked;
    private int[] buffer = {};

    Cursor(RowCursor made, RowCursor asked) {
      this.made = made;
      this.asked = asked;
    }

    @Override
    int draw(int row) {
      int n = made.draw(row);
      if (n == 0) {
        return 0;
      }
      buffer = atLeast(buffer, n);
      asked.count(row, made.nodes(), n, buffer);
      reserve(n);
      return keep(made.nodes(), buffer, n, nodes);
    }

    /** Keeps a node as often as it is in both. */
    private static int keep(int[] from, int[] times, int n, int[] out) {
      int kept = 0;
      int rank = 0;
      int before = -1;
      for (int k = 0; k < n; k++) {
        int node = from[k];
        rank = node == before ? rank + 1 : 0;
        before = node;
        out[kept] = node;
        kept += rank < times[k] ? 1 : 0;
      }
      return kept;
    }

    @Override
    void count(int row, int[] wanted, int n, int[] times) {
      buffer = atLeast(buffer, n);
      made.count(row, wanted, n, times);
      asked.count(row, wanted, n, buffer);
      for (int k = 0; k < n; k++) {
        times[k] = Math.min(times[k], buffer[k]);
      }
    }
  }
}
