package org.baya.space;

import java.util.Optional;

/**
 * An ellipsoid around the node.
 *
 * @param majorAxis length of the whole axis that lies along x before the rotation
 * @param minorAxis length of that along y, at most the major axis
 * @param polarAxis length of that along z
 * @param azimuthAngle rotation about the z-axis, from the x-axis towards the y-axis [degrees]
 * @param polarAngle rotation about the new x-axis, from the new y-axis towards the z-axis [degrees]
 */
public record EllipsoidalMask(
    double majorAxis, double minorAxis, double polarAxis, double azimuthAngle, double polarAngle)
    implements Mask {
  private static final String NAME = "ellipsoidal";

  /** Checks the numbers. */
  public EllipsoidalMask {
    MaskCheck.positive(NAME, "major_axis", majorAxis);
    MaskCheck.positive(NAME, "minor_axis", minorAxis);
    MaskCheck.positive(NAME, "polar_axis", polarAxis);
    MaskCheck.atMost(NAME, "minor_axis", minorAxis, "major_axis", majorAxis);
    MaskCheck.angle(NAME, "azimuth_angle", azimuthAngle);
    MaskCheck.angle(NAME, "polar_angle", polarAngle);
  }

  @Override
  public int dimensions() {
    return 3;
  }

  @Override
  public Region region(Optional<Grid> pool) {
    return new Ellipsoid(
        majorAxis / 2, minorAxis / 2, polarAxis / 2, new Rotation(azimuthAngle, polarAngle));
  }
}
