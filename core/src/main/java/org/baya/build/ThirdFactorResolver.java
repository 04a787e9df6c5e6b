package org.baya.build;

import org.baya.connect.ConnectionRule.Over;
import org.baya.connect.EdgeList;
import org.baya.connect.PairValue;
import org.baya.connect.Pools;
import org.baya.connect.ThirdFactorEdges;
import org.baya.error.InvalidInputException;
import org.baya.expression.Expression;
import org.baya.network.Connectivity.End;
import org.baya.network.Connectivity.Pool;
import org.baya.network.Connectivity.ThirdFactor;
import org.baya.network.Value;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;

/** Finds the edges that a third population adds to a primary projection. */
final class ThirdFactorResolver {
  /** NEST's name for the choice of third nodes. */
  static final String RULE = "third_factor_bernoulli_with_pool";

  private static final Purpose CHOICE = Purpose.of(RULE);

  private ThirdFactorResolver() {}

  /**
   * The edges.
   *
   * @param primaryIndex address of the primary projection's draws
   * @param from of the wanted edges
   * @param to of the wanted edges
   */
  static EdgeList edges(
      ThirdFactor factor,
      ResolvedProjection primary,
      int primaryIndex,
      ResolvedPopulation from,
      ResolvedPopulation to,
      long seed,
      String place) {
    boolean in = factor.end() == End.IN;
    ResolvedPopulation own = in ? from : to;
    ResolvedPopulation needed = in ? primary.from() : primary.to();
    if (own != needed) {
      throw new InvalidInputException(
          place + (in ? ".from" : ".to"),
          "is '"
              + own.name()
              + "'; the primary projection '"
              + primary.name()
              + "' has '"
              + needed.name()
              + "' there");
    }
    if (primary.drop().isPresent()) {
      throw new InvalidInputException(
          place,
          "the primary projection '"
              + primary.name()
              + "' drops edges, so a third population cannot follow them; use 'p' instead of 'drop'");
    }
    ResolvedPopulation third = in ? to : from;
    String spec = "projections." + primary.name() + ".third";
    Purpose purpose = CHOICE.at(primaryIndex);
    int size = poolSize(factor, third, spec);
    int targets = primary.to().size();
    Pools pools =
        factor.pool() == Pool.BLOCK
            ? Pools.block(targets, third.size(), size, spec)
            : Pools.random(targets, third.size(), size, new RandomStream(seed, purpose), spec);
    return new ThirdFactorEdges(
        primary.edges(),
        in,
        probability(factor, primary, seed, purpose, spec),
        pools,
        seed,
        purpose,
        spec);
  }

  private static int poolSize(ThirdFactor factor, ResolvedPopulation third, String place) {
    long size = factor.poolSize().orElse((long) third.size());
    if (size < 1 || size > third.size()) {
      throw new InvalidInputException(
          place + ".pool_size",
          size + "; allowed is 1 to the " + third.size() + " nodes of '" + third.name() + "'");
    }
    return (int) size;
  }

  private static PairValue probability(
      ThirdFactor factor, ResolvedProjection primary, long seed, Purpose purpose, String place) {
    PairValue p =
        switch (factor.p()) {
          case Value.Scalar scalar -> PairValue.of(scalar.value());
          case Value.Formula formula -> {
            Expression expression = Expression.parse(formula.text(), place + ".p");
            expression.check(NodePairs.symbols(primary.from(), primary.to(), Over.PAIR));
            yield expression.isConstant()
                ? PairValue.of(expression.constant())
                : new OptionFormula(
                    expression, primary.from(), primary.to(), Over.PAIR, seed, purpose.at(1));
          }
          case Value.Vector _, Value.Data _ ->
              throw new InvalidInputException(
                  place + ".p", "is a list; allowed is a number or a formula");
        };
    if (p.isConstant() && !(p.constant() >= 0 && p.constant() <= 1)) {
      throw new InvalidInputException(place + ".p", p.constant() + "; allowed is >= 0 and <= 1");
    }
    return p;
  }
}
