package org.baya.connect.algebra;

import org.baya.error.InvalidInputException;

/**
 * Where the nodes of two populations are.
 *
 * @param sources coordinate of every source, axis by axis
 * @param targets coordinate of every target, the same axes
 * @param periods length after which an axis repeats, 0 where it does not
 */
public record Geometry(double[][] sources, double[][] targets, double[] periods) {

  public Geometry {
    if (sources.length == 0 || sources.length != targets.length || sources.length != periods.length) {
      throw new InvalidInputException(
          "sources have "
              + sources.length
              + " coordinates, targets "
              + targets.length
              + "; both need the same");
    }
  }

  /** Positions without periodic borders. */
  public static Geometry of(double[][] sources, double[][] targets) {
    return new Geometry(sources, targets, new double[sources.length]);
  }

  /** Number of axes. */
  public int axes() {
    return periods.length;
  }

  /** Target minus source along an axis, across a periodic border where that is shorter. */
  public double displacement(int axis, int source, int target) {
    double difference = targets[axis][target] - sources[axis][source];
    double period = periods[axis];
    return period == 0 ? difference : difference - period * Math.rint(difference / period);
  }

  /** Euclidean distance. */
  public double distance(int source, int target) {
    double sum = 0;
    for (int axis = 0; axis < periods.length; axis++) {
      double difference = displacement(axis, source, target);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  int sourceCount() {
    return sources[0].length;
  }

  int targetCount() {
    return targets[0].length;
  }
}
