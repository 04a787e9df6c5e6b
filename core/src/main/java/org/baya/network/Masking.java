package org.baya.network;

import org.baya.space.Mask;

/**
 * A mask that limits which pairs a rule may connect.
 *
 * @param mask the region
 * @param useOnSource whether the mask lies around targets and chooses sources where the rule leaves
 *     it open (pairwise_bernoulli, pairwise_poisson); otherwise it lies around sources. It always
 *     lies around targets with fixed_indegree, around sources with fixed_outdegree
 * @param allowOversizedMask whether the mask may be larger than a layer whose borders are joined
 */
public record Masking(Mask mask, boolean useOnSource, boolean allowOversizedMask) {

  /** A mask with NEST's defaults. */
  public static Masking of(Mask mask) {
    return new Masking(mask, false, false);
  }
}
