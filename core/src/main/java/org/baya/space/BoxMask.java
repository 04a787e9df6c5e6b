package org.baya.space;

import java.util.List;
import java.util.Optional;

/**
 * A cuboid, turned about its centre.
 *
 * @param lowerLeft corner before the rotation, relative to the node
 * @param upperRight corner before the rotation, relative to the node
 * @param azimuthAngle rotation about the z-axis, from the x-axis towards the y-axis [degrees]
 * @param polarAngle rotation about the new x-axis, from the new y-axis towards the z-axis [degrees]
 */
public record BoxMask(
    List<Double> lowerLeft, List<Double> upperRight, double azimuthAngle, double polarAngle)
    implements Mask {
  private static final String NAME = "box";

  /** Checks the numbers. */
  public BoxMask {
    lowerLeft = List.copyOf(lowerLeft);
    upperRight = List.copyOf(upperRight);
    MaskCheck.point(NAME, "lower_left", lowerLeft, 3);
    MaskCheck.point(NAME, "upper_right", upperRight, 3);
    MaskCheck.corners(NAME, lowerLeft, upperRight);
    MaskCheck.angle(NAME, "azimuth_angle", azimuthAngle);
    MaskCheck.angle(NAME, "polar_angle", polarAngle);
  }

  @Override
  public int dimensions() {
    return 3;
  }

  @Override
  public Region region(Optional<Grid> pool) {
    return Cuboid.between(
        MaskCheck.array(lowerLeft),
        MaskCheck.array(upperRight),
        new Rotation(azimuthAngle, polarAngle));
  }
}
