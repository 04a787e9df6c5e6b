package org.baya.connect.algebra;

import org.baya.space.Places;
import org.baya.space.Space;

/**
 * Where the nodes of two populations are.
 *
 * @param sources along the same axes as the targets
 * @param space how displacements are measured
 */
public record Geometry(Places sources, Places targets, Space space) {

  /** Target minus source along an axis, the shorter way round where it is closed to a ring. */
  public double displacement(int axis, int source, int target) {
    return space.shortest(
        axis, targets.coordinate(axis, target) - sources.coordinate(axis, source));
  }

  /** Euclidean distance. */
  public double distance(int source, int target) {
    double sum = 0;
    for (int axis = 0; axis < sources.dimensions(); axis++) {
      double difference = displacement(axis, source, target);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
