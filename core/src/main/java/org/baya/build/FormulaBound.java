package org.baya.build;

import java.util.Set;
import org.baya.expression.Expression;
import org.baya.expression.Symbol;
import org.baya.expression.ValueRange;
import org.baya.space.DisplacementBound;

/**
 * Bounds a formula of pairs by what its parameters and positions are at most and at least in the
 * two populations, and by where the nodes of a pair lie to each other. For one thread.
 */
final class FormulaBound implements DisplacementBound {
  private final ValueRange range;
  private final int distance;
  private final int[] displacements;
  private final boolean radial;

  FormulaBound(Expression expression, ResolvedPopulation from, ResolvedPopulation to) {
    range = expression.range();
    distance = range.place(Symbol.DISTANCE);
    displacements =
        from.axes().stream()
            .mapToInt(axis -> range.place(Symbol.displacement("d" + axis)))
            .toArray();
    radial = expression.symbols().stream().noneMatch(s -> s.kind() == Symbol.Kind.DISPLACEMENT);
    for (Symbol symbol : expression.symbols()) {
      switch (symbol.kind()) {
        case SOURCE -> limit(symbol, from.perNode(symbol.name()));
        case TARGET -> limit(symbol, to.perNode(symbol.name()));
        case SOURCE_POSITION -> limit(symbol, from.position(symbol.name()));
        case TARGET_POSITION -> limit(symbol, to.position(symbol.name()));
        case PLAIN, DISPLACEMENT, DISTANCE -> {}
      }
    }
  }

  private void limit(Symbol symbol, double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (low <= high) {
      range.set(symbol, low, high);
    }
  }

  /** Whether a formula follows where the nodes of a pair lie to each other and is not random. */
  static boolean serves(Expression expression) {
    Set<Symbol> symbols = expression.symbols();
    return !expression.isRandom()
        && symbols.stream()
            .anyMatch(
                s -> s.kind() == Symbol.Kind.DISPLACEMENT || s.kind() == Symbol.Kind.DISTANCE);
  }

  @Override
  public boolean isRadial() {
    return radial;
  }

  @Override
  public double most(double[] low, double[] high, double nearest, double farthest) {
    range.set(distance, nearest, farthest);
    for (int axis = 0; !radial && axis < displacements.length; axis++) {
      range.set(displacements[axis], low[axis], high[axis]);
    }
    range.evaluate();
    return range.high();
  }

  /** The bound of all pairs. */
  double most() {
    range.set(distance, 0, Double.POSITIVE_INFINITY);
    range.evaluate();
    return range.high();
  }
}
