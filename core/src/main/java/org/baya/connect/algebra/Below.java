package org.baya.connect.algebra;

/**
 * Pairs for which a value is below a limit. Every pair of a row is looked at unless it is combined
 * with a sparser mask; distances have {@link Near}.
 */
final class Below extends Mask {
  private final double limit;
  private final ValueSet value;

  Below(double limit, ValueSet value) {
    this.limit = limit;
    this.value = value;
  }

  @Override
  RowMask rows(Side side) {
    Values values = value.values(side.scene());
    double density =
        RowMask.sampled(new Cursor(values.evaluator(), side), side.rows(), side.nodes());
    return new RowMask() {
      @Override
      double density() {
        return density;
      }

      @Override
      RowCursor cursor() {
        return new Cursor(values.evaluator(), side);
      }
    };
  }

  @Override
  String text(Wording of) {
    return "(disc(" + limit + ") * " + of.apply(value) + ")";
  }

  private final class Cursor extends RowCursor {
    private final Values.Evaluator evaluator;
    private final Side side;
    private final PairBlock pairs = new PairBlock();
    private final double[] found = new double[PairBlock.MAX];
    private int[] all = {};

    Cursor(Values.Evaluator evaluator, Side side) {
      this.evaluator = evaluator;
      this.side = side;
    }

    @Override
    int draw(int row) {
      if (all.length < side.nodes()) {
        all = new int[side.nodes()];
        for (int node = 0; node < all.length; node++) {
          all[node] = node;
        }
      }
      int kept = 0;
      for (int from = 0; from < all.length; from += PairBlock.MAX) {
        int n = Math.min(PairBlock.MAX, all.length - from);
        evaluate(row, all, from, n);
        reserve(kept + n);
        for (int k = 0; k < n; k++) {
          nodes[kept] = from + k;
          kept += found[k] < limit ? 1 : 0;
        }
      }
      return kept;
    }

    @Override
    void count(int row, int[] asked, int n, int[] times) {
      for (int from = 0; from < n; from += PairBlock.MAX) {
        int m = Math.min(PairBlock.MAX, n - from);
        evaluate(row, asked, from, m);
        for (int k = 0; k < m; k++) {
          times[from + k] = found[k] < limit ? 1 : 0;
        }
      }
    }

    private void evaluate(int row, int[] from, int at, int n) {
      pairs.load(side, row, from, at, n);
      evaluator.evaluate(pairs, n, found);
    }
  }
}
