package org.baya.connect.rule;

import org.baya.connect.Candidates;
import org.baya.connect.ConnectionRule.Request;
import org.baya.connect.EdgeList.Order;
import org.baya.connect.RowEdges;
import org.baya.model.Parameter;
import org.baya.random.RandomStream;
import org.baya.space.DisplacementBound;
import org.baya.space.NodeSet;

/**
 * Rows of which every candidate is part with its own probability p: candidates are proposed with a
 * bound q of p that follows from where they lie, p is computed for proposals only, and these are
 * kept in p / q of all cases.
 */
final class ProposedRow implements RowEdges.Row {
  private final Candidates.Proposals proposals;
  private final PairValues probabilities;
  private final Reach reach;
  private final RandomStream stream;
  private final NodeSet kept;
  private int expected;
  private int[] nodes = {};

  /**
   * Rows.
   *
   * @param bound of {@code p}
   */
  ProposedRow(
      Request request,
      Order order,
      Candidates candidates,
      Reach reach,
      Parameter p,
      DisplacementBound bound) {
    proposals = candidates.proposals(order, bound);
    probabilities = new PairValues(request, p, order);
    this.reach = reach;
    stream = request.stream();
    kept = new NodeSet(order == Order.BY_SOURCE ? request.targets() : request.sources());
  }

  @Override
  public int draw(int row) {
    int n = proposals.propose(row, stream.at(row, DrawnRows.WHICH, 2L * expected));
    expected = n;
    int[] proposed = proposals.nodes();
    double[] bounds = proposals.bounds();
    double[] values = probabilities.of(row, proposed, n);
    stream.at(row, DrawnRows.WHETHER, 2L * n);
    for (int i = 0; i < n; i++) {
      if (stream.nextDouble() * bounds[i] < values[i] && reach.contains(row, proposed[i])) {
        kept.add(proposed[i]);
      }
    }
    if (nodes.length < n) {
      nodes = new int[Math.max(n, 2 * nodes.length)];
    }
    return kept.drain(nodes);
  }

  @Override
  public int[] nodes() {
    return nodes;
  }
}
