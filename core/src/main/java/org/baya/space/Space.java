package org.baya.space;

import java.util.Arrays;

/**
 * How displacements are measured: straight, or along axes that are closed to a ring, the shorter
 * way round. Immutable.
 */
public final class Space {
  private final double[] periods;

  private Space(double[] periods) {
    this.periods = periods;
  }

  /** Space without rings. */
  public static Space open(int dimensions) {
    double[] periods = new double[dimensions];
    Arrays.fill(periods, Double.POSITIVE_INFINITY);
    return new Space(periods);
  }

  /** Space whose axes close where an extent ends. */
  public static Space closed(Extent extent) {
    return new Space(MaskCheck.array(extent.size()));
  }

  /** Number of axes. */
  public int dimensions() {
    return periods.length;
  }

  /** Whether an axis is closed to a ring; axes that are not there are not. */
  public boolean isClosed(int axis) {
    return axis < periods.length && periods[axis] < Double.POSITIVE_INFINITY;
  }

  /** Length of an axis that is closed, otherwise infinite. */
  public double period(int axis) {
    return axis < periods.length ? periods[axis] : Double.POSITIVE_INFINITY;
  }

  /** The shortest displacement for a difference of coordinates. */
  public double shortest(int axis, double difference) {
    return isClosed(axis)
        ? difference - periods[axis] * Math.rint(difference / periods[axis])
        : difference;
  }

  /**
   * Whether a displacement, or one that leads to the same point another way round, is in a region.
   */
  public boolean meets(Region region, double x, double y, double z) {
    for (double i = first(region, 0, x); i <= last(region, 0, x); i++) {
      for (double j = first(region, 1, y); j <= last(region, 1, y); j++) {
        for (double k = first(region, 2, z); k <= last(region, 2, z); k++) {
          if (region.contains(moved(0, x, i), moved(1, y, j), moved(2, z, k))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private double first(Region region, int axis, double at) {
    return isClosed(axis) ? Math.ceil((region.lower(axis) - at) / periods[axis] - 1e-9) : 0;
  }

  private double last(Region region, int axis, double at) {
    return isClosed(axis) ? Math.floor((region.upper(axis) - at) / periods[axis] + 1e-9) : 0;
  }

  private double moved(int axis, double at, double rounds) {
    return isClosed(axis) ? at + rounds * periods[axis] : at;
  }
}
