package org.baya.engine;

import org.baya.model.TimeGrid;

/**
 * The steps whose ends a recorder looks at, as NEST defines it for times: {@code start < t <=
 * stop}.
 *
 * @param firstStep first step
 * @param endStep first step that counts no longer
 */
record RecordingWindow(long firstStep, long endStep) {

  static RecordingWindow of(double startMs, double stopMs, TimeGrid grid) {
    long end = stopMs == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : grid.stepsUp(stopMs);
    return new RecordingWindow(Math.max(0, grid.stepsUp(startMs)), end);
  }

  boolean contains(int step) {
    return step >= firstStep && step < endStep;
  }
}
