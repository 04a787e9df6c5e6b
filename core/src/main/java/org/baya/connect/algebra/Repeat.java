package org.baya.connect.algebra;

/** The part of a mask with i below M and j below N, again and again in both directions. */
final class Repeat extends Mask {
  private final int m;
  private final int n;
  private final Mask mask;

  Repeat(int m, int n, Mask mask) {
    this.m = positive("repeat: M", m);
    this.n = positive("repeat: N", n);
    this.mask = mask;
  }

  @Override
  RowMask rows(Side side) {
    int rowPeriod = side.ofRows(m, n);
    int nodePeriod = side.ofNodes(m, n);
    RowMask inner = mask.rows(side.resized(rowPeriod, nodePeriod));
    int limit = side.nodes();
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
        return new Cursor(inner.cursor(), rowPeriod, nodePeriod, limit);
      }
    };
  }

  @Override
  String text(Wording of) {
    return "(repeat(" + m + ", " + n + ") * " + of.apply(mask) + ")";
  }

  private static final class Cursor extends RowCursor {
    private final RowCursor inner;
    private final int rowPeriod;
    private final int nodePeriod;
    private final int limit;

    /** How often each place of a tile is in a row; all 0 between calls. */
    private int[] tile = {};

    Cursor(RowCursor inner, int rowPeriod, int nodePeriod, int limit) {
      this.inner = inner;
      this.rowPeriod = rowPeriod;
      this.nodePeriod = nodePeriod;
      this.limit = limit;
    }

    @Override
    int draw(int row) {
      int n = inner.draw(row % rowPeriod);
      int[] found = inner.nodes();
      int tiles = Math.ceilDiv(limit, nodePeriod);
      reserve(Math.toIntExact((long) n * tiles));
      int at = 0;
      for (int t = 0; t < tiles; t++) {
        int first = t * nodePeriod;
        for (int k = 0; k < n && found[k] < limit - first; k++) {
          nodes[at++] = first + found[k];
        }
      }
      return at;
    }

    @Override
    void count(int row, int[] asked, int n, int[] times) {
      int size = inner.draw(row % rowPeriod);
      if (tile.length < nodePeriod) {
        tile = new int[nodePeriod];
      }
      int[] found = inner.nodes();
      for (int k = 0; k < size; k++) {
        tile[found[k]]++;
      }
      for (int k = 0; k < n; k++) {
        times[k] = tile[asked[k] % nodePeriod];
      }
      for (int k = 0; k < size; k++) {
        tile[found[k]] = 0;
      }
    }
  }
}
