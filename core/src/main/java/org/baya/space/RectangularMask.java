package org.baya.space;

import java.util.List;
import java.util.Optional;

/**
 * A rectangle, turned about its centre.
 *
 * @param lowerLeft corner before the rotation, relative to the node
 * @param upperRight corner before the rotation, relative to the node
 * @param azimuthAngle rotation from the x-axis towards the y-axis [degrees]
 */
public record RectangularMask(List<Double> lowerLeft, List<Double> upperRight, double azimuthAngle)
    implements Mask {
  private static final String NAME = "rectangular";

  /** Checks the numbers. */
  public RectangularMask {
    lowerLeft = List.copyOf(lowerLeft);
    upperRight = List.copyOf(upperRight);
    MaskCheck.point(NAME, "lower_left", lowerLeft, 2);
    MaskCheck.point(NAME, "upper_right", upperRight, 2);
    MaskCheck.corners(NAME, lowerLeft, upperRight);
    MaskCheck.angle(NAME, "azimuth_angle", azimuthAngle);
  }

  @Override
  public int dimensions() {
    return 2;
  }

  @Override
  public Region region(Optional<Grid> pool) {
    return Cuboid.between(
        MaskCheck.array(lowerLeft), MaskCheck.array(upperRight), new Rotation(azimuthAngle, 0));
  }
}
