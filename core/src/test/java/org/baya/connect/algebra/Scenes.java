package org.baya.connect.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.baya.connect.EdgeList;
import org.baya.expression.Symbol;
import org.baya.space.Extent;
import org.baya.space.Places;
import org.baya.space.Space;

/** Populations with positions, and ways to read sets as matrices. */
final class Scenes {
  private Scenes() {}

  /** Random positions in the unit square, cube, ... */
  static Geometry geometry(int sources, int targets, int axes, double period, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Space space =
        period == 0
            ? Space.open(axes)
            : Space.closed(
                new Extent(Collections.nCopies(axes, 0.5), Collections.nCopies(axes, period)));
    return new Geometry(points(sources, axes, random), points(targets, axes, random), space);
  }

  private static Places points(int n, int axes, SplittableRandom random) {
    List<double[]> points = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      points.add(random.doubles(n).toArray());
    }
    return new Places(points, Optional.empty(), Optional.empty());
  }

  /** Knows positions and a parameter {@code a} of sources and {@code b} of targets. */
  static Surroundings around(Geometry geometry) {
    return new Surroundings() {
      @Override
      public Optional<Geometry> geometry() {
        return Optional.of(geometry);
      }

      @Override
      public Set<Symbol> symbols() {
        return Set.of(Symbol.DISTANCE, Symbol.source("a"), Symbol.target("b"));
      }

      @Override
      public void load(Symbol symbol, int[] sources, int[] targets, int n, double[] out) {
        for (int k = 0; k < n; k++) {
          out[k] =
              switch (symbol.toString()) {
                case "distance" -> geometry.distance(sources[k], targets[k]);
                case "a[source]" -> 10.0 * sources[k];
                default -> 100.0 * targets[k];
              };
        }
      }
    };
  }

  static ConnectionSet.Populations plain(int sources, int targets, long seed) {
    return new ConnectionSet.Populations(sources, targets, Surroundings.NONE, seed, 5, "p");
  }

  static ConnectionSet.Populations placed(int sources, int targets, long seed) {
    return new ConnectionSet.Populations(
        sources, targets, around(geometry(sources, targets, 2, 0, seed)), seed, 5, "p");
  }

  /** How often every pair is connected: source x target. */
  static int[][] matrix(String text, ConnectionSet.Populations populations) {
    return matrix(ConnectionSet.parse(text, "text"), populations);
  }

  static int[][] matrix(ConnectionSet set, ConnectionSet.Populations populations) {
    int[][] matrix = new int[populations.sources()][populations.targets()];
    for (Edge edge : edges(set, populations)) {
      matrix[edge.source()][edge.target()]++;
    }
    return matrix;
  }

  static List<Edge> edges(String text, ConnectionSet.Populations populations) {
    return edges(ConnectionSet.parse(text, "text"), populations);
  }

  static List<Edge> edges(ConnectionSet set, ConnectionSet.Populations populations) {
    List<String> columns = List.of("v0", "v1", "v2", "v3").subList(0, set.arity());
    return read(set.edges(populations, columns));
  }

  /** An edge with its number and its values by column. */
  record Edge(int source, int target, long number, List<Double> values) {}

  static List<Edge> read(EdgeList edges) {
    int[] parts = new int[edges.parts()];
    Arrays.setAll(parts, part -> part);
    return read(edges, parts);
  }

  static List<Edge> read(EdgeList edges, int[] parts) {
    EdgeList.Reader reader = edges.reader();
    reader.seek(parts, 0, parts.length);
    int[] sources = new int[EdgeList.BLOCK];
    int[] targets = new int[EdgeList.BLOCK];
    long[] numbers = new long[EdgeList.BLOCK];
    List<String> names = List.copyOf(edges.columns());
    double[][] values = new double[names.size()][EdgeList.BLOCK];
    List<Edge> all = new ArrayList<>();
    for (int n = reader.next(); n > 0; n = reader.next()) {
      reader.sources(sources);
      reader.targets(targets);
      reader.numbers(numbers);
      for (int c = 0; c < values.length; c++) {
        reader.column(names.get(c), values[c]);
      }
      for (int k = 0; k < n; k++) {
        List<Double> row = new ArrayList<>();
        for (double[] column : values) {
          row.add(column[k]);
        }
        all.add(new Edge(sources[k], targets[k], numbers[k], row));
      }
    }
    return all;
  }
}
