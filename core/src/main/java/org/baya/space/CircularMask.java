package org.baya.space;

import java.util.Optional;

/**
 * A disc around the node.
 *
 * @param radius above 0
 */
public record CircularMask(double radius) implements Mask {

  /** Checks the radius. */
  public CircularMask {
    MaskCheck.positive("circular", "radius", radius);
  }

  @Override
  public int dimensions() {
    return 2;
  }

  @Override
  public Region region(Optional<Grid> pool) {
    return new Ball(radius);
  }
}
