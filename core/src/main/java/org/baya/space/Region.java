package org.baya.space;

/** A part of space, in coordinates relative to the node that it lies around. Immutable. */
public interface Region {
  /**
   * By this share of their size regions are larger than their numbers say, so that points on a
   * border are not lost to rounding.
   */
  double BORDER = 1e-9;

  /**
   * Whether a point lies in it.
   *
   * @param z 0 in two dimensions
   */
  boolean contains(double x, double y, double z);

  /** No point of the region is below this along an axis, 0 to 2. */
  double lower(int axis);

  /** No point of the region is above this along an axis, 0 to 2. */
  double upper(int axis);

  /** The region moved by an anchor of two or three coordinates. */
  default Region moved(double... anchor) {
    return new MovedRegion(this, anchor[0], anchor[1], anchor.length > 2 ? anchor[2] : 0);
  }

  /** The region on the other side of its node: x for -x along all axes. */
  default Region reflected() {
    return new ReflectedRegion(this);
  }

  /** What lies in this region and not in another. */
  default Region minus(Region other) {
    return new DifferenceRegion(this, other);
  }
}
