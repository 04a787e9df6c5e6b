package org.baya.space;

import java.util.Optional;

/**
 * A ring around the node; its outer border belongs to it, its inner border does not.
 *
 * @param innerRadius above 0, below the outer one
 * @param outerRadius above 0
 */
public record DoughnutMask(double innerRadius, double outerRadius) implements Mask {
  private static final String NAME = "doughnut";

  /** Checks the radii. */
  public DoughnutMask {
    MaskCheck.positive(NAME, "inner_radius", innerRadius);
    MaskCheck.positive(NAME, "outer_radius", outerRadius);
    MaskCheck.atMost(NAME, "inner_radius", innerRadius, "outer_radius", outerRadius);
  }

  @Override
  public int dimensions() {
    return 2;
  }

  @Override
  public Region region(Optional<Grid> pool) {
    return new Ball(outerRadius).minus(new Ball(innerRadius));
  }
}
