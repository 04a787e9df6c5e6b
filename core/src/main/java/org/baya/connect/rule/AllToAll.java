package org.baya.connect.rule;

import java.util.List;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.connect.RowEdges;
import org.baya.model.Parameter;

/** Every source to every target, ordered by source. */
public final class AllToAll implements ConnectionRule {
  private static final Parameter ALLOW_AUTAPSES = ConnectionRule.allowAutapses();

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
    return List.of(ALLOW_AUTAPSES);
  }

  @Override
  public EdgeList edges(Request request) {
    boolean skipSelf = request.skipsSelf(ALLOW_AUTAPSES);
    return new RowEdges(EdgeList.Order.BY_SOURCE, request.sources(), request.place()) {
      @Override
      protected Row row() {
        return new FullRow(request.targets(), skipSelf);
      }
    };
  }

  private static final class FullRow implements RowEdges.Row {
    private final int[] nodes;
    private final boolean skipSelf;

    FullRow(int targets, boolean skipSelf) {
      this.nodes = new int[Math.max(0, skipSelf ? targets - 1 : targets)];
      this.skipSelf = skipSelf;
      for (int i = 0; i < nodes.length; i++) {
        nodes[i] = i;
      }
    }

    @Override
    public int count(int row) {
      return nodes.length;
    }

    @Override
    public int draw(int row) {
      if (skipSelf) {
        for (int i = 0; i < nodes.length; i++) {
          nodes[i] = i >= row ? i + 1 : i;
        }
      }
      return nodes.length;
    }

    @Override
    public int[] nodes() {
      return nodes;
    }
  }
}
