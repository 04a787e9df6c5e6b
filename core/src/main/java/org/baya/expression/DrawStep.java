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
    streams.load(frame.entities, frame.rows, 0);
    int row = 0;
    try {
      for (; row < frame.rows; row++) {
        out[row] = mask[row] != 0 ? draw(streams.at(row), a[row], b[row], low[row], high[row]) : 0;
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
