package org.baya.space;

import java.util.Optional;

/**
 * An ellipse around the node.
 *
 * @param majorAxis length of the whole axis that lies along x before the rotation
 * @param minorAxis length of the other one, at most the major axis
 * @param azimuthAngle rotation from the x-axis towards the y-axis [degrees]
 */
public record EllipticalMask(double majorAxis, double minorAxis, double azimuthAngle)
    implements Mask {
  private static final String NAME = "elliptical";

  /** Checks the numbers. */
  public EllipticalMask {
    MaskCheck.positive(NAME, "major_axis", majorAxis);
    MaskCheck.positive(NAME, "minor_axis", minorAxis);
    MaskCheck.atMost(NAME, "minor_axis", minorAxis, "major_axis", majorAxis);
    MaskCheck.angle(NAME, "azimuth_angle", azimuthAngle);
  }

  @Override
  public int dimensions() {
    return 2;
  }

  @Override
  public Region region(Optional<Grid> pool) {
    return new Ellipsoid(majorAxis / 2, minorAxis / 2, 0, new Rotation(azimuthAngle, 0));
  }
}
