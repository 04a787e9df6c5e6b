package org.baya.connect.rule;

import java.util.Optional;
import org.baya.connect.Candidates;
import org.baya.connect.ConnectionRule.Request;
import org.baya.connect.EdgeList;
import org.baya.connect.EdgeList.Order;
import org.baya.connect.PairValue;
import org.baya.connect.RowEdges;
import org.baya.model.Parameter;
import org.baya.random.Binomial;
import org.baya.random.DistinctChoice;
import org.baya.random.RandomStream;
import org.baya.space.DisplacementBound;

/**
 * Rows in which every pair is an edge with its own probability.
 *
 * <p>Implementation overview: with one probability for all, a row's length is binomial and its
 * nodes are a choice without repeats, so the work is that of the edges. With a formula that is
 * never above a bound b, candidates are drawn in this way with probability b and each is kept with
 * probability p / b; where no bound is known, all are candidates. Where the bound follows from
 * distance and it is known where nodes lie, {@link ProposedRow} does better.
 */
final class BernoulliRows extends RowEdges {
  private final Request request;
  private final Reach reach;
  private final Parameter p;
  private final double bound;

  private BernoulliRows(Order order, Request request, Reach reach, Parameter p) {
    super(order, DrawnRows.rows(order, request), request.place());
    this.request = request;
    this.reach = reach;
    this.p = p;
    bound = Math.max(0, Math.min(1, request.value(p).most()));
  }

  /** The edges of a request. */
  static EdgeList of(Request request, Parameter p, Reach reach) {
    Order order = order(request);
    PairValue value = request.value(p);
    return value.isConstant()
        ? new DrawnRows(order, request, reach, true, () -> binomial(request, value.constant()))
        : new BernoulliRows(order, request, reach, p);
  }

  /** Rows of sources, unless a mask lies around targets only. */
  static Order order(Request request) {
    return request.aroundSources().isEmpty() && request.aroundTargets().isPresent()
        ? Order.BY_TARGET
        : Order.BY_SOURCE;
  }

  private static DrawnRows.Degree binomial(Request request, double p) {
    RandomStream stream = request.stream();
    return (row, candidates) -> number(stream, row, candidates, p);
  }

  private static int number(RandomStream stream, int row, int candidates, double p) {
    return (int) Binomial.sample(stream.at(row, DrawnRows.HOW_MANY), candidates, p);
  }

  @Override
  protected Row row() {
    Optional<Candidates> placed =
        order() == Order.BY_SOURCE ? request.aroundSources() : request.aroundTargets();
    Optional<DisplacementBound> near = request.value(p).bound();
    return placed.isPresent() && near.isPresent()
        ? new ProposedRow(request, order(), placed.get(), reach, p, near.get())
        : new ThinnedRow();
  }

  private final class ThinnedRow implements Row {
    private final RowCandidates candidates = new RowCandidates(request, order(), reach);
    private final PairValues probabilities = new PairValues(request, p, order());
    private final RandomStream stream = request.stream();
    private final DistinctChoice choice = new DistinctChoice();
    private int[] nodes = {};

    @Override
    public int draw(int row) {
      int n = candidates.find(row);
      int k = bound < 1 ? number(stream, row, n, bound) : n;
      if (nodes.length < k) {
        nodes = new int[n];
      }
      if (bound < 1) {
        choice.choose(stream.at(row, DrawnRows.WHICH, DistinctChoice.words(n, k)), n, k, nodes);
      } else {
        for (int i = 0; i < n; i++) {
          nodes[i] = i;
        }
      }
      candidates.toNodes(nodes, k);
      stream.at(row, DrawnRows.WHETHER, 2L * k);
      return keep(stream, nodes, probabilities.of(row, nodes, k), k, bound);
    }

    @Override
    public int[] nodes() {
      return nodes;
    }
  }

  /** Keeps each of n nodes with probability {@code value / bound}; returns how many. */
  static int keep(RandomStream stream, int[] nodes, double[] values, int n, double bound) {
    int kept = 0;
    for (int i = 0; i < n; i++) {
      nodes[kept] = nodes[i];
      kept += stream.nextDouble() * bound < values[i] ? 1 : 0;
    }
    return kept;
  }
}
