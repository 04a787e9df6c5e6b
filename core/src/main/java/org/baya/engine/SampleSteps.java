package org.baya.engine;

import org.baya.error.InvalidInputException;
import org.baya.model.TimeGrid;

/**
 * Steps at whose ends a multimeter samples.
 *
 * @param firstStep first of them
 * @param everySteps distance between them
 * @param endStep first step that is too late
 */
record SampleSteps(long firstStep, int everySteps, long endStep) {

  static SampleSteps of(SampleTimes times, TimeGrid grid) {
    int every = steps("record.every", times.everyMs(), 1, grid);
    int offset = steps("record.offset", times.offsetMs(), 0, grid);
    RecordingWindow window = RecordingWindow.of(times.startMs(), times.stopMs(), grid);
    long first = offset > 0 ? offset - 1 : every - 1;
    long missed = Math.max(0, window.firstStep() - first);
    return new SampleSteps(first + (missed + every - 1) / every * every, every, window.endStep());
  }

  private static int steps(String place, double ms, int least, TimeGrid grid) {
    long steps = grid.stepsExact(ms);
    if (steps < least || steps > Integer.MAX_VALUE) {
      throw new InvalidInputException(
          place,
          ms
              + " ms; allowed is a "
              + (least > 0 ? "positive " : "")
              + "multiple of the resolution "
              + grid.resolutionMs()
              + " ms");
    }
    return (int) steps;
  }

  /** The first at or after {@code step}; {@link Integer#MAX_VALUE} if there is none. */
  int next(int step) {
    long late = Math.max(0, step - firstStep);
    long next = firstStep + (late + everySteps - 1) / everySteps * everySteps;
    return next < endStep && next < Integer.MAX_VALUE ? (int) next : Integer.MAX_VALUE;
  }
}
