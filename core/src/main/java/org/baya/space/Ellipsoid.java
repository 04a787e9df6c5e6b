package org.baya.space;

/**
 * An ellipsoid or ellipse around the origin, turned; its border belongs to it. A semi-axis of 0
 * along z is that of an ellipse.
 */
record Ellipsoid(double halfX, double halfY, double halfZ, Rotation rotation) implements Region {
  @Override
  public boolean contains(double x, double y, double z) {
    double u = rotation.x(x, y) / halfX;
    double v = rotation.y(x, y, z) / halfY;
    double w = halfZ == 0 ? 0 : rotation.z(x, y, z) / halfZ;
    return u * u + v * v + w * w <= 1 + 2 * BORDER;
  }

  @Override
  public double lower(int axis) {
    return -upper(axis);
  }

  @Override
  public double upper(int axis) {
    return rotation.ellipsoidReach(axis, halfX, halfY, halfZ) * (1 + BORDER);
  }
}
