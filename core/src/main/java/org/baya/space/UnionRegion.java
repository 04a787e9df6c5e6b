package org.baya.space;

/** What lies in one of two regions, or in both. */
record UnionRegion(Region a, Region b) implements Region {
  @Override
  public boolean contains(double x, double y, double z) {
    return a.contains(x, y, z) || b.contains(x, y, z);
  }

  @Override
  public double lower(int axis) {
    return Math.min(a.lower(axis), b.lower(axis));
  }

  @Override
  public double upper(int axis) {
    return Math.max(a.upper(axis), b.upper(axis));
  }
}
