package org.baya.connect.algebra;

import org.baya.error.InvalidInputException;
import org.baya.random.Purpose;
import org.baya.random.StreamBlock;

/**
 * Every pair with a probability of its own. Only candidates are tried: pairs where the probability
 * can be above 0 if that is known (a gaussian ends at its cutoff), otherwise pairs chosen with the
 * largest probability there is. Whether a candidate is taken is decided by a random number of the
 * pair, so the mask is the same in whatever order pairs are looked at.
 */
final class Chance extends Mask {
  private final ValueSet probability;
  private final Mask candidates;
  private final double most;

  Chance(ValueSet probability) {
    this.probability = probability;
    double bound = probability.upperBound();
    boolean bounded = bound > 0 && bound < 1 && probability.support().isFull();
    candidates = bounded ? new Bernoulli(bound) : probability.support();
    most = bounded ? bound : 1;
  }

  @Override
  RowMask rows(Side side) {
    Purpose purpose = side.scene().purpose(this);
    RowMask tried = candidates.rows(side);
    Values values = probability.values(side.scene());
    return new RowMask() {
      @Override
      double density() {
        return tried.density();
      }

      @Override
      RowCursor cursor() {
        return new Cursor(side, purpose, tried.cursor(), values.evaluator());
      }
    };
  }

  @Override
  String text(Wording of) {
    return "(random * " + of.apply(probability) + ")";
  }

  private final class Cursor extends RowCursor {
    private final Side side;
    private final StreamBlock streams;
    private final RowCursor tried;
    private final Values.Evaluator evaluator;
    private final PairBlock pairs = new PairBlock();
    private final long[] entities = new long[PairBlock.MAX];
    private final double[] chances = new double[PairBlock.MAX];
    private int[] times = {};
    private int[] places = {};

    Cursor(Side side, Purpose purpose, RowCursor tried, Values.Evaluator evaluator) {
      this.side = side;
      this.tried = tried;
      this.evaluator = evaluator;
      streams = StreamBlock.of(side.scene().seed(), purpose, PairBlock.MAX);
    }

    @Override
    int draw(int row) {
      int n = tried.draw(row);
      int[] nodesTried = tried.nodes();
      times = atLeast(times, n);
      decide(row, nodesTried, n, times);
      reserve(n);
      int kept = 0;
      for (int k = 0; k < n; k++) {
        nodes[kept] = nodesTried[k];
        kept += times[k];
      }
      return kept;
    }

    @Override
    void count(int row, int[] asked, int n, int[] out) {
      tried.count(row, asked, n, out);
      places = atLeast(places, n);
      times = atLeast(times, n);
      int m = 0;
      for (int k = 0; k < n; k++) {
        places[m] = asked[k];
        m += out[k];
      }
      decide(row, places, m, times);
      m = 0;
      for (int k = 0; k < n; k++) {
        out[k] = out[k] > 0 ? times[m++] : 0;
      }
    }

    /** 1 for the nodes that would be taken if they are candidates, 0 for the others. */
    private void decide(int row, int[] asked, int n, int[] taken) {
      for (int from = 0; from < n; from += PairBlock.MAX) {
        int m = Math.min(PairBlock.MAX, n - from);
        pairs.load(side, row, asked, from, m);
        evaluator.evaluate(pairs, m, chances);
        pairs.entities(m, entities);
        streams.load(entities, m, 0);
        for (int k = 0; k < m; k++) {
          if (!(chances[k] >= 0 && chances[k] <= 1)) {
            throw wrong(k);
          }
          taken[from + k] = streams.at(k).nextDouble() * most < chances[k] ? 1 : 0;
        }
      }
    }

    private InvalidInputException wrong(int k) {
      return new InvalidInputException(
          side.scene().place(),
          "the probability of the pair ("
              + pairs.sources[k]
              + ", "
              + pairs.targets[k]
              + ") is "
              + chances[k]
              + "; allowed is 0 to 1");
    }
  }
}
