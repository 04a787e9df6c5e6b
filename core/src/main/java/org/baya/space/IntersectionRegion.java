package org.baya.space;

/** What lies in both of two regions. */
record IntersectionRegion(Region a, Region b) implements Region {
  @Override
  public boolean contains(double x, double y, double z) {
    return a.contains(x, y, z) && b.contains(x, y, z);
  }

  @Override
  public double lower(int axis) {
    return Math.max(a.lower(axis), b.lower(axis));
  }

  @Override
  public double upper(int axis) {
    return Math.min(a.upper(axis), b.upper(axis));
  }
}
