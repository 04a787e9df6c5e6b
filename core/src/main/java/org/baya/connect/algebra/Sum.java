package org.baya.connect.algebra;

/** The pairs of two masks together, those of both as often as in both. */
final class Sum extends Mask {
  private final Mask a;
  private final Mask b;

  Sum(Mask a, Mask b) {
    this.a = a;
    this.b = b;
  }

  @Override
  RowMask rows(Side side) {
    RowMask first = a.rows(side);
    RowMask second = b.rows(side);
    return new RowMask() {
      @Override
      double density() {
        return first.density() + second.density();
      }

      @Override
      boolean isSet() {
        return false;
      }

      @Override
      RowCursor cursor() {
        return new Cursor(first.cursor(), second.cursor());
      }
    };
  }

  @Override
  String text(Wording of) {
    return "(" + of.apply(a) + " + " + of.apply(b) + ")";
  }

  private static final class Cursor extends RowCursor {
    private final RowCursor first;
    private final RowCursor second;
    private int[] also = {};

    Cursor(RowCursor first, RowCursor second) {
      this.first = first;
      this.second = second;
    }

    @Override
    int draw(int row) {
      int n = first.draw(row);
      int m = second.draw(row);
      reserve(Math.addExact(n, m));
      merge(first.nodes(), n, second.nodes(), m, nodes);
      return n + m;
    }

    private static void merge(int[] a, int n, int[] b, int m, int[] out) {
      int i = 0;
      int j = 0;
      int at = 0;
      while (i < n && j < m) {
        out[at++] = a[i] <= b[j] ? a[i++] : b[j++];
      }
      System.arraycopy(a, i, out, at, n - i);
      System.arraycopy(b, j, out, at + n - i, m - j);
    }

    @Override
    int size(int row) {
      return Math.addExact(first.size(row), second.size(row));
    }

    @Override
    void count(int row, int[] asked, int n, int[] times) {
      also = atLeast(also, n);
      first.count(row, asked, n, times);
      second.count(row, asked, n, also);
      for (int k = 0; k < n; k++) {
        times[k] += also[k];
      }
    }
  }
}
