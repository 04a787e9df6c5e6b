package org.baya.space;

/** A ball or disc around the origin; its border belongs to it. */
record Ball(double radius) implements Region {
  @Override
  public boolean contains(double x, double y, double z) {
    return x * x + y * y + z * z <= radius * radius * (1 + 2 * BORDER);
  }

  @Override
  public double lower(int axis) {
    return -upper(axis);
  }

  @Override
  public double upper(int axis) {
    return radius * (1 + BORDER);
  }
}
