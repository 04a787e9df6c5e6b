package org.baya.expression;

import org.baya.error.InvalidInputException;
import org.baya.random.StreamBlock;

/**
 * Draws a random value for each row where parameters and bounds are numbers, as they mostly are.
 */
final class LiteralDrawStep extends Step.Random {
  /** Distances up to this have a finite product. */
  private static final double FAR = 0x1p500;

  private final SyntaxError error;
  private final RandomFunction function;
  private final double a;
  private final double b;
  private final double low;
  private final double high;

  /** Whether only rare values can be out of bounds. */
  private final boolean commonlyWithin;

  private final StreamBlock streams;
  private final int[] marks = new int[Program.MAX_ROWS];

  LiteralDrawStep(
      SyntaxError error,
      RandomFunction function,
      StreamBlock streams,
      double a,
      double b,
      double low,
      double high) {
    this.error = error;
    this.function = function;
    this.a = a;
    this.b = b;
    this.low = low;
    this.high = high;
    commonlyWithin = function.isCommonlyWithin(a, b, low, high);
    this.streams = streams;
  }

  @Override
  void run(Frame frame) {
    final double[] out = out(frame);
    final int rows = frame.rows;
    if (rows == 0) {
      return;
    }
    int row = 0;
    try {
      function.check(a, b);
      streams.load(frame.entities, rows, 0);
      int outside = function.fill(streams, rows, a, b, out, marks);
      if (!commonlyWithin) {
        outside = outside(out, near(low), near(high), rows, marks);
      }
      outside = outsideOf(out, low, high, marks, outside);
      function.again(streams, marks, outside, a, b, out);
      for (int k = 0; k < outside; k++) {
        row = marks[k];
        if (!(out[row] >= low && out[row] <= high)) {
          out[row] = BoundedDraw.draw(function, streams.at(row), a, b, low, high);
        }
      }
    } catch (InvalidInputException e) {
      throw error.of(e.getMessage() + " (row " + frame.entities[row] + ")");
    }
  }

  /** A bound that can be multiplied. */
  private static double near(double bound) {
    return Math.clamp(bound, -FAR, FAR);
  }

  /**
   * Lists the rows out of bounds, and some with values beyond {@link #FAR}, without a branch: of
   * the distances to both bounds one is negative, and no product of two others.
   *
   * @return how many they are
   */
  private static int outside(double[] values, double low, double high, int n, int[] list) {
    int count = 0;
    for (int row = 0; row < n; row++) {
      double inside = (values[row] - low) * (high - values[row]);
      list[count] = row;
      count += (int) (Double.doubleToRawLongBits(inside) >>> Long.SIZE - 1);
    }
    return count;
  }

  /** Keeps those of the n listed rows that are out of bounds; returns how many they are. */
  private static int outsideOf(double[] values, double low, double high, int[] list, int n) {
    int count = 0;
    for (int k = 0; k < n; k++) {
      int row = list[k];
      list[count] = row;
      count += values[row] >= low && values[row] <= high ? 0 : 1;
    }
    return count;
  }
}
