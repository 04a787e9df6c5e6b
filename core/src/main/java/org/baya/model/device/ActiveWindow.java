package org.baya.model.device;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.TimeGrid;

/**
 * The time during which a device acts, as NEST defines it: spikes with {@code origin + start < t <=
 * origin + stop}; a current first acts in the step that ends one delay and one step after {@code
 * origin + start}.
 *
 * @param startMs origin + start [ms]
 * @param stopMs origin + stop [ms]
 */
record ActiveWindow(double startMs, double stopMs) {
  private static final Parameter START =
      Parameter.scalar("start", "ms", 0, Range.FINITE, "begin of activity, relative to origin");
  private static final Parameter STOP =
      Parameter.scalar(
          "stop",
          "ms",
          Double.POSITIVE_INFINITY,
          new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, true),
          "end of activity, relative to origin");
  private static final Parameter ORIGIN =
      Parameter.scalar("origin", "ms", 0, Range.FINITE, "shift of start and stop");

  /** The parameters of every stimulator. */
  static final List<Parameter> PARAMETERS = List.of(START, STOP, ORIGIN);

  static ActiveWindow of(Parameters p) {
    double origin = p.value(ORIGIN);
    return new ActiveWindow(origin + p.value(START), origin + p.value(STOP));
  }

  /** First step whose spikes count. */
  long firstSpikeStep(TimeGrid grid) {
    return Math.max(0, grid.stepsUp(startMs));
  }

  /** First step whose spikes count no longer. */
  long endSpikeStep(TimeGrid grid) {
    return stopMs == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : Math.max(0, grid.stepsUp(stopMs));
  }

  /** First step in which a current is sent. */
  long firstCurrentStep(TimeGrid grid) {
    return Math.max(0, grid.stepsUp(startMs) - 1);
  }

  /** First step in which a current is sent no longer. */
  long endCurrentStep(TimeGrid grid) {
    return stopMs == Double.POSITIVE_INFINITY
        ? Long.MAX_VALUE
        : Math.max(0, grid.stepsUp(stopMs) - 1);
  }
}
