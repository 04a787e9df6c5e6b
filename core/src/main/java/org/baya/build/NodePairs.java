package org.baya.build;

import java.util.HashSet;
import java.util.Set;
import org.baya.connect.ConnectionRule.Over;
import org.baya.expression.Bindings;
import org.baya.expression.Symbol;

/**
 * Pairs of a source and a target as rows of a formula: their parameters, positions, distance. A
 * pair that is one node only is addressed by that node, any other by {@code source * targets +
 * target}. For one thread.
 */
final class NodePairs implements Bindings {
  private final ResolvedPopulation from;
  private final ResolvedPopulation to;
  private final Over over;
  private final PairGeometry geometry;
  private int[] sources = {};
  private int[] targets = {};

  NodePairs(ResolvedPopulation from, ResolvedPopulation to, Over over) {
    this.from = from;
    this.to = to;
    this.over = over;
    geometry = new PairGeometry(from, to, "'" + from.name() + "' to '" + to.name() + "'");
  }

  /** What a formula over these nodes may read. */
  static Set<Symbol> symbols(ResolvedPopulation from, ResolvedPopulation to, Over over) {
    Set<Symbol> known = ResolvedProjection.symbols(Set.of(), from, to);
    return switch (over) {
      case PAIR -> known;
      case SOURCE -> ofOneNode(known, from, Symbol.Kind.SOURCE, Symbol.Kind.SOURCE_POSITION);
      case TARGET -> ofOneNode(known, to, Symbol.Kind.TARGET, Symbol.Kind.TARGET_POSITION);
      case NONE -> Set.of();
    };
  }

  private static Set<Symbol> ofOneNode(
      Set<Symbol> all, ResolvedPopulation population, Symbol.Kind value, Symbol.Kind position) {
    Set<Symbol> known = new HashSet<>();
    all.stream().filter(s -> s.kind() == value || s.kind() == position).forEach(known::add);
    population.scalarNames().forEach(name -> known.add(Symbol.plain(name)));
    return known;
  }

  /** The rows are these pairs from now on. */
  void set(int[] sources, int[] targets) {
    this.sources = sources;
    this.targets = targets;
  }

  @Override
  public void load(Symbol symbol, int n, double[] out) {
    switch (symbol.kind()) {
      case PLAIN -> {
        boolean source = over == Over.SOURCE;
        gather((source ? from : to).perNode(symbol.name()), source ? sources : targets, n, out);
      }
      case TARGET -> gather(to.perNode(symbol.name()), targets, n, out);
      case SOURCE -> gather(from.perNode(symbol.name()), sources, n, out);
      case TARGET_POSITION -> gather(to.position(symbol.name()), targets, n, out);
      case SOURCE_POSITION -> gather(from.position(symbol.name()), sources, n, out);
      case DISPLACEMENT ->
          geometry.displacements(symbol.name().substring(1), sources, targets, n, out);
      case DISTANCE -> geometry.distances(sources, targets, n, out);
    }
  }

  private static void gather(double[] values, int[] nodes, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = values[nodes[i]];
    }
  }

  @Override
  public void entities(int n, long[] out) {
    for (int i = 0; i < n; i++) {
      out[i] =
          switch (over) {
            case SOURCE -> sources[i];
            case TARGET -> targets[i];
            default -> (long) sources[i] * to.size() + targets[i];
          };
    }
  }
}
