package org.baya.build;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.baya.error.InvalidInputException;
import org.baya.space.Extent;
import org.baya.space.Places;
import org.baya.space.Space;

/** Displacements and distances of pairs of nodes, from source to target. */
final class PairGeometry {
  private final ResolvedPopulation from;
  private final ResolvedPopulation to;
  private final String place;
  private final Places sources;
  private final Places targets;

  /** The geometry of two populations. */
  PairGeometry(ResolvedPopulation from, ResolvedPopulation to, String place) {
    this.from = from;
    this.to = to;
    this.place = place;
    sources = from.places();
    targets = to.places();
  }

  private static List<Double> size(Places places) {
    return places.ring().map(Extent::size).orElse(List.of());
  }

  /**
   * How displacements are measured: with the rings of either population.
   *
   * @throws InvalidInputException if both close their axes to rings of different lengths
   */
  Space space() {
    if (sources.ring().isPresent()
        && targets.ring().isPresent()
        && !size(sources).equals(size(targets))) {
      throw new InvalidInputException(
          place,
          "the layers of '"
              + from.name()
              + "' and '"
              + to.name()
              + "' wrap at extents of "
              + size(sources)
              + " and "
              + size(targets)
              + "; allowed is one size");
    }
    Optional<Extent> ring = targets.ring().isPresent() ? targets.ring() : sources.ring();
    return ring.map(Space::closed).orElseGet(() -> Space.open(targets.dimensions()));
  }

  /** Displacements along an axis of n pairs. */
  void displacements(String axis, int[] sources, int[] targets, int n, double[] out) {
    Space space = space();
    int number = List.copyOf(from.axes()).indexOf(axis);
    double[] to = this.to.position(axis);
    double[] from = this.from.position(axis);
    for (int k = 0; k < n; k++) {
      out[k] = to[targets[k]] - from[sources[k]];
    }
    if (space.isClosed(number)) {
      for (int k = 0; k < n; k++) {
        out[k] = space.shortest(number, out[k]);
      }
    }
  }

  /** Distances of n pairs. */
  void distances(int[] sources, int[] targets, int n, double[] out) {
    Arrays.fill(out, 0, n, 0);
    Space space = space();
    int number = 0;
    for (String axis : from.axes()) {
      addSquares(space, number++, from.position(axis), to.position(axis), sources, targets, n, out);
    }
    for (int k = 0; k < n; k++) {
      out[k] = Math.sqrt(out[k]);
    }
  }

  private static void addSquares(
      Space space,
      int axis,
      double[] from,
      double[] to,
      int[] sources,
      int[] targets,
      int n,
      double[] out) {
    boolean closed = space.isClosed(axis);
    for (int k = 0; k < n; k++) {
      double difference = to[targets[k]] - from[sources[k]];
      double shortest = closed ? space.shortest(axis, difference) : difference;
      out[k] += shortest * shortest;
    }
  }
}
