package org.baya.connect.algebra;

import java.util.Optional;
import java.util.Set;
import org.baya.expression.Symbol;

/** What an expression may know about the two populations beyond their sizes. */
public interface Surroundings {

  /** Nothing is known. */
  Surroundings NONE =
      new Surroundings() {
        @Override
        public Optional<Geometry> geometry() {
          return Optional.empty();
        }

        @Override
        public Set<Symbol> symbols() {
          return Set.of();
        }

        @Override
        public void load(Symbol symbol, int[] sources, int[] targets, int n, double[] out) {
          throw new IllegalStateException("nothing is known about " + symbol);
        }
      };

  /** Where the nodes are, if both populations have positions along the same axes. */
  Optional<Geometry> geometry();

  /** What formulas may read of a pair. */
  Set<Symbol> symbols();

  /**
   * Reads a symbol for n pairs.
   *
   * @param sources of the pairs, inside their population
   * @param targets of the pairs, inside their population
   * @param out length at least n
   */
  void load(Symbol symbol, int[] sources, int[] targets, int n, double[] out);
}
