package org.baya.connect.algebra;

import java.util.Arrays;
import java.util.List;

/**
 * A value of a connection set that is a sum: that of the first summand whose mask has the pair, NaN
 * where none has it.
 */
final class ValueOf extends ValueSet {
  private final ConnectionSet set;
  private final int index;

  ValueOf(ConnectionSet set, int index) {
    this.set = set;
    this.index = index;
  }

  @Override
  Values values(Scene scene) {
    Side side = new Side(true, scene.targets(), scene.sources(), scene);
    List<RowMask> masks = set.terms().stream().map(term -> term.mask().rows(side)).toList();
    List<Values> values =
        set.terms().stream().map(term -> term.values().get(index).values(scene)).toList();
    return () ->
        new Choice(
            masks.stream().map(RowMask::cursor).toList(),
            values.stream().map(Values::evaluator).toList());
  }

  @Override
  boolean isRandom() {
    return set.terms().stream().anyMatch(term -> term.values().get(index).isRandom());
  }

  @Override
  String text(Wording of) {
    return "value(" + of.apply(set) + ", " + index + ")";
  }

  private static final class Choice implements Values.Evaluator {
    private final List<RowCursor> masks;
    private final List<Values.Evaluator> values;
    private final double[] found = new double[PairBlock.MAX];
    private final int[] node = new int[1];
    private final int[] times = new int[1];

    Choice(List<RowCursor> masks, List<Values.Evaluator> values) {
      this.masks = masks;
      this.values = values;
    }

    @Override
    public void evaluate(PairBlock pairs, int n, double[] out) {
      Arrays.fill(out, 0, n, Double.NaN);
      for (int term = masks.size() - 1; term >= 0; term--) {
        values.get(term).evaluate(pairs, n, found);
        RowCursor mask = masks.get(term);
        for (int k = 0; k < n; k++) {
          node[0] = pairs.sources[k];
          mask.count(pairs.targets[k], node, 1, times);
          out[k] = times[0] > 0 ? found[k] : out[k];
        }
      }
    }
  }
}
