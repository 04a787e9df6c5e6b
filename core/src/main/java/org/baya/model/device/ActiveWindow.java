package org.baya.model.device;

import java.util.List;
import org.baya.model.CurrentProcess;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.SpikeProcess;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;

/**
 * The time during which a device acts, as NEST defines it: spikes with {@code origin + start < t <=
 * origin + stop}; a current first acts in the step that ends one delay and one step after {@code
 * origin + start}.
 *
 * @param startMs origin + start [ms]
 * @param stopMs origin + stop [ms]
 * @param originMs origin [ms]
 */
record ActiveWindow(double startMs, double stopMs, double originMs) {
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
    return new ActiveWindow(origin + p.value(START), origin + p.value(STOP), origin);
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

  /** Random trains inside the window. */
  Stimulus trains(TimeGrid grid, SpikeProcess process) {
    return new Stimulus.Trains(process, firstSpikeStep(grid), endSpikeStep(grid));
  }

  /** A changing current inside the window. */
  Stimulus waveform(TimeGrid grid, CurrentProcess process) {
    return new Stimulus.Waveform(process, firstCurrentStep(grid), endCurrentStep(grid));
  }
}
