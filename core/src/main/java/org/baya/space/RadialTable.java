package org.baya.space;

/**
 * A bound that follows from distances alone, tabulated: for cells whose diameter is known, by the
 * distance of their nearest point.
 */
final class RadialTable {
  private static final int BINS = 2048;

  /** Random numbers resolve no probability below this; it counts as 0. */
  private static final double LEAST = 0x1.0p-54;

  private final double perBin;
  private final double[] bounds;
  private final double[] hazards;
  private final double reach;

  private RadialTable(double perBin, double[] bounds, double reach) {
    this.perBin = perBin;
    this.bounds = bounds;
    this.reach = reach;
    hazards = new double[bounds.length];
    for (int bin = 0; bin < bounds.length; bin++) {
      hazards[bin] = hazard(bounds[bin]);
    }
  }

  /** What one trial of a probability consumes of a unit exponential number. */
  static double hazard(double probability) {
    return -Math.log1p(-probability);
  }

  /** The bound 1 at all distances. */
  static RadialTable unbounded() {
    return new RadialTable(0, new double[] {1}, Double.POSITIVE_INFINITY);
  }

  /**
   * Tabulates a bound.
   *
   * @param longest largest distance of all pairs
   * @param diameter of the cells
   */
  static RadialTable of(DisplacementBound bound, double longest, double diameter) {
    double[] bounds = new double[BINS + 1];
    double width = Math.max(longest, Double.MIN_NORMAL) / BINS;
    double[] low = new double[CellGrid.AXES];
    double[] high = new double[CellGrid.AXES];
    int used = 0;
    for (int bin = 0; bin < bounds.length; bin++) {
      double most = bound.most(low, high, bin * width, (bin + 1) * width + diameter);
      bounds[bin] = most >= LEAST ? Math.min(1, most) : 0;
      used = bounds[bin] > 0 ? bin + 1 : used;
    }
    double reach = used == bounds.length ? Double.POSITIVE_INFINITY : used * width;
    return new RadialTable(1 / width, bounds, reach);
  }

  /** Beyond this distance the bound is 0. */
  double reach() {
    return reach;
  }

  /** Bins per unit of the distance of a cell's nearest point. */
  double perUnit() {
    return perBin;
  }

  /** The bound of each bin; the last holds for all distances beyond. */
  double[] bounds() {
    return bounds;
  }

  /** The hazard of each bin's bound. */
  double[] hazards() {
    return hazards;
  }
}
