package org.baya.model.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baya.error.InvalidInputException;
import org.baya.model.DeviceModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.SpikeTrain;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;

/** A current that jumps to given amplitudes at given times. */
public final class StepCurrentGenerator implements DeviceModel {
  private static final Parameter TIMES =
      Parameter.vector(
          "amplitude_times",
          "ms",
          List.of(),
          Range.POSITIVE,
          "times of the jumps, strictly ascending multiples of the resolution");
  private static final Parameter VALUES =
      Parameter.vector(
          "amplitude_values", "pA", List.of(), Range.FINITE, "current from each time on");

  @Override
  public String name() {
    return "step_current_generator";
  }

  @Override
  public String summary() {
    return "piecewise constant current";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(List.of(TIMES, VALUES));
    all.addAll(ActiveWindow.PARAMETERS);
    return all;
  }

  @Override
  public Stimulus stimulus(Parameters p, TimeGrid grid, Optional<SpikeTrain> given) {
    double[] times = p.vector(TIMES);
    double[] values = p.vector(VALUES);
    if (times.length != values.length) {
      throw new InvalidInputException(
          "amplitude_times has "
              + times.length
              + " elements and amplitude_values "
              + values.length
              + "; both need the same number");
    }
    long[] steps = new long[times.length];
    for (int i = 0; i < times.length; i++) {
      long step = grid.stepsExact(times[i]);
      if (step < 1 || i > 0 && step - 1 <= steps[i - 1]) {
        throw new InvalidInputException(
            "amplitude_times["
                + i
                + "] = "
                + times[i]
                + " ms; allowed are strictly ascending multiples of the resolution "
                + grid.resolutionMs()
                + " ms");
      }
      steps[i] = step - 1;
    }
    return CurrentSteps.within(ActiveWindow.of(p), grid, steps, values);
  }
}
