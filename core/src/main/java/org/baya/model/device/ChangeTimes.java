package org.baya.model.device;

import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.TimeGrid;

/**
 * Values that change at given times: what step_current_generator and
 * inhomogeneous_poisson_generator have in common.
 *
 * @param times parameter of the times of the changes
 * @param values parameter of the value from each time on
 */
record ChangeTimes(Parameter times, Parameter values) {
  private static final Parameter OFFGRID =
      Parameter.flag(
          "allow_offgrid_times",
          false,
          "whether times between two steps are rounded up; otherwise they are errors");

  static ChangeTimes of(String quantity, String unit, Range range, String meaning) {
    return new ChangeTimes(
        Parameter.vector(
            quantity + "_times",
            "ms",
            List.of(),
            Range.POSITIVE,
            "times of the changes, strictly ascending multiples of the resolution"),
        Parameter.vector(quantity + "_values", unit, List.of(), range, meaning));
  }

  List<Parameter> parameters() {
    return List.of(times, values, OFFGRID);
  }

  /**
   * The steps that have the new values first: a change at time t counts from the step that ends at
   * t.
   */
  long[] steps(Parameters p, TimeGrid grid) {
    double[] at = p.vector(times);
    if (at.length != p.vector(values).length) {
      throw new InvalidInputException(
          times.name()
              + " has "
              + at.length
              + " elements and "
              + values.name()
              + " "
              + p.vector(values).length
              + "; both need the same number");
    }
    boolean offgrid = p.flag(OFFGRID);
    long[] steps = new long[at.length];
    for (int i = 0; i < at.length; i++) {
      long step = offgrid ? grid.stepsUp(at[i]) : grid.stepsExact(at[i]);
      if (step < 1 || i > 0 && step - 1 <= steps[i - 1]) {
        throw new InvalidInputException(
            times.name()
                + "["
                + i
                + "] = "
                + at[i]
                + " ms; allowed are strictly ascending multiples of the resolution "
                + grid.resolutionMs()
                + " ms"
                + (grid.isOnGrid(at[i]) ? "" : "; allow_offgrid_times rounds others up"));
      }
      steps[i] = step - 1;
    }
    return steps;
  }
}
