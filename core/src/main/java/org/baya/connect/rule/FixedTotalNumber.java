package org.baya.connect.rule;

import java.util.List;
import java.util.Optional;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.connect.EdgeList.Order;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;

/**
 * {@code N} edges in all, each between a source and a target drawn uniformly. Without multapses the
 * edges are N different pairs, every set of them with the same probability. The rows are those of
 * sources; their lengths follow from the seed before any is drawn.
 */
public final class FixedTotalNumber implements ConnectionRule {
  /** Every whole number up to here is a double. */
  private static final double LIMIT = 0x1.0p53;

  private static final Parameter N =
      Parameter.required(
          "N",
          "",
          new Range(0, true, LIMIT, true, true),
          "edges in all; with make_symmetric, pairs of an edge and its reverse");
  private static final Parameter ALLOW_AUTAPSES = ConnectionRule.allowAutapses();
  private static final Parameter ALLOW_MULTAPSES = ConnectionRule.allowMultapses();
  private static final Parameter MAKE_SYMMETRIC = ConnectionRule.makeSymmetric();

  @Override
  public String name() {
    return "fixed_total_number";
  }

  @Override
  public String summary() {
    return "a fixed number of edges in all, drawn uniformly among the pairs";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(N, ALLOW_AUTAPSES, ALLOW_MULTAPSES, MAKE_SYMMETRIC);
  }

  @Override
  public boolean symmetric(Parameters options) {
    return options.flag(MAKE_SYMMETRIC);
  }

  @Override
  public EdgeList edges(Request request) {
    return rows(request, shares(request));
  }

  @Override
  public Optional<ArrayForm> arrays(Request request) {
    int[] shares = shares(request);
    long[] first = new long[shares.length];
    for (int row = 1; row < first.length; row++) {
      first[row] = first[row - 1] + shares[row - 1];
    }
    long total = (long) request.options().value(N);
    return Optional.of(
        new ArrayForm(
            rows(request, shares), total, 1, false, row -> first[row], "N, source by source"));
  }

  private static Reach reach(Request request) {
    return Reach.of(request, request.flag(ALLOW_AUTAPSES), request.flag(MAKE_SYMMETRIC));
  }

  private static EdgeList rows(Request request, int[] shares) {
    return new DrawnRows(
        Order.BY_SOURCE,
        request,
        reach(request),
        !request.flag(ALLOW_MULTAPSES),
        () -> (row, n) -> shares[row]);
  }

  /** Edges of every source. */
  private static int[] shares(Request request) {
    long total = (long) request.options().value(N);
    boolean multapses = request.flag(ALLOW_MULTAPSES);
    RowCandidates candidates = new RowCandidates(request, Order.BY_SOURCE, reach(request));
    long pairs = RowShares.cells(request.sources(), candidates::find);
    if (total > pairs && (!multapses || pairs == 0)) {
      throw new InvalidInputException(
          request.place(),
          "N = "
              + total
              + " but there are only "
              + pairs
              + " possible pairs"
              + (multapses ? "" : " without multapses"));
    }
    return RowShares.of(request, request.sources(), candidates::find, total, multapses);
  }
}
