package org.baya.space;

import java.util.List;
import org.baya.error.InvalidInputException;

/**
 * Nodes on a regular grid, each in the middle of its place. They are numbered column by column, in
 * a column from the top down; in 3-D, where each column and row holds a stack along z, from the
 * lowest z up: the last axis runs fastest.
 *
 * @param shape columns, rows and, in 3-D, layers; at least 1 each
 * @param extent what the places fill
 */
public record Grid(List<Integer> shape, Extent extent) {

  /** Checks the shape. */
  public Grid {
    shape = List.copyOf(shape);
    if (shape.size() < 2 || shape.size() > 3 || shape.stream().anyMatch(n -> n < 1)) {
      throw new InvalidInputException(
          "shape", shape + "; allowed are 2 or 3 whole numbers, at least 1");
    }
    if (extent.dimensions() != shape.size()) {
      throw new InvalidInputException(
          "extent", extent.size() + "; allowed are as many numbers as shape " + shape + " has");
    }
    if (count(shape) > Integer.MAX_VALUE) {
      throw new InvalidInputException("shape", shape + "; allowed are 2147483647 nodes in all");
    }
  }

  private static double count(List<Integer> shape) {
    return shape.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
  }

  /** Number of axes. */
  public int dimensions() {
    return shape.size();
  }

  /** Number of nodes. */
  public int nodes() {
    return (int) count(shape);
  }

  /** Distance between neighbours along an axis. */
  public double spacing(int axis) {
    return extent.size().get(axis) / shape.get(axis);
  }

  /** The coordinates of all nodes along an axis. */
  public double[] coordinates(int axis) {
    double[] all = new double[nodes()];
    int run = 1;
    for (int faster = axis + 1; faster < shape.size(); faster++) {
      run *= shape.get(faster);
    }
    for (int node = 0; node < all.length; node++) {
      int place = node / run % shape.get(axis);
      double along = (place + 0.5) * spacing(axis);
      all[node] = axis == 1 ? extent.upper(1) - along : extent.lower(axis) + along;
    }
    return all;
  }
}
