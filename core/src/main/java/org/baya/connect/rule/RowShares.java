package org.baya.connect.rule;

import java.util.function.IntUnaryOperator;
import org.baya.connect.ConnectionRule.Request;
import org.baya.error.InvalidInputException;
import org.baya.random.Binomial;
import org.baya.random.Hypergeometric;
import org.baya.random.RandomStream;

/**
 * Splits a total number of edges over rows, exactly as if the edges had been drawn one by one among
 * the cells of all rows: row after row gets its share of what is left, binomial when cells may be
 * drawn again and hypergeometric when not.
 */
final class RowShares {
  private RowShares() {}

  /**
   * How many edges each row gets.
   *
   * @param rows number of rows
   * @param cells pairs of each row
   * @param total edges of all rows; without {@code multapses} at most as many as there are pairs
   */
  static int[] of(
      Request request, int rows, IntUnaryOperator cells, long total, boolean multapses) {
    long cellsLeft = cells(rows, cells);
    RandomStream stream = request.stream();
    int[] shares = new int[rows];
    long left = total;
    for (int row = 0; row < rows && left > 0; row++) {
      long own = cells.applyAsInt(row);
      stream.at(row, DrawnRows.HOW_MANY);
      long share =
          own == cellsLeft
              ? left
              : multapses
                  ? (long) Binomial.sample(stream, left, (double) own / cellsLeft)
                  : Hypergeometric.sample(stream, own, cellsLeft - own, left);
      if (share > Integer.MAX_VALUE) {
        throw new InvalidInputException(
            request.place(),
            "N = " + total + " gives a node more than 2147483647 edges; allowed are fewer");
      }
      shares[row] = (int) share;
      left -= share;
      cellsLeft -= own;
    }
    return shares;
  }

  /** Pairs of all rows together. */
  static long cells(int rows, IntUnaryOperator cells) {
    long sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += cells.applyAsInt(row);
    }
    return sum;
  }
}
