package org.baya.connect.algebra;

import org.baya.error.InvalidInputException;
import org.baya.random.Purpose;
import org.baya.random.Threefry;

/**
 * Every pair with probability p.
 *
 * <p>Implementation overview: a row is cut into cells of 2^b nodes, 8 <= b <= 16, chosen so that a
 * cell holds about a dozen pairs. A cell has a random number of its own, addressed by (row, cell):
 * first how many of its nodes are connected, binomially distributed, then which ones, uniformly and
 * without replacement. That is the same distribution as one trial for every node, costs a fraction
 * of a random word for every pair found, and tells whether a single pair is in the mask from its
 * cell alone, so intersections stay cheap and agree with the whole. Where p is above one half, the
 * nodes left out are drawn. Cells do not end where a population ends: its size changes nothing.
 */
final class Bernoulli extends Mask {
  private final double p;

  Bernoulli(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new InvalidInputException("the probability is " + p + "; allowed is 0 to 1");
    }
    this.p = p;
  }

  @Override
  RowMask rows(Side side) {
    Purpose purpose = side.scene().purpose(this);
    if (p == 0) {
      return empty().rows(side);
    }
    if (p == 1) {
      return full().rows(side);
    }
    return RandomRows.of(this, side, made -> new Rows(p, made, purpose));
  }

  @Override
  String text(Wording of) {
    return "random(" + p + ")";
  }

  /** The rows of one side. */
  private static final class Rows extends RowMask {
    private final double p;
    private final Side side;
    private final Threefry threefry;
    private final CellCounts counts;

    Rows(double p, Side side, Purpose purpose) {
      this.p = p;
      this.side = side;
      threefry = new Threefry(side.scene().seed(), purpose.code());
      counts = new CellCounts(Math.min(p, 1 - p));
    }

    @Override
    double density() {
      return p;
    }

    @Override
    RowCursor cursor() {
      return new Cursor(p > 0.5, side.nodes(), threefry, counts);
    }
  }

  private static final class Cursor extends RowCursor {
    /** Cells whose first words are made together. */
    private static final int BATCH = 256;

    /** Words of a cell that are made together: three blocks of four. */
    private static final int WORDS = 12;

    private final boolean inverted;
    private final int limit;
    private final Threefry threefry;
    private final CellCounts counts;
    private final int bits;
    private final int cells;
    private final int perWord;
    private final int positionBits;
    private final int positionMask;
    private final int[][] words;
    private final int[] more = new int[4];
    private final BitRow cell;
    private long firstEntity;
    private int firstCell;
    private int madeCells;

    Cursor(boolean inverted, int limit, Threefry threefry, CellCounts counts) {
      this.inverted = inverted;
      this.limit = limit;
      this.threefry = threefry;
      this.counts = counts;
      bits = counts.bits();
      cells = (int) ((limit + (1L << bits) - 1) >>> bits);
      perWord = bits == 8 ? 4 : 2;
      positionBits = 32 / perWord;
      positionMask = (1 << bits) - 1;
      words = new int[WORDS][Math.min(BATCH, Math.max(1, cells))];
      cell = new BitRow(1 << bits);
    }

    /** Makes the first words of {@code n} cells of a row. */
    private void makeWords(int row, int first, int n) {
      firstEntity = ((long) row << 32) + first;
      firstCell = first;
      madeCells = n;
      for (int block = 0; block < WORDS / 4; block++) {
        int w = 4 * block;
        threefry.fill(firstEntity, n, 0, block, words[w], words[w + 1], words[w + 2], words[w + 3]);
      }
    }

    /** Marks the drawn nodes of cell {@code firstCell + c}; returns how many they are. */
    private int mark(int c) {
      int wanted = counts.count(words[0][c], words[1][c]);
      int found = 0;
      int word = 2;
      while (found < wanted) {
        int pending = word < WORDS ? words[word][c] : word(firstEntity + c, word);
        word++;
        for (int k = 0; k < perWord && found < wanted; k++) {
          found += cell.add(pending & positionMask);
          pending >>>= positionBits;
        }
      }
      return wanted;
    }

    /** A word behind those that are made together. */
    private int word(long entity, int word) {
      if ((word & 3) == 0) {
        threefry.words(entity, 0, word >>> 2, more);
      }
      return more[word & 3];
    }

    @Override
    int draw(int row) {
      int n = 0;
      for (int first = 0; first < cells; first += BATCH) {
        int batch = Math.min(BATCH, cells - first);
        makeWords(row, first, batch);
        for (int c = 0; c < batch; c++) {
          int drawn = mark(c);
          int base = (first + c) << bits;
          int width = Math.min(limit - base, positionMask + 1);
          reserve(n + (inverted ? width : drawn));
          n = inverted ? cell.drainGaps(base, width, nodes, n) : cell.drain(base, nodes, n);
        }
      }
      while (n > 0 && nodes[n - 1] >= limit) {
        n--;
      }
      return n;
    }

    @Override
    int size(int row) {
      int n = 0;
      int whole = limit >>> bits;
      for (int first = 0; first < whole; first += BATCH) {
        int batch = Math.min(BATCH, whole - first);
        threefry.fill(
            ((long) row << 32) + first, batch, 0, 0, words[0], words[1], words[2], words[3]);
        for (int c = 0; c < batch; c++) {
          int drawn = counts.count(words[0][c], words[1][c]);
          n += inverted ? positionMask + 1 - drawn : drawn;
        }
      }
      madeCells = 0;
      return whole < cells ? n + sizeOfLast(row) : n;
    }

    private int sizeOfLast(int row) {
      makeWords(row, cells - 1, 1);
      int drawn = mark(0);
      int base = (cells - 1) << bits;
      int width = limit - base;
      reserve(Math.max(drawn, width));
      if (inverted) {
        return cell.drainGaps(base, width, nodes, 0);
      }
      int n = cell.drain(base, nodes, 0);
      while (n > 0 && nodes[n - 1] >= limit) {
        n--;
      }
      return n;
    }

    @Override
    void count(int row, int[] asked, int n, int[] times) {
      int marked = -1;
      madeCells = 0;
      for (int k = 0; k < n; k++) {
        int of = asked[k] >>> bits;
        if (of != marked) {
          cell.clear();
          if (of >= firstCell + madeCells || madeCells == 0) {
            int last = asked[n - 1] >>> bits;
            makeWords(row, of, reach(of, last, n - k));
          }
          mark(of - firstCell);
          marked = of;
        }
        times[k] = cell.contains(asked[k] & positionMask) != inverted ? 1 : 0;
      }
      cell.clear();
    }

    /** How many cells to make words for: all up to the last one asked for unless few are. */
    private static int reach(int from, int last, int asked) {
      int span = last - from + 1;
      return Math.min(BATCH, span <= 2 * asked ? span : 1);
    }
  }
}
