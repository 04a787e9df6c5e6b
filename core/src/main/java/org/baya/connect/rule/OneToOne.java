package org.baya.connect.rule;

import java.util.List;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.connect.RuleEdges;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Parameters;

/** Node i of the sources to node i of the targets. */
public final class OneToOne implements ConnectionRule {
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
    return List.of();
  }

  @Override
  public EdgeList edges(Pair pair, Parameters options) {
    if (pair.sources() != pair.targets()) {
      throw new InvalidInputException(
          pair.place(),
          "one_to_one needs populations of one size; there are "
              + pair.sources()
              + " sources and "
              + pair.targets()
              + " targets");
    }
    return new RuleEdges(pair.place(), pair.sources()) {
      @Override
      public Reader reader() {
        return new DiagonalReader();
      }
    };
  }

  private static final class DiagonalReader extends RuleEdgesReader {
    @Override
    public void sources(int[] out) {
      for (int i = 0; i < n(); i++) {
        out[i] = (int) (first() + i);
      }
    }

    @Override
    public void targets(int[] out) {
      sources(out);
    }
  }
}
