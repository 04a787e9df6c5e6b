package org.baya.space;

import java.util.Optional;

/** What lies in one mask and not in another: {@code minus}. */
public record DifferenceMask(Mask a, Mask b) implements Mask {

  /** Checks the dimensions. */
  public DifferenceMask {
    MaskPair.dimensions(a, b);
  }

  @Override
  public int dimensions() {
    return a.dimensions();
  }

  @Override
  public Region region(Optional<Grid> pool) {
    return a.region(pool).minus(b.region(pool));
  }
}
