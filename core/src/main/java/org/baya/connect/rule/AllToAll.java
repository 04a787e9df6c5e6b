package org.baya.connect.rule;

import java.util.List;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.connect.RuleEdges;
import org.baya.model.Parameter;
import org.baya.model.Parameters;

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
  public EdgeList edges(Pair pair, Parameters options) {
    boolean skipDiagonal = pair.same() && !options.flag(ALLOW_AUTAPSES);
    int perSource = Math.max(0, skipDiagonal ? pair.targets() - 1 : pair.targets());
    return new RuleEdges(pair.place(), (long) pair.sources() * perSource) {
      @Override
      public Reader reader() {
        return new GridReader(perSource, skipDiagonal);
      }
    };
  }

  private static final class GridReader extends RuleEdgesReader {
    private final int perSource;
    private final boolean skipDiagonal;

    GridReader(int perSource, boolean skipDiagonal) {
      this.perSource = perSource;
      this.skipDiagonal = skipDiagonal;
    }

    @Override
    public void sources(int[] out) {
      for (int i = 0; i < n(); i++) {
        out[i] = (int) ((first() + i) / perSource);
      }
    }

    @Override
    public void targets(int[] out) {
      for (int i = 0; i < n(); i++) {
        long edge = first() + i;
        int source = (int) (edge / perSource);
        int target = (int) (edge % perSource);
        out[i] = skipDiagonal && target >= source ? target + 1 : target;
      }
    }
  }
}
