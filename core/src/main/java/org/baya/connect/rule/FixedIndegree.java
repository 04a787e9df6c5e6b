package org.baya.connect.rule;

import java.util.Arrays;
import java.util.List;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.connect.RowEdges;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Range;
import org.baya.random.RandomStream;

/**
 * Every target gets {@code indegree} sources, drawn uniformly. Edges are numbered target by target;
 * the draws of a target are addressed by its number alone.
 *
 * <p>Without multapses a draw that repeats is drawn again; when more than half of the sources are
 * wanted, the ones left out are drawn instead, so the work stays proportional to the number of
 * sources even when all are wanted.
 */
public final class FixedIndegree implements ConnectionRule {
  private static final Parameter INDEGREE =
      Parameter.scalar("indegree", "", 1, Range.NON_NEGATIVE, "sources per target, a whole number");
  private static final Parameter ALLOW_AUTAPSES = ConnectionRule.allowAutapses();
  private static final Parameter ALLOW_MULTAPSES = ConnectionRule.allowMultapses();

  @Override
  public String name() {
    return "fixed_indegree";
  }

  @Override
  public String summary() {
    return "a fixed number of sources for every target, drawn uniformly";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(INDEGREE, ALLOW_AUTAPSES, ALLOW_MULTAPSES);
  }

  @Override
  public EdgeList edges(Request request) {
    double asked = request.options().value(INDEGREE);
    int indegree = (int) asked;
    if (indegree != asked) {
      throw new InvalidInputException(
          request.place(), "indegree = " + asked + "; allowed is a whole number below 2^31");
    }
    boolean skipSelf = request.skipsSelf(ALLOW_AUTAPSES);
    int candidates = Math.max(0, request.sources() - (skipSelf ? 1 : 0));
    boolean distinct = !request.flag(ALLOW_MULTAPSES);
    if (request.targets() > 0
        && indegree > (distinct ? candidates : candidates > 0 ? Integer.MAX_VALUE : 0)) {
      throw new InvalidInputException(
          request.place(),
          "indegree = "
              + indegree
              + " but there are only "
              + candidates
              + " possible sources"
              + (distinct ? " without multapses" : ""));
    }
    return new RowEdges(EdgeList.Order.BY_TARGET, request.targets(), request.place()) {
      @Override
      protected Row row() {
        return new DrawnRow(request.stream(), indegree, candidates, skipSelf, distinct);
      }
    };
  }

  private static final class DrawnRow implements RowEdges.Row {
    private final RandomStream stream;
    private final int candidates;
    private final boolean skipSelf;
    private final boolean distinct;
    private final int[] nodes;
    private final boolean[] chosen;

    DrawnRow(
        RandomStream stream, int indegree, int candidates, boolean skipSelf, boolean distinct) {
      this.stream = stream;
      this.candidates = candidates;
      this.skipSelf = skipSelf;
      this.distinct = distinct;
      this.nodes = new int[indegree];
      this.chosen = new boolean[distinct ? candidates : 0];
    }

    @Override
    public int count(int row) {
      return nodes.length;
    }

    @Override
    public int[] nodes() {
      return nodes;
    }

    @Override
    public int draw(int target) {
      stream.at(target, 0);
      if (!distinct) {
        for (int i = 0; i < nodes.length; i++) {
          nodes[i] = stream.nextInt(candidates);
        }
      } else {
        drawDistinct();
      }
      for (int i = 0; skipSelf && i < nodes.length; i++) {
        nodes[i] += nodes[i] >= target ? 1 : 0;
      }
      return nodes.length;
    }

    private void drawDistinct() {
      boolean invert = nodes.length > candidates / 2;
      int draws = invert ? candidates - nodes.length : nodes.length;
      Arrays.fill(chosen, invert);
      for (int i = 0; i < draws; ) {
        int source = stream.nextInt(candidates);
        if (chosen[source] == invert) {
          chosen[source] = !invert;
          if (!invert) {
            nodes[i] = source;
          }
          i++;
        }
      }
      for (int source = 0, i = 0; invert && source < candidates; source++) {
        if (chosen[source]) {
          nodes[i++] = source;
        }
      }
    }
  }
}
