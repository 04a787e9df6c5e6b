package org.baya.space;

import java.util.Optional;

/**
 * A ball around the node.
 *
 * @param radius above 0
 */
public record SphericalMask(double radius) implements Mask {

  /** Checks the radius. */
  public SphericalMask {
    MaskCheck.positive("spherical", "radius", radius);
  }

  @Override
  public int dimensions() {
    return 3;
  }

  @Override
  public Region region(Optional<Grid> pool) {
    return new Ball(radius);
  }
}
