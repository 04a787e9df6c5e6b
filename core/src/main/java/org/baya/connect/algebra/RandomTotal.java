package org.baya.connect.algebra;

import org.baya.error.InvalidInputException;
import org.baya.random.Binomial;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;

/**
 * A number of pairs of a mask, drawn with replacement. How many fall to each row is multinomially
 * distributed by the sizes of the rows of the mask: halves of the rows share what came to them
 * binomially, down to single rows. That takes the size of every row of the mask, once.
 */
final class RandomTotal extends Mask {
  private final long total;
  private final Mask of;

  RandomTotal(long total, Mask of) {
    if (total < 0) {
      throw new InvalidInputException("random: N is " + total + "; allowed is 0 or more");
    }
    this.total = total;
    this.of = of;
  }

  @Override
  RowMask rows(Side side) {
    Purpose purpose = side.scene().purpose(this);
    return RandomRows.of(this, side, made -> new Rows(of.rows(made), made, purpose));
  }

  @Override
  String text(Wording words) {
    return "(random(N=" + total + ") * " + words.apply(of) + ")";
  }

  private final class Rows extends RowMask {
    private final RowMask candidates;
    private final Side side;
    private final Purpose purpose;
    private volatile int[] shares = {};

    Rows(RowMask candidates, Side side, Purpose purpose) {
      this.candidates = candidates;
      this.side = side;
      this.purpose = purpose;
    }

    @Override
    double density() {
      double pairs = (double) side.rows() * side.nodes();
      return pairs == 0 ? 0 : total / pairs;
    }

    @Override
    boolean isSet() {
      return total < 2;
    }

    /** How many pairs every row gets. */
    private synchronized int[] shares() {
      if (shares.length < side.rows()) {
        shares = new Shares(side, new RandomStream(side.scene().seed(), purpose)).of(candidates);
      }
      return shares;
    }

    @Override
    RowCursor cursor() {
      int[] counts = shares();
      RandomStream stream = new RandomStream(side.scene().seed(), purpose);
      RandomFan.Draws draws = new RandomFan.Draws(candidates.cursor(), stream);
      return new RowCursor() {
        @Override
        int draw(int row) {
          reserve(counts[row]);
          return draws.draw(row, counts[row], nodes);
        }

        @Override
        int size(int row) {
          return counts[row];
        }
      };
    }
  }

  /** Shares the total out to the rows. */
  private final class Shares {
    private final Side side;
    private final RandomStream stream;
    private final long[] before;
    private final int[] shares;

    Shares(Side side, RandomStream stream) {
      this.side = side;
      this.stream = stream;
      before = new long[side.rows() + 1];
      shares = new int[side.rows()];
    }

    int[] of(RowMask candidates) {
      RowCursor cursor = candidates.cursor();
      for (int row = 0; row < shares.length; row++) {
        before[row + 1] = before[row] + cursor.size(row);
      }
      if (before[shares.length] == 0 && total > 0) {
        throw new InvalidInputException(
            side.scene().place(),
            "random(N=" + total + ") draws from a mask that has no pair in these populations");
      }
      if (shares.length > 0) {
        share(0, shares.length, total, 1);
      }
      return shares;
    }

    /** Shares {@code n} pairs among rows {@code from .. to - 1}; {@code part} names them. */
    private void share(int from, int to, long n, long part) {
      long pairs = before[to] - before[from];
      if (n == 0 || pairs == 0) {
        return;
      }
      if (to - from == 1) {
        shares[from] = Math.toIntExact(n);
        return;
      }
      int middle = (from + to) >>> 1;
      long left = binomial(n, (double) (before[middle] - before[from]) / pairs, part);
      share(from, middle, left, 2 * part);
      share(middle, to, n - left, 2 * part + 1);
    }

    /** In portions, because one draw takes at most 2^31 - 1 trials. */
    private long binomial(long n, double p, long part) {
      stream.at(part, 1);
      long successes = 0;
      for (long rest = n; rest > 0; rest -= Integer.MAX_VALUE) {
        successes += (long) Binomial.sample(stream, Math.min(rest, Integer.MAX_VALUE), p);
      }
      return successes;
    }
  }
}
