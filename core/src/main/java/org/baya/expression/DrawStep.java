package org.baya.expression;

import org.baya.error.InvalidInputException;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;
import org.baya.random.Redrawn;
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

  /**
   * A draw.
   *
   * @param inputs five registers: the two parameters, the two bounds, the mask
   */
  DrawStep(SyntaxError error, RandomFunction function, long seed, Purpose purpose, int... inputs) {
    super(inputs);
    this.error = error;
    this.function = function;
    streams = new StreamBlock(seed, purpose, Program.MAX_ROWS);
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
        out[row] = mask[row] != 0 ? draw(streams.at(row), a[row], b[row], low[row], high[row]) : 0;
      }
    } catch (InvalidInputException e) {
      throw error.of(e.getMessage() + " (row " + frame.entities[row] + ")");
    }
  }

  /** Whether all rows hold one value, as they do for parameters that are numbers. */
  private static boolean agree(double[] values, int n) {
    double first = values[0];
    boolean differ = false;
    for (int row = 1; row < n; row++) {
      differ |= values[row] != first;
    }
    return !differ;
  }

  /** Draws for rows that share their parameters: in one loop, then again what is out of bounds. */
  private void drawAlike(
      Frame frame, double a, double b, double[] low, double[] high, double[] out) {
    int row = 0;
    try {
      function.check(a, b);
      function.fill(streams, frame.rows, a, b, drawn);
      for (; row < frame.rows; row++) {
        boolean inside = drawn[row] >= low[row] && drawn[row] <= high[row];
        out[row] = inside ? drawn[row] : draw(streams.at(row), a, b, low[row], high[row]);
      }
    } catch (InvalidInputException e) {
      throw error.of(e.getMessage() + " (row " + frame.entities[row] + ")");
    }
  }

  private double draw(RandomStream stream, double a, double b, double low, double high) {
    function.check(a, b);
    double value = function.sample(stream, a, b);
    return value >= low && value <= high ? value : redraw(stream, a, b, low, high);
  }

  private double redraw(RandomStream stream, double a, double b, double low, double high) {
    Redrawn.check(low, high);
    for (int i = 1; i < Redrawn.MAX_DRAWS; i++) {
      double value = function.sample(stream, a, b);
      if (value >= low && value <= high) {
        return value;
      }
    }
    throw Redrawn.hopeless(
        function.text + (function.arity() == 1 ? "(" + a + ")" : "(" + a + ", " + b + ")"),
        low,
        high);
  }
}
