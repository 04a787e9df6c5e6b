package org.baya.engine;

import org.baya.model.TimeGrid;

/**
 * When a multimeter samples: at {@code offset + k every} for k = 1, 2, ..., and at {@code offset}
 * itself if it is above 0, as far as these times are after {@code start} and not after {@code
 * stop}.
 *
 * @param everyMs interval [ms], a positive multiple of the resolution
 * @param offsetMs shift [ms], a multiple of the resolution, at least 0
 * @param startMs begin [ms]
 * @param stopMs end [ms]; may be infinite
 */
public record SampleTimes(double everyMs, double offsetMs, double startMs, double stopMs) {

  /** At {@code everyMs}, twice that, and so on. */
  public static SampleTimes every(double everyMs) {
    return new SampleTimes(everyMs, 0, 0, Double.POSITIVE_INFINITY);
  }

  /** Time of the first sample [ms]. */
  public double firstMs(TimeGrid grid) {
    return grid.timeMs(SampleSteps.of(this, grid).firstStep() + 1);
  }
}
