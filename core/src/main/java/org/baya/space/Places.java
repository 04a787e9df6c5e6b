package org.baya.space;

import java.util.List;
import java.util.Optional;

/**
 * Where the nodes of a population lie.
 *
 * @param coordinates by axis, then by node; one to three axes; must not be modified
 * @param grid the grid that they lie on, if they do
 * @param ring the extent whose opposite borders are joined, if they are
 */
public record Places(List<double[]> coordinates, Optional<Grid> grid, Optional<Extent> ring) {
  public Places {
    coordinates = List.copyOf(coordinates);
  }

  /** Number of axes. */
  public int dimensions() {
    return coordinates.size();
  }

  /** Number of nodes. */
  public int nodes() {
    return coordinates.isEmpty() ? 0 : coordinates.getFirst().length;
  }

  /** A coordinate of a node; 0 along axes that are not there. */
  public double coordinate(int axis, int node) {
    return axis < coordinates.size() ? coordinates.get(axis)[node] : 0;
  }
}
