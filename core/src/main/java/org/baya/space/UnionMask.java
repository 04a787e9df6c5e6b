package org.baya.space;

import java.util.Optional;

/** What lies in one of two masks, or in both: {@code or}. */
public record UnionMask(Mask a, Mask b) implements Mask {

  /** Checks the dimensions. */
  public UnionMask {
    MaskPair.dimensions(a, b);
  }

  @Override
  public int dimensions() {
    return a.dimensions();
  }

  @Override
  public Region region(Optional<Grid> pool) {
    return new UnionRegion(a.region(pool), b.region(pool));
  }
}
