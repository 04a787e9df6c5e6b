package org.baya.connect;

import java.util.Arrays;
import org.baya.random.RandomStream;
import org.baya.space.NodeSet;
import org.baya.space.Places;
import org.baya.space.Thinning;

/**
 * Rows of which every candidate is part with its own probability: candidates are proposed with a
 * bound q of their probability p, and p is computed for proposals only, which are kept in p / q of
 * all cases.
 */
final class ThinnedRow implements RowEdges.Row {
  private final Places rows;
  private final Thinning thinning;
  private final NodeSet kept;
  private final boolean fromSource;
  private final PairValue.Evaluator probability;
  private final RandomStream stream;
  private final int[] own = new int[EdgeList.BLOCK];
  private final int[] other = new int[EdgeList.BLOCK];
  private final double[] values = new double[EdgeList.BLOCK];
  private int[] nodes = new int[256];

  ThinnedRow(
      Places rows,
      Thinning thinning,
      NodeSet kept,
      boolean fromSource,
      PairValue.Evaluator probability,
      RandomStream stream) {
    this.rows = rows;
    this.thinning = thinning;
    this.kept = kept;
    this.fromSource = fromSource;
    this.probability = probability;
    this.stream = stream;
  }

  @Override
  public int draw(int row) {
    stream.at(row, 0);
    int proposed =
        thinning.propose(
            rows.coordinate(0, row), rows.coordinate(1, row), rows.coordinate(2, row), stream);
    Arrays.fill(own, 0, Math.min(own.length, proposed), row);
    for (int from = 0; from < proposed; from += EdgeList.BLOCK) {
      keep(from, Math.min(EdgeList.BLOCK, proposed - from));
    }
    if (nodes.length < proposed) {
      nodes = new int[Math.max(proposed, 2 * nodes.length)];
    }
    return kept.drain(nodes);
  }

  private void keep(int from, int n) {
    System.arraycopy(thinning.nodes(), from, other, 0, n);
    probability.evaluate(fromSource ? own : other, fromSource ? other : own, n, values);
    final double[] bounds = thinning.bounds();
    for (int i = 0; i < n; i++) {
      if (stream.nextDouble() * bounds[from + i] < values[i]) {
        kept.add(other[i]);
      }
    }
  }

  @Override
  public int[] nodes() {
    return nodes;
  }
}
