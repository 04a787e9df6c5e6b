package org.baya.space;

/** A region at another place. */
record MovedRegion(Region region, double dx, double dy, double dz) implements Region {
  @Override
  public boolean contains(double x, double y, double z) {
    return region.contains(x - dx, y - dy, z - dz);
  }

  @Override
  public double lower(int axis) {
    return region.lower(axis) + shift(axis);
  }

  @Override
  public double upper(int axis) {
    return region.upper(axis) + shift(axis);
  }

  private double shift(int axis) {
    return axis == 0 ? dx : axis == 1 ? dy : dz;
  }
}
