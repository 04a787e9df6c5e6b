package org.baya.connect.algebra;

import java.util.Arrays;

/**
 * The pairs that are in two masks, as often as the product of their multiplicities. The sparser one
 * is made, the other is asked.
 */
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
    boolean firstIsSparser = x.density() <= y.density();
    RowMask made = firstIsSparser ? x : y;
    RowMask asked = firstIsSparser ? y : x;
    boolean set = x.isSet() && y.isSet();
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
        return new Cursor(made.cursor(), asked.cursor(), asked.isSet());
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
    private final boolean askedIsSet;
    private int[] buffer = {};

    Cursor(RowCursor made, RowCursor asked, boolean askedIsSet) {
      this.askedIsSet = askedIsSet;
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
      return askedIsSet ? keep(made.nodes(), n) : multiply(made.nodes(), n);
    }

    private int keep(int[] from, int n) {
      reserve(n);
      int[] out = nodes;
      int kept = 0;
      for (int k = 0; k < n; k++) {
        out[kept] = from[k];
        kept += buffer[k];
      }
      return kept;
    }

    private int multiply(int[] from, int n) {
      int total = 0;
      for (int k = 0; k < n; k++) {
        total = Math.addExact(total, buffer[k]);
      }
      reserve(total);
      int at = 0;
      for (int k = 0; k < n; k++) {
        Arrays.fill(nodes, at, at + buffer[k], from[k]);
        at += buffer[k];
      }
      return total;
    }

    @Override
    void count(int row, int[] wanted, int n, int[] times) {
      buffer = atLeast(buffer, n);
      made.count(row, wanted, n, times);
      asked.count(row, wanted, n, buffer);
      for (int k = 0; k < n; k++) {
        times[k] = Math.multiplyExact(times[k], buffer[k]);
      }
    }
  }
}
