package org.baya.space;

/** A region with all coordinates negated. */
record ReflectedRegion(Region region) implements Region {
  @Override
  public boolean contains(double x, double y, double z) {
    return region.contains(-x, -y, -z);
  }

  @Override
  public double lower(int axis) {
    return -region.upper(axis);
  }

  @Override
  public double upper(int axis) {
    return -region.lower(axis);
  }

  @Override
  public Region reflected() {
    return region;
  }
}
