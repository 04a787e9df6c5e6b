package org.baya.space;

import java.util.List;
import org.baya.error.InvalidInputException;

/**
 * A rectangle or cuboid in which nodes lie.
 *
 * @param size edge along each axis, above 0
 * @param center middle along each axis
 */
public record Extent(List<Double> size, List<Double> center) {
  /** Positions computed on the border may be rounded off it by this share of the edge. */
  private static final double ROUNDING = 1e-12;

  /** Checks the numbers. */
  public Extent {
    size = List.copyOf(size);
    center = List.copyOf(center);
    if (!size.stream().allMatch(s -> s > 0 && s < Double.POSITIVE_INFINITY)) {
      throw new InvalidInputException("extent", size + "; allowed are numbers above 0");
    }
    MaskCheck.point("center", "center", center, size.size());
  }

  /** Number of axes. */
  public int dimensions() {
    return size.size();
  }

  /** Its lower end along an axis. */
  public double lower(int axis) {
    return center.get(axis) - size.get(axis) / 2;
  }

  /** Its upper end along an axis. */
  public double upper(int axis) {
    return center.get(axis) + size.get(axis) / 2;
  }

  /** Whether a coordinate lies within it along an axis. */
  public boolean contains(int axis, double coordinate) {
    double slack = size.get(axis) * ROUNDING;
    return coordinate >= lower(axis) - slack && coordinate <= upper(axis) + slack;
  }
}
