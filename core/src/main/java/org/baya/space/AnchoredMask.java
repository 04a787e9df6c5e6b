package org.baya.space;

import java.util.List;
import java.util.Optional;

/**
 * A mask at another place.
 *
 * @param mask the mask, around the node
 * @param anchor by how much it is moved
 */
public record AnchoredMask(Mask mask, List<Double> anchor) implements Mask {

  /** Checks the anchor. */
  public AnchoredMask {
    anchor = List.copyOf(anchor);
    MaskCheck.point("mask", "anchor", anchor, mask.dimensions());
  }

  @Override
  public int dimensions() {
    return mask.dimensions();
  }

  @Override
  public Region region(Optional<Grid> pool) {
    return mask.region(pool).moved(MaskCheck.array(anchor));
  }
}
