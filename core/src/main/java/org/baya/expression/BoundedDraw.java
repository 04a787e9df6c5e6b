package org.baya.expression;

import org.baya.random.RandomStream;
import org.baya.random.Redrawn;

/** Values of a distribution within bounds, one by one. */
final class BoundedDraw {
  private BoundedDraw() {}

  /** A value; drawn again from the stream until it is within the bounds. */
  static double draw(
      RandomFunction function, RandomStream stream, double a, double b, double low, double high) {
    function.check(a, b);
    double value = function.sample(stream, a, b);
    return value >= low && value <= high ? value : redraw(function, stream, a, b, low, high);
  }

  private static double redraw(
      RandomFunction function, RandomStream stream, double a, double b, double low, double high) {
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
