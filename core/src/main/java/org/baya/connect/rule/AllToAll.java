package org.baya.connect.rule;

import java.util.List;
import java.util.Optional;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.connect.EdgeList.Order;
import org.baya.connect.RowEdges;
import org.baya.model.Parameter;
import org.baya.model.Parameters;

/** Every source to every target, ordered by source. */
public final class AllToAll implements ConnectionRule {
  private static final Parameter ALLOW_AUTAPSES = ConnectionRule.allowAutapses();
  private static final Parameter MAKE_SYMMETRIC = ConnectionRule.makeSymmetric();

  @Override
  public String name() {
    return "all_to_all";
  }

  @Override
  public String summary() {
    return "every source to every target";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(ALLOW_AUTAPSES, MAKE_SYMMETRIC);
  }

  @Override
  public boolean symmetric(Parameters options) {
    return options.flag(MAKE_SYMMETRIC);
  }

  @Override
  public EdgeList edges(Request request) {
    return rows(request, Order.BY_SOURCE);
  }

  @Override
  public Optional<ArrayForm> arrays(Request request) {
    int width = request.sources();
    return Optional.of(
        new ArrayForm(
            rows(request, Order.BY_TARGET),
            request.targets(),
            width,
            true,
            row -> (long) row * width,
            "targets x sources"));
  }

  private static RowEdges rows(Request request, Order order) {
    Reach reach = Reach.of(request, request.flag(ALLOW_AUTAPSES), request.flag(MAKE_SYMMETRIC));
    return new RowEdges(order, DrawnRows.rows(order, request), request.place()) {
      @Override
      protected Row row() {
        return new FullRow(new RowCandidates(request, order, reach));
      }
    };
  }

  private static final class FullRow implements RowEdges.Row {
    private final RowCandidates candidates;
    private int[] nodes = {};

    FullRow(RowCandidates candidates) {
      this.candidates = candidates;
    }

    @Override
    public int count(int row) {
      return candidates.find(row);
    }

    @Override
    public int draw(int row) {
      int n = candidates.find(row);
      if (nodes.length < n) {
        nodes = new int[n];
      }
      for (int i = 0; i < n; i++) {
        nodes[i] = i;
      }
      candidates.toNodes(nodes, n);
      return n;
    }

    @Override
    public int[] nodes() {
      return nodes;
    }
  }
}
