package org.baya.space;

/** A cuboid or rectangle around the origin, turned; its border belongs to it. */
record Cuboid(double halfX, double halfY, double halfZ, Rotation rotation) implements Region {
  @Override
  public boolean contains(double x, double y, double z) {
    return Math.abs(rotation.x(x, y)) <= halfX * (1 + BORDER)
        && Math.abs(rotation.y(x, y, z)) <= halfY * (1 + BORDER)
        && Math.abs(rotation.z(x, y, z)) <= halfZ * (1 + BORDER);
  }

  @Override
  public double lower(int axis) {
    return -upper(axis);
  }

  @Override
  public double upper(int axis) {
    return rotation.cuboidReach(axis, halfX, halfY, halfZ) * (1 + BORDER);
  }

  /** A cuboid between two corners, turned about its centre. */
  static Region between(double[] lower, double[] upper, Rotation rotation) {
    double[] half = new double[3];
    double[] centre = new double[3];
    for (int axis = 0; axis < lower.length; axis++) {
      half[axis] = (upper[axis] - lower[axis]) / 2;
      centre[axis] = (upper[axis] + lower[axis]) / 2;
    }
    return new Cuboid(half[0], half[1], half[2], rotation).moved(centre);
  }
}
