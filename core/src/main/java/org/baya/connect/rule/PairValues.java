package org.baya.connect.rule;

import java.util.Arrays;
import org.baya.connect.ConnectionRule.Request;
import org.baya.connect.EdgeList;
import org.baya.connect.EdgeList.Order;
import org.baya.connect.PairValue;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;

/** Evaluates an option for the pairs of one row after another, and checks it. For one thread. */
final class PairValues {
  private final String place;
  private final Parameter option;
  private final boolean bySource;
  private final PairValue.Evaluator evaluator;
  private final int[] own = new int[EdgeList.BLOCK];
  private final int[] other = new int[EdgeList.BLOCK];
  private final double[] block = new double[EdgeList.BLOCK];
  private double[] values = {};

  PairValues(Request request, Parameter option, Order order) {
    place = request.place();
    this.option = option;
    bySource = order == Order.BY_SOURCE;
    evaluator = request.value(option).evaluator();
  }

  /**
   * The values of a row's pairs.
   *
   * @param nodes other ends of the pairs
   * @return the first n are valid until the next call
   */
  double[] of(int row, int[] nodes, int n) {
    if (values.length < n) {
      values = new double[n];
    }
    Arrays.fill(own, row);
    for (int from = 0; from < n; from += EdgeList.BLOCK) {
      int size = Math.min(EdgeList.BLOCK, n - from);
      System.arraycopy(nodes, from, other, 0, size);
      evaluator.evaluate(bySource ? own : other, bySource ? other : own, size, block);
      System.arraycopy(block, 0, values, from, size);
    }
    check(row, nodes, n);
    return values;
  }

  private void check(int row, int[] nodes, int n) {
    for (int i = 0; i < n; i++) {
      if (!option.range().contains(values[i])) {
        int source = bySource ? row : nodes[i];
        int target = bySource ? nodes[i] : row;
        throw new InvalidInputException(
            place,
            option.name()
                + " of the pair from "
                + source
                + " to "
                + target
                + " = "
                + values[i]
                + "; allowed is "
                + option.range());
      }
    }
  }
}
