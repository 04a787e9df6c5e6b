package org.baya.connect.rule;

import java.util.Arrays;
import org.baya.connect.ConnectionRule.Request;
import org.baya.connect.EdgeList;
import org.baya.connect.EdgeList.Order;
import org.baya.connect.PairValue;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Range;

/**
 * The degree of every node that has a row: one number for all, or a formula's value for each,
 * rounded as NEST does, halves up. All are checked at once.
 */
final class NodeDegrees {
  private final int same;
  private final int[] each;

  private NodeDegrees(int same, int[] each) {
    this.same = same;
    this.each = each;
  }

  /**
   * The degrees that an option asks for.
   *
   * @param most candidates of a row, not counting those that a mask leaves out
   * @throws InvalidInputException naming the first degree that no row can have
   */
  static NodeDegrees of(
      Request request, Parameter option, Order order, int most, boolean distinct) {
    PairValue value = request.value(option);
    int rows = DrawnRows.rows(order, request);
    Limit limit = new Limit(request.place(), option.name(), order, most, distinct);
    if (!value.isConstant()) {
      return new NodeDegrees(0, evaluate(value, order, rows, limit));
    }
    double degree = value.constant();
    if (rows > 0) {
      limit.check("", (int) degree);
    }
    return new NodeDegrees((int) degree, new int[0]);
  }

  private static int[] evaluate(PairValue value, Order order, int rows, Limit limit) {
    int[] degrees = new int[rows];
    int[] own = new int[EdgeList.BLOCK];
    int[] other = new int[EdgeList.BLOCK];
    double[] values = new double[EdgeList.BLOCK];
    boolean bySource = order == Order.BY_SOURCE;
    PairValue.Evaluator evaluator = value.evaluator();
    for (int from = 0; from < rows; from += EdgeList.BLOCK) {
      int n = Math.min(EdgeList.BLOCK, rows - from);
      int first = from;
      Arrays.setAll(own, i -> first + i);
      evaluator.evaluate(bySource ? own : other, bySource ? other : own, n, values);
      for (int i = 0; i < n; i++) {
        degrees[from + i] = limit.rounded(from + i, values[i]);
      }
    }
    return degrees;
  }

  /** Edges of a row. */
  int of(int row) {
    return each.length == 0 ? same : each[row];
  }

  /** What a degree may be, and how to say so. */
  private record Limit(String place, String option, Order order, int most, boolean distinct) {
    int rounded(int node, double value) {
      double degree = Math.floor(value + 0.5);
      String who = " of " + (order == Order.BY_SOURCE ? "source " : "target ") + node;
      if (!(degree >= 0 && degree <= Integer.MAX_VALUE)) {
        throw new InvalidInputException(
            place, option + who + " = " + value + "; allowed is " + Range.COUNT);
      }
      check(who, (int) degree);
      return (int) degree;
    }

    void check(String who, int degree) {
      if (degree > most && (distinct || most == 0)) {
        throw new InvalidInputException(
            place,
            option
                + who
                + " = "
                + degree
                + " but there are only "
                + most
                + " possible "
                + (order == Order.BY_SOURCE ? "targets" : "sources")
                + (distinct ? " without multapses" : ""));
      }
    }
  }
}
