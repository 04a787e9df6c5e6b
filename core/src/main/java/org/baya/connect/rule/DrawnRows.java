package org.baya.connect.rule;

import java.util.function.Supplier;
import org.baya.connect.ConnectionRule.Request;
import org.baya.connect.RowEdges;
import org.baya.error.InvalidInputException;
import org.baya.random.DistinctChoice;
import org.baya.random.RandomStream;

/**
 * Rows of nodes drawn uniformly among the candidates; how many is asked of a {@link Degree}. The
 * draws of a row are those of (its number, step 0); degrees that are random draw at step 1.
 */
final class DrawnRows extends RowEdges {
  /** Step of the random numbers that say which nodes. */
  static final int WHICH = 0;

  /** Step of the random numbers that say how many. */
  static final int HOW_MANY = 1;

  /** Step of the random numbers that say whether. */
  static final int WHETHER = 2;

  private final Request request;
  private final Reach reach;
  private final boolean distinct;
  private final Supplier<Degree> degrees;

  /** How many edges a row has. Used by one thread. */
  @FunctionalInterface
  interface Degree {
    /** Of a row that may reach so many candidates. */
    int of(int row, int candidates);
  }

  /**
   * Drawn rows.
   *
   * @param distinct whether a row reaches no node twice
   * @param degrees makes a degree for each thread
   */
  DrawnRows(Order order, Request request, Reach reach, boolean distinct, Supplier<Degree> degrees) {
    super(order, rows(order, request), request.place());
    this.request = request;
    this.reach = reach;
    this.distinct = distinct;
    this.degrees = degrees;
  }

  /** How many rows a request has. */
  static int rows(Order order, Request request) {
    return order == Order.BY_SOURCE ? request.sources() : request.targets();
  }

  @Override
  protected Row row() {
    return new DrawnRow();
  }

  private final class DrawnRow implements Row {
    private final RowCandidates candidates = new RowCandidates(request, order(), reach);
    private final RandomStream stream = request.stream();
    private final DistinctChoice choice = new DistinctChoice();
    private final Degree degree = degrees.get();
    private int[] nodes = {};

    @Override
    public int count(int row) {
      return check(row, candidates.find(row));
    }

    private int check(int row, int n) {
      int k = degree.of(row, n);
      if (k > n && (distinct || n == 0)) {
        boolean bySource = order() == Order.BY_SOURCE;
        throw new InvalidInputException(
            request.place(),
            (bySource ? "source " : "target ")
                + row
                + " needs "
                + k
                + (bySource ? " targets" : " sources")
                + " but there are only "
                + n
                + (distinct ? " without multapses" : ""));
      }
      return k;
    }

    @Override
    public int draw(int row) {
      int n = candidates.find(row);
      int k = check(row, n);
      if (nodes.length < k) {
        nodes = new int[(int) Math.min(Integer.MAX_VALUE - 8, k + k / 4L)];
      }
      if (distinct) {
        choice.choose(stream.at(row, WHICH, DistinctChoice.words(n, k)), n, k, nodes);
      } else {
        stream.at(row, WHICH, (long) k);
        if (k > 0) {
          stream.nextInts(n, k, nodes);
        }
      }
      candidates.toNodes(nodes, k);
      return k;
    }

    @Override
    public int[] nodes() {
      return nodes;
    }
  }
}
