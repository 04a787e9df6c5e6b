package org.baya.io.v1;

/**
 * Upper bounds of one connection rule's probability by distance, for drawing candidates.
 *
 * <p>Distances are counted in bins of (d / sigma)^2 of width 1 / {@value #BINS_PER_UNIT}; the bound
 * of a bin is the probability at its near edge. Past {@value #REACH} the probability is below
 * 2^-54, less than the random numbers resolve, and counts as 0.
 */
final class DistanceBounds {
  private static final int BINS_PER_UNIT = 16;
  private static final int REACH = 38;

  /** Number of bins; a bin from here on is out of reach. */
  static final int BINS = REACH * BINS_PER_UNIT;

  private final double binsPerSquareUm;
  private final double[] probability = new double[BINS];
  private final double[] hazard = new double[BINS];

  DistanceBounds(V1Connection rule) {
    binsPerSquareUm = BINS_PER_UNIT / (rule.sigmaUm() * rule.sigmaUm());
    for (int bin = 0; bin < BINS; bin++) {
      probability[bin] = rule.bound((double) bin / BINS_PER_UNIT);
      hazard[bin] = -Math.log1p(-probability[bin]);
    }
  }

  /** Factor from a squared distance [um^2] to a bin. */
  double binsPerSquareUm() {
    return binsPerSquareUm;
  }

  /** The bound of each bin. */
  double[] probability() {
    return probability;
  }

  /** The hazard -log(1 - p) of each bin's bound; infinite for p = 1. */
  double[] hazard() {
    return hazard;
  }
}
