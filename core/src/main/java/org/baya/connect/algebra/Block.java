package org.baya.connect.algebra;

/** Every pair (i, j) of a mask becomes the block of M sources from iM and N targets from jN. */
final class Block extends Mask {
  private final int m;
  private final int n;
  private final Mask mask;

  Block(int m, int n, Mask mask) {
    this.m = positive("block: M", m);
    this.n = positive("block: N", n);
    this.mask = mask;
  }

  @Override
  RowMask rows(Side side) {
    int perRow = side.ofRows(m, n);
    int perNode = side.ofNodes(m, n);
    RowMask inner =
        mask.rows(
            side.resized(Math.ceilDiv(side.rows(), perRow), Math.ceilDiv(side.nodes(), perNode)));
    int limit = side.nodes();
    if (inner instanceof IntervalRows rows) {
      return new IntervalRows(
          inner.density(), () -> new Wide(rows.cursor(), perRow, perNode, limit));
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
        return new Cursor(inner.cursor(), perRow, perNode, limit);
      }
    };
  }

  @Override
  String text(Wording of) {
    return "(block(" + m + ", " + n + ") * " + of.apply(mask) + ")";
  }

  private static final class Wide extends IntervalRows.Cursor {
    private final IntervalRows.Cursor inner;
    private final int perRow;
    private final int perNode;
    private final int limit;
    private final Intervals wide = new Intervals();

    Wide(IntervalRows.Cursor inner, int perRow, int perNode, int limit) {
      this.inner = inner;
      this.perRow = perRow;
      this.perNode = perNode;
      this.limit = limit;
    }

    @Override
    Intervals intervals(int row) {
      Intervals narrow = inner.intervals(row / perRow);
      wide.clear();
      for (int k = 0; k < narrow.count(); k++) {
        wide.add(
            (int) Math.min(limit, (long) narrow.from(k) * perNode),
            (int) Math.min(limit, (long) narrow.to(k) * perNode));
      }
      return wide;
    }
  }

  private static final class Cursor extends RowCursor {
    private final RowCursor inner;
    private final int perRow;
    private final int perNode;
    private final int limit;
    private int[] places = {};

    Cursor(RowCursor inner, int perRow, int perNode, int limit) {
      this.inner = inner;
      this.perRow = perRow;
      this.perNode = perNode;
      this.limit = limit;
    }

    @Override
    int draw(int row) {
      int n = inner.draw(row / perRow);
      int[] narrow = inner.nodes();
      reserve(Math.toIntExact((long) n * perNode));
      int at = 0;
      for (int k = 0; k < n; ) {
        int same = k + 1;
        while (same < n && narrow[same] == narrow[k]) {
          same++;
        }
        long first = (long) narrow[k] * perNode;
        int end = (int) Math.min(limit, first + perNode);
        for (int node = (int) first; node < end; node++) {
          for (int copy = k; copy < same; copy++) {
            nodes[at++] = node;
          }
        }
        k = same;
      }
      return at;
    }

    @Override
    void count(int row, int[] asked, int n, int[] times) {
      places = atLeast(places, n);
      for (int k = 0; k < n; k++) {
        places[k] = asked[k] / perNode;
      }
      inner.count(row / perRow, places, n, times);
    }
  }
}
