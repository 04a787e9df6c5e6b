package org.baya.connect.algebra;

import org.baya.space.Region;

/** A box around its node: where those who are near are looked for. */
record Box(double x, double y, double z) implements Region {

  @Override
  public boolean contains(double atX, double atY, double atZ) {
    return Math.abs(atX) <= upper(0) && Math.abs(atY) <= upper(1) && Math.abs(atZ) <= upper(2);
  }

  @Override
  public double lower(int axis) {
    return -upper(axis);
  }

  @Override
  public double upper(int axis) {
    double half = axis == 0 ? x : axis == 1 ? y : z;
    return half * (1 + BORDER);
  }
}
