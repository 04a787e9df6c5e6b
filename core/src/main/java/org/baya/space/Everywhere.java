package org.baya.space;

/** All of space. */
public enum Everywhere implements Region {
  REGION;

  @Override
  public boolean contains(double x, double y, double z) {
    return true;
  }

  @Override
  public double lower(int axis) {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public double upper(int axis) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public Region reflected() {
    return this;
  }
}
