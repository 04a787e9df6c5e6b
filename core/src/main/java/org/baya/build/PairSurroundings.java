package org.baya.build;

import java.util.Optional;
import java.util.Set;
import org.baya.connect.algebra.Geometry;
import org.baya.connect.algebra.Surroundings;
import org.baya.expression.Symbol;

/** What connection sets may know about two populations. */
final class PairSurroundings implements Surroundings {
  private final ResolvedPopulation from;
  private final ResolvedPopulation to;
  private final PairGeometry pairs;

  /** What may be known of two populations of a projection at {@code place}. */
  PairSurroundings(ResolvedPopulation from, ResolvedPopulation to, String place) {
    this.from = from;
    this.to = to;
    pairs = new PairGeometry(from, to, place);
  }

  @Override
  public Optional<Geometry> geometry() {
    return from.axes().isEmpty() || !from.axes().equals(to.axes())
        ? Optional.empty()
        : Optional.of(new Geometry(from.places(), to.places(), pairs.space()));
  }

  @Override
  public Set<Symbol> symbols() {
    return ResolvedProjection.symbols(Set.of(), from, to);
  }

  @Override
  public void load(Symbol symbol, int[] sources, int[] targets, int n, double[] out) {
    switch (symbol.kind()) {
      case PLAIN -> throw new IllegalStateException("pairs have no column " + symbol);
      case TARGET -> gather(to.perNode(symbol.name()), targets, n, out);
      case SOURCE -> gather(from.perNode(symbol.name()), sources, n, out);
      case TARGET_POSITION -> gather(to.position(symbol.name()), targets, n, out);
      case SOURCE_POSITION -> gather(from.position(symbol.name()), sources, n, out);
      case DISPLACEMENT ->
          pairs.displacements(symbol.name().substring(1), sources, targets, n, out);
      case DISTANCE -> pairs.distances(sources, targets, n, out);
    }
  }

  private static void gather(double[] values, int[] nodes, int n, double[] out) {
    for (int k = 0; k < n; k++) {
      out[k] = values[nodes[k]];
    }
  }
}
