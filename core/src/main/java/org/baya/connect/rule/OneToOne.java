package org.baya.connect.rule;

import java.util.List;
import java.util.Optional;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.connect.RowEdges;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Parameters;

/** Node i of the sources to node i of the targets. */
public final class OneToOne implements ConnectionRule {
  private static final Parameter ALLOW_AUTAPSES = ConnectionRule.allowAutapses();
  private static final Parameter ALLOW_MULTAPSES = ConnectionRule.allowMultapses();
  private static final Parameter MAKE_SYMMETRIC = ConnectionRule.makeSymmetric();

  @Override
  public String name() {
    return "one_to_one";
  }

  @Override
  public String summary() {
    return "node i to node i; both populations need one size";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(ALLOW_AUTAPSES, ALLOW_MULTAPSES, MAKE_SYMMETRIC);
  }

  @Override
  public boolean symmetric(Parameters options) {
    return options.flag(MAKE_SYMMETRIC);
  }

  @Override
  public EdgeList edges(Request request) {
    if (request.sources() != request.targets()) {
      throw new InvalidInputException(
          request.place(),
          "one_to_one needs populations of one size; there are "
              + request.sources()
              + " sources and "
              + request.targets()
              + " targets");
    }
    int edges = request.skipsSelf(ALLOW_AUTAPSES) ? 0 : 1;
    return new RowEdges(EdgeList.Order.BY_SOURCE, request.sources(), request.place()) {
      @Override
      protected Row row() {
        return new Diagonal(edges);
      }
    };
  }

  @Override
  public Optional<ArrayForm> arrays(Request request) {
    return Optional.of(
        new ArrayForm(edges(request), request.sources(), 1, false, row -> row, "one per pair"));
  }

  private static final class Diagonal implements RowEdges.Row {
    private final int[] node = new int[1];
    private final int edges;

    Diagonal(int edges) {
      this.edges = edges;
    }

    @Override
    public int count(int row) {
      return edges;
    }

    @Override
    public int draw(int row) {
      node[0] = row;
      return edges;
    }

    @Override
    public int[] nodes() {
      return node;
    }
  }
}
