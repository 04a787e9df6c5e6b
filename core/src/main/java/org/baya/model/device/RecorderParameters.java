package org.baya.model.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.Range;

/** Parameters that recorders have in common. */
final class RecorderParameters {
  private static final Parameter INTERVAL =
      Parameter.scalar(
          "interval",
          "ms",
          1,
          Range.POSITIVE,
          "time between samples, a multiple of the resolution");
  private static final Parameter OFFSET =
      Parameter.scalar(
          "offset",
          "ms",
          0,
          Range.NON_NEGATIVE,
          "shift of the sampling times; if above 0, the first is there");

  private RecorderParameters() {}

  /** These and start, stop, origin. */
  static List<Parameter> timed(Parameter... own) {
    List<Parameter> all = new ArrayList<>(Arrays.asList(own));
    all.addAll(ActiveWindow.PARAMETERS);
    return all;
  }

  /** What samplers have. */
  static List<Parameter> sampled() {
    return timed(INTERVAL, OFFSET);
  }
}
