package org.baya.space;

import java.util.Optional;

/** What lies in both of two masks: {@code and}. */
public record IntersectionMask(Mask a, Mask b) implements Mask {

  /** Checks the dimensions. */
  public IntersectionMask {
    MaskPair.dimensions(a, b);
  }

  @Override
  public int dimensions() {
    return a.dimensions();
  }

  @Override
  public Region region(Optional<Grid> pool) {
    return new IntersectionRegion(a.region(pool), b.region(pool));
  }
}
