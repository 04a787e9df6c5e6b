package org.baya.model.device;

import java.util.Map;
import java.util.TreeMap;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;

/** Turns a piecewise constant amplitude and a window of activity into a stimulus. */
final class CurrentSteps {
  private CurrentSteps() {}

  /** The amplitude inside the window and 0 outside; {@code steps} strictly ascending. */
  static Stimulus within(ActiveWindow window, TimeGrid grid, long[] steps, double[] amplitudes) {
    long first = window.firstCurrentStep(grid);
    long end = window.endCurrentStep(grid);
    TreeMap<Long, Double> output = new TreeMap<>();
    if (first < end) {
      output.put(first, 0.0);
      for (int i = 0; i < steps.length; i++) {
        if (steps[i] < end) {
          output.put(Math.max(first, steps[i]), amplitudes[i]);
        }
      }
      if (end < Long.MAX_VALUE) {
        output.put(end, 0.0);
      }
    }
    return new Stimulus.Current(
        output.keySet().stream().mapToLong(Long::longValue).toArray(),
        output.entrySet().stream().mapToDouble(Map.Entry::getValue).toArray());
  }
}
