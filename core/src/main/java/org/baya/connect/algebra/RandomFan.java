package org.baya.connect.algebra;

import java.util.Arrays;
import org.baya.error.InvalidInputException;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;

/**
 * For every target (or source) a number of its pairs in a mask, drawn with replacement; none where
 * it has none there.
 */
final class RandomFan extends Mask {
  private final int fan;
  private final boolean byTarget;
  private final Mask of;

  RandomFan(int fan, boolean byTarget, Mask of) {
    if (fan < 0) {
      throw new InvalidInputException(
          "random: " + name(byTarget) + " is " + fan + "; allowed is 0 or more");
    }
    this.fan = fan;
    this.byTarget = byTarget;
    this.of = of;
  }

  private static String name(boolean byTarget) {
    return byTarget ? "fanIn" : "fanOut";
  }

  @Override
  RowMask rows(Side side) {
    Purpose purpose = side.scene().purpose(this);
    return RandomRows.on(byTarget, side, made -> new Rows(of.rows(made), made, purpose));
  }

  @Override
  String text(Wording words) {
    return "(random(" + name(byTarget) + "=" + fan + ") * " + words.apply(of) + ")";
  }

  private final class Rows extends RowMask {
    private final RowMask candidates;
    private final Side side;
    private final Purpose purpose;

    Rows(RowMask candidates, Side side, Purpose purpose) {
      this.candidates = candidates;
      this.side = side;
      this.purpose = purpose;
    }

    @Override
    double density() {
      return side.nodes() == 0 || candidates.density() == 0 ? 0 : (double) fan / side.nodes();
    }

    @Override
    boolean isSet() {
      return fan < 2;
    }

    @Override
    RowCursor cursor() {
      RandomStream stream = new RandomStream(side.scene().seed(), purpose);
      Draws draws = new Draws(candidates.cursor(), stream);
      return new RowCursor() {
        @Override
        int draw(int row) {
          reserve(fan);
          return draws.draw(row, fan, nodes);
        }
      };
    }
  }

  /** Draws from a row of candidates with replacement. For one thread. */
  static final class Draws {
    private final RowCursor candidates;
    private final RandomStream stream;

    Draws(RowCursor candidates, RandomStream stream) {
      this.candidates = candidates;
      this.stream = stream;
    }

    /**
     * Draws {@code n} nodes.
     *
     * @param out receives them, ascending
     * @return n, or 0 if there are no candidates
     */
    int draw(int row, int n, int[] out) {
      stream.at(row, 0);
      if (candidates instanceof IntervalRows.Cursor cursor) {
        Intervals found = cursor.intervals(row);
        int size = found.size();
        for (int k = 0; size > 0 && k < n; k++) {
          out[k] = found.number(stream.nextInt(size));
        }
        return sorted(size, n, out);
      }
      int size = n == 0 ? 0 : candidates.draw(row);
      for (int k = 0; size > 0 && k < n; k++) {
        out[k] = candidates.nodes()[stream.nextInt(size)];
      }
      return sorted(size, n, out);
    }

    private static int sorted(int candidates, int n, int[] out) {
      if (candidates == 0) {
        return 0;
      }
      Arrays.sort(out, 0, n);
      return n;
    }
  }
}
