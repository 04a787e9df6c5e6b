package org.baya.connect.algebra;

import java.util.HashSet;
import java.util.Set;
import org.baya.expression.Bindings;
import org.baya.expression.Expression;
import org.baya.expression.Program;
import org.baya.expression.Symbol;
import org.baya.random.Purpose;

/** A formula of the expression language. */
final class Formula extends ValueSet {
  private static final Symbol I = Symbol.plain("i");
  private static final Symbol J = Symbol.plain("j");

  private final Expression expression;

  private Formula(Expression expression) {
    this.expression = expression;
  }

  /** A formula; a constant if it is one. */
  static ValueSet of(String text, String place) {
    Expression expression = Expression.parse(text, place);
    return expression.isConstant() ? ValueSet.of(expression.constant()) : new Formula(expression);
  }

  @Override
  Values values(Scene scene) {
    Purpose purpose = scene.purpose(this);
    Set<Symbol> known = new HashSet<>(scene.symbols());
    known.add(I);
    known.add(J);
    expression.check(known);
    return () -> {
      Program program = expression.compile(scene.seed(), purpose, known);
      Reading reading = new Reading(scene);
      return (pairs, n, out) -> reading.evaluate(program, pairs, n, out);
    };
  }

  @Override
  boolean isRandom() {
    return expression.isRandom();
  }

  @Override
  String text(Wording of) {
    return "vset(" + expression + ")";
  }

  /**
   * Reads what the formula needs. Pairs outside the populations, which shifted sets may reach, read
   * NaN.
   */
  private static final class Reading implements Bindings {
    private final Scene scene;
    private final int[] sources = new int[PairBlock.MAX];
    private final int[] targets = new int[PairBlock.MAX];
    private PairBlock pairs = new PairBlock();

    Reading(Scene scene) {
      this.scene = scene;
    }

    void evaluate(Program program, PairBlock block, int n, double[] out) {
      pairs = block;
      program.evaluate(this, n, out);
    }

    @Override
    public void load(Symbol symbol, int n, double[] out) {
      if (symbol.equals(I) || symbol.equals(J)) {
        int[] nodes = symbol.equals(I) ? pairs.sources : pairs.targets;
        for (int k = 0; k < n; k++) {
          out[k] = nodes[k];
        }
        return;
      }
      for (int k = 0; k < n; k++) {
        boolean inside = isInside(k);
        sources[k] = inside ? pairs.sources[k] : 0;
        targets[k] = inside ? pairs.targets[k] : 0;
      }
      scene.surroundings().load(symbol, sources, targets, n, out);
      for (int k = 0; k < n; k++) {
        out[k] = isInside(k) ? out[k] : Double.NaN;
      }
    }

    private boolean isInside(int k) {
      return pairs.sources[k] < scene.sources() && pairs.targets[k] < scene.targets();
    }

    @Override
    public void entities(int n, long[] out) {
      pairs.entities(n, out);
    }
  }
}
