package org.baya.connect.rule;

import java.util.Arrays;
import org.baya.connect.ConnectionRule.Request;
import org.baya.connect.EdgeList;
import org.baya.connect.EdgeList.Order;
import org.baya.connect.PairValue;
import org.baya.connect.RowEdges;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.random.Poisson;
import org.baya.random.RandomStream;

/**
 * Rows in which every pair has a Poisson number of edges.
 *
 * <p>Implementation overview: the sum of independent Poisson numbers is a Poisson number whose
 * parts fall on the pairs in proportion to their means. With one mean for all, a row's nodes are
 * therefore drawn uniformly. With a formula that is never above a bound b they are too, with mean
 * b, and each is kept with probability mean / b; where no bound is known, nodes are found in the
 * running sum of the row's means.
 */
final class PoissonRows extends RowEdges {
  /** The largest mean of a row: see {@link Poisson}. */
  private static final double MOST = 1e9;

  private final Request request;
  private final Reach reach;
  private final Parameter mean;
  private final double bound;

  private PoissonRows(Order order, Request request, Reach reach, Parameter mean) {
    super(order, DrawnRows.rows(order, request), request.place());
    this.request = request;
    this.reach = reach;
    this.mean = mean;
    bound = Math.max(0, request.value(mean).most());
  }

  /** The edges of a request. */
  static EdgeList of(Request request, Parameter mean, Reach reach) {
    Order order = BernoulliRows.order(request);
    PairValue value = request.value(mean);
    return value.isConstant()
        ? new DrawnRows(order, request, reach, false, () -> degree(request, mean, value.constant()))
        : new PoissonRows(order, request, reach, mean);
  }

  private static DrawnRows.Degree degree(Request request, Parameter mean, double value) {
    RandomStream stream = request.stream();
    return (row, candidates) -> number(request, mean, stream, row, value * candidates);
  }

  private static int number(
      Request request, Parameter mean, RandomStream stream, int row, double sum) {
    if (sum > MOST) {
      throw new InvalidInputException(
          request.place(),
          mean.name()
              + " gives node "
              + row
              + " "
              + sum
              + " edges on average; allowed is up to 1e9");
    }
    return (int) Poisson.sample(stream.at(row, DrawnRows.HOW_MANY), sum);
  }

  @Override
  protected Row row() {
    return new SummedRow();
  }

  private final class SummedRow implements Row {
    private final RowCandidates candidates = new RowCandidates(request, order(), reach);
    private final PairValues means = new PairValues(request, mean, order());
    private final RandomStream stream = request.stream();
    private int[] nodes = {};
    private int[] all = {};
    private double[] sums = {};

    @Override
    public int draw(int row) {
      int n = candidates.find(row);
      return bound * n <= MOST ? thin(row, n) : search(row, n);
    }

    private int thin(int row, int n) {
      int k = n == 0 ? 0 : number(request, mean, stream, row, bound * n);
      reserve(k);
      stream.at(row, DrawnRows.WHICH, (long) k);
      if (k > 0) {
        stream.nextInts(n, k, nodes);
      }
      candidates.toNodes(nodes, k);
      stream.at(row, DrawnRows.WHETHER, 2L * k);
      return BernoulliRows.keep(stream, nodes, means.of(row, nodes, k), k, bound);
    }

    private int search(int row, int n) {
      if (all.length < n) {
        all = new int[n];
        sums = new double[n];
      }
      Arrays.setAll(all, i -> i);
      candidates.toNodes(all, n);
      double[] values = means.of(row, all, n);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += values[i];
        sums[i] = sum;
      }
      int k = number(request, mean, stream, row, sum);
      reserve(k);
      stream.at(row, DrawnRows.WHICH, 2L * k);
      for (int i = 0; i < k; i++) {
        nodes[i] = all[above(stream.nextDouble() * sum, n)];
      }
      return k;
    }

    /** The first index whose running sum is above {@code x}. */
    private int above(double x, int n) {
      int low = 0;
      int high = n - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sums[middle] > x) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    private void reserve(int k) {
      if (nodes.length < k) {
        nodes = new int[k];
      }
    }

    @Override
    public int[] nodes() {
      return nodes;
    }
  }
}
