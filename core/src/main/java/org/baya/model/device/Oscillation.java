package org.baya.model.device;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.TimeGrid;

/**
 * {@code sin(2 pi f t + phi)}, evaluated where a step ends.
 *
 * @param radiansPerStep 2 pi f h
 * @param phase phi [rad]
 */
record Oscillation(double radiansPerStep, double phase) {
  private static final Parameter FREQUENCY =
      Parameter.scalar("frequency", "Hz", 0, Range.FINITE, "frequency f of the oscillation");
  private static final Parameter PHASE =
      Parameter.scalar("phase", "deg", 0, Range.FINITE, "phase phi at time 0");

  static final List<Parameter> PARAMETERS = List.of(FREQUENCY, PHASE);

  static Oscillation of(Parameters p, TimeGrid grid) {
    return new Oscillation(
        2 * Math.PI * p.value(FREQUENCY) * grid.resolutionMs() / 1000,
        Math.toRadians(p.value(PHASE)));
  }

  /** The value at the end of a step. */
  double at(long step) {
    return Math.sin(radiansPerStep * (step + 1) + phase);
  }
}
