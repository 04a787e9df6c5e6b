package org.baya.connect.algebra;

/** The pairs (i, i). */
final class OneToOne extends Mask {

  @Override
  RowMask rows(Side side) {
    int nodes = side.nodes();
    return new IntervalRows(nodes == 0 ? 0 : 1.0 / nodes, () -> new Diagonal(nodes));
  }

  @Override
  String text(Wording of) {
    return "oneToOne";
  }

  private static final class Diagonal extends IntervalRows.Cursor {
    private final Intervals own = new Intervals();
    private final int limit;

    Diagonal(int limit) {
      this.limit = limit;
    }

    @Override
    Intervals intervals(int row) {
      own.clear();
      if (row < limit) {
        own.add(row, row + 1);
      }
      return own;
    }
  }
}
