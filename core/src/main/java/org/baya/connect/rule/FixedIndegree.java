package org.baya.connect.rule;

import java.util.Arrays;
import java.util.List;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.connect.RuleEdges;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
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
  public EdgeList edges(Pair pair, Parameters options) {
    double asked = options.value(INDEGREE);
    int indegree = (int) asked;
    if (indegree != asked) {
      throw new InvalidInputException(
          pair.place(), "indegree = " + asked + "; allowed is a whole number below 2^31");
    }
    boolean skipSelf = pair.same() && !options.flag(ALLOW_AUTAPSES);
    int candidates = Math.max(0, pair.sources() - (skipSelf ? 1 : 0));
    boolean distinct = !options.flag(ALLOW_MULTAPSES);
    if (pair.targets() > 0
        && indegree > (distinct ? candidates : candidates > 0 ? Integer.MAX_VALUE : 0)) {
      throw new InvalidInputException(
          pair.place(),
          "indegree = "
              + indegree
              + " but there are only "
              + candidates
              + " possible sources"
              + (distinct ? " without multapses" : ""));
    }
    return new RuleEdges(pair.place(), (long) pair.targets() * indegree) {
      @Override
      public Reader reader() {
        return new RowReader(pair, indegree, candidates, skipSelf, distinct);
      }
    };
  }

  private static final class RowReader extends RuleEdgesReader {
    private final RandomStream stream;
    private final int indegree;
    private final int candidates;
    private final boolean skipSelf;
    private final boolean distinct;
    private final int[] row;
    private final boolean[] chosen;
    private long present = -1;

    RowReader(Pair pair, int indegree, int candidates, boolean skipSelf, boolean distinct) {
      this.stream = new RandomStream(pair.seed(), pair.purpose());
      this.indegree = indegree;
      this.candidates = candidates;
      this.skipSelf = skipSelf;
      this.distinct = distinct;
      this.row = new int[indegree];
      this.chosen = new boolean[distinct ? candidates : 0];
    }

    @Override
    public void sources(int[] out) {
      for (int i = 0; i < n(); ) {
        long edge = first() + i;
        draw(edge / indegree);
        int from = (int) (edge % indegree);
        int count = Math.min(indegree - from, n() - i);
        System.arraycopy(row, from, out, i, count);
        i += count;
      }
    }

    @Override
    public void targets(int[] out) {
      for (int i = 0; i < n(); i++) {
        out[i] = (int) ((first() + i) / indegree);
      }
    }

    /** Makes {@link #row} the sources of {@code target}. */
    private void draw(long target) {
      if (present == target) {
        return;
      }
      stream.at(target, 0);
      if (!distinct) {
        for (int i = 0; i < indegree; i++) {
          row[i] = stream.nextInt(candidates);
        }
      } else {
        drawDistinct();
      }
      for (int i = 0; skipSelf && i < indegree; i++) {
        row[i] += row[i] >= target ? 1 : 0;
      }
      present = target;
    }

    private void drawDistinct() {
      boolean invert = indegree > candidates / 2;
      int draws = invert ? candidates - indegree : indegree;
      Arrays.fill(chosen, invert);
      for (int i = 0; i < draws; ) {
        int source = stream.nextInt(candidates);
        if (chosen[source] == invert) {
          chosen[source] = !invert;
          if (!invert) {
            row[i] = source;
          }
          i++;
        }
      }
      for (int source = 0, i = 0; invert && source < candidates; source++) {
        if (chosen[source]) {
          row[i++] = source;
        }
      }
    }
  }
}
