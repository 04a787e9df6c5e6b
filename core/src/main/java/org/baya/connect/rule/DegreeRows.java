package org.baya.connect.rule;

import org.baya.connect.ConnectionRule.ArrayForm;
import org.baya.connect.ConnectionRule.Request;
import org.baya.connect.EdgeList;
import org.baya.connect.EdgeList.Order;
import org.baya.connect.PairValue;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;

/** Rows whose lengths are given: what fixed_indegree and fixed_outdegree share. */
final class DegreeRows {
  private DegreeRows() {}

  /**
   * The edges of a degree rule.
   *
   * @param order whose degrees are given
   * @param degree the option that gives them
   * @throws InvalidInputException if a row cannot have its degree, or the mask lies around the
   *     other side
   */
  static EdgeList of(
      Request request,
      Order order,
      Parameter degree,
      boolean autapses,
      boolean multapses,
      boolean symmetric) {
    if (symmetric && request.same() && !multapses) {
      throw new InvalidInputException(
          request.place(),
          "make_symmetric within one population doubles pairs that are drawn both ways; with allow_multapses: false use"
              + " pairwise_bernoulli, symmetric_pairwise_bernoulli or fixed_total_number, which draw each of the "
              + request.sources()
              + " x "
              + request.targets()
              + " pairs once");
    }
    Reach reach = Reach.of(request, autapses);
    int others = order == Order.BY_SOURCE ? request.targets() : request.sources();
    int most = Math.max(0, reach == Reach.OTHERS ? others - 1 : others);
    NodeDegrees degrees = NodeDegrees.of(request, degree, order, most, !multapses);
    return new DrawnRows(
        order, request, reach, !multapses, () -> (row, candidates) -> degrees.of(row));
  }

  /** Arrays of one value per edge: a row for each node that has the degree. */
  static ArrayForm arrays(Request request, EdgeList edges, Parameter degree, int rows) {
    PairValue value = request.value(degree);
    if (!value.isConstant()) {
      throw new InvalidInputException(
          request.place(),
          "arrays of synapse values need one "
              + degree.name()
              + " for all "
              + rows
              + " nodes; it is a formula or a list");
    }
    int width = (int) value.constant();
    return new ArrayForm(
        edges,
        rows,
        width,
        false,
        row -> (long) row * width,
        (edges.order() == Order.BY_TARGET ? "targets x " : "sources x ") + degree.name());
  }
}
