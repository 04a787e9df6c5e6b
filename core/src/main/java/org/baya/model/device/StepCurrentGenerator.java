package org.baya.model.device;

import java.util.ArrayList;
import java.util.List;
import org.baya.model.DeviceModel;
import org.baya.model.DeviceNode;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Stimulus;

/**
 * A current that jumps to given amplitudes at given times and stays there until the next; 0 before
 * the first and outside (start, stop]. A jump at time t reaches a target one delay later, so that
 * its potential has felt it for one step at t + delay + h, with h the resolution.
 *
 * <p>A multimeter's sample of {@code I} at t is what is sent in the step that ends at t: a jump at
 * time t shows from the sample at t on, and {@code I} is 0 unless {@code origin + start <= t <
 * origin + stop}, as in NEST.
 *
 * <p>Differences from NEST: none.
 */
public final class StepCurrentGenerator implements DeviceModel {
  private static final ChangeTimes CHANGES =
      ChangeTimes.of("amplitude", "pA", Range.FINITE, "current from each time on");

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
    List<Parameter> all = new ArrayList<>(CHANGES.parameters());
    all.addAll(ActiveWindow.PARAMETERS);
    return all;
  }

  @Override
  public boolean sendsCurrent() {
    return true;
  }

  @Override
  public Stimulus stimulus(Parameters p, DeviceNode node) {
    return CurrentSteps.within(
        ActiveWindow.of(p), node.grid(), CHANGES.steps(p, node.grid()), p.vector(CHANGES.values()));
  }
}
