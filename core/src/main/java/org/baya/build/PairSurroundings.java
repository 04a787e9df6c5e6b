package org.baya.build;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.baya.connect.algebra.Geometry;
import org.baya.connect.algebra.Surroundings;
import org.baya.expression.Symbol;

/** What connection sets may know about two populations. */
final class PairSurroundings implements Surroundings {
  private final ResolvedPopulation from;
  private final ResolvedPopulation to;

  PairSurroundings(ResolvedPopulation from, ResolvedPopulation to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public Optional<Geometry> geometry() {
    if (from.axes().isEmpty() || !from.axes().equals(to.axes())) {
      return Optional.empty();
    }
    List<String> axes = List.copyOf(new TreeSet<>(from.axes()));
    return Optional.of(
        Geometry.of(
            axes.stream().map(from::position).toArray(double[][]::new),
            axes.stream().map(to::position).toArray(double[][]::new)));
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
      case DISPLACEMENT -> displacement(symbol.name().substring(1), sources, targets, n, out);
      case DISTANCE -> distance(sources, targets, n, out);
    }
  }

  private static void gather(double[] values, int[] nodes, int n, double[] out) {
    for (int k = 0; k < n; k++) {
      out[k] = values[nodes[k]];
    }
  }

  private void displacement(String axis, int[] sources, int[] targets, int n, double[] out) {
    double[] ends = to.position(axis);
    double[] starts = from.position(axis);
    for (int k = 0; k < n; k++) {
      out[k] = ends[targets[k]] - starts[sources[k]];
    }
  }

  private void distance(int[] sources, int[] targets, int n, double[] out) {
    Geometry geometry = geometry().orElseThrow();
    Arrays.fill(out, 0, n, 0);
    for (int k = 0; k < n; k++) {
      out[k] = geometry.distance(sources[k], targets[k]);
    }
  }
}
