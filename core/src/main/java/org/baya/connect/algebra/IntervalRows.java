package org.baya.connect.algebra;

import java.util.Arrays;
import java.util.function.Supplier;

/** A mask whose rows are few intervals: nothing is made node by node before it must be. */
final class IntervalRows extends RowMask {
  private final double density;
  private final Supplier<Cursor> cursors;

  IntervalRows(double density, Supplier<Cursor> cursors) {
    this.density = density;
    this.cursors = cursors;
  }

  @Override
  double density() {
    return density;
  }

  @Override
  Cursor cursor() {
    return cursors.get();
  }

  /** Makes the rows of such a mask. */
  abstract static class Cursor extends RowCursor {

    /** The intervals of a row; valid until the next call. */
    abstract Intervals intervals(int row);

    @Override
    final int draw(int row) {
      Intervals found = intervals(row);
      int n = found.size();
      reserve(n);
      int at = 0;
      for (int k = 0; k < found.count(); k++) {
        int to = found.to(k);
        for (int node = found.from(k); node < to; node++) {
          nodes[at++] = node;
        }
      }
      return n;
    }

    @Override
    final int size(int row) {
      return intervals(row).size();
    }

    @Override
    final void count(int row, int[] asked, int n, int[] times) {
      Intervals found = intervals(row);
      int interval = 0;
      Arrays.fill(times, 0, n, 0);
      for (int k = 0; k < n && interval < found.count(); k++) {
        while (interval < found.count() && found.to(interval) <= asked[k]) {
          interval++;
        }
        times[k] = interval < found.count() && found.from(interval) <= asked[k] ? 1 : 0;
      }
    }
  }
}
