package org.baya.expression;

import org.baya.error.InvalidInputException;
import org.baya.random.StreamBlock;

/**
 * Draws a random value for each row whose mask is not 0; the others get 0, so parameters of a
 * branch that is not taken are never looked at.
 */
final class DrawStep extends Step.Random {
  private final SyntaxError error;
  private final RandomFunction function;
  private final StreamBlock streams;
  private final double[] drawn = new double[Program.MAX_ROWS];
  private final int[] marks = new int[Program.MAX_ROWS];

  /**
   * A draw.
   *
   * @param inputs five registers: the two parameters, the two bounds, the mask
   */
  DrawStep(SyntaxError error, RandomFunction function, StreamBlock streams, int... inputs) {
    super(inputs);
    this.error = error;
    this.function = function;
    this.streams = streams;
  }

  @Override
  void run(Frame frame) {
    final double[] a = in(frame, 0);
    final double[] b = in(frame, 1);
    final double[] low = in(frame, 2);
    final double[] high = in(frame, 3);
    final double[] mask = in(frame, 4);
    final double[] out = out(frame);
    final int rows = frame.rows;
    streams.load(frame.entities, rows, 0);
    if (rows > 0 && agree(a, rows) && agree(b, rows) && agree(mask, rows) && mask[0] != 0) {
      drawAlike(frame, a[0], b[0], low, high, out);
      return;
    }
    int row = 0;
    try {
      for (; row < rows; row++) {
        out[row] =
            mask[row] != 0
                ? BoundedDraw.draw(function, streams.at(row), a[row], b[row], low[row], high[row])
                : 0;
      }
    } catch (InvalidInputException e) {
      throw error.of(e.getMessage() + " (row " + frame.entities[row] + ")");
    }
  }

  /** Whether all rows hold the bits of one value: a loop that becomes vector instructions. */
  private static boolean agree(double[] values, int n) {
    long first = Double.doubleToRawLongBits(values[0]);
    long differences = 0;
    for (int row = 0; row < n; row++) {
      differences |= Double.doubleToRawLongBits(values[row]) ^ first;
    }
    return differences == 0;
  }

  /** Draws for rows that share their parameters: in one loop, then again what is out of bounds. */
  private void drawAlike(
      Frame frame, double a, double b, double[] low, double[] high, double[] out) {
    int row = 0;
    try {
      function.check(a, b);
      function.fill(streams, frame.rows, a, b, drawn, marks);
      int outside = outside(drawn, low, high, frame.rows, marks);
      for (int k = 0; k < outside; k++) {
        row = marks[k];
        drawn[row] = BoundedDraw.draw(function, streams.at(row), a, b, low[row], high[row]);
      }
    } catch (InvalidInputException e) {
      throw error.of(e.getMessage() + " (row " + frame.entities[row] + ")");
    }
    // The results may go where the bounds were.
    System.arraycopy(drawn, 0, out, 0, frame.rows);
  }

  /** Lists the rows out of bounds, without a branch; returns how many they are. */
  private static int outside(double[] values, double[] low, double[] high, int n, int[] list) {
    int count = 0;
    for (int row = 0; row < n; row++) {
      list[count] = row;
      count += values[row] >= low[row] && values[row] <= high[row] ? 0 : 1;
    }
    return count;
  }
}
