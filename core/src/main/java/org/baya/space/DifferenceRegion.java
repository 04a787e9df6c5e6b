package org.baya.space;

/** What lies in one region and not in another. */
record DifferenceRegion(Region region, Region without) implements Region {
  @Override
  public boolean contains(double x, double y, double z) {
    return region.contains(x, y, z) && !without.contains(x, y, z);
  }

  @Override
  public double lower(int axis) {
    return region.lower(axis);
  }

  @Override
  public double upper(int axis) {
    return region.upper(axis);
  }
}
