package org.baya.build;

import java.util.Optional;
import java.util.Set;
import org.baya.connect.ConnectionRule.Over;
import org.baya.connect.PairValue;
import org.baya.expression.Expression;
import org.baya.expression.Program;
import org.baya.expression.Symbol;
import org.baya.random.Purpose;
import org.baya.space.DisplacementBound;

/** An option of a rule that is a formula of nodes or pairs. */
record OptionFormula(
    Expression expression,
    ResolvedPopulation from,
    ResolvedPopulation to,
    Over over,
    long seed,
    Purpose purpose)
    implements PairValue {

  /** A formula whose names have been checked. */
  OptionFormula {
    expression.check(NodePairs.symbols(from, to, over));
  }

  @Override
  public boolean isConstant() {
    return expression.isConstant();
  }

  @Override
  public double constant() {
    return expression.constant();
  }

  @Override
  public double most() {
    return new FormulaBound(expression, from, to).most();
  }

  @Override
  public Optional<DisplacementBound> bound() {
    return FormulaBound.serves(expression)
        ? Optional.of(new FormulaBound(expression, from, to))
        : Optional.empty();
  }

  @Override
  public Evaluator evaluator() {
    Set<Symbol> known = NodePairs.symbols(from, to, over);
    Program program = expression.compile(seed, purpose, known);
    NodePairs pairs = new NodePairs(from, to, over);
    return (sources, targets, n, out) -> {
      pairs.set(sources, targets);
      program.evaluate(pairs, n, out);
    };
  }
}
