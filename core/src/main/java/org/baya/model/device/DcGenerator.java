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
 * A constant current between start and stop.
 *
 * <p>Differences from NEST: the current cannot be recorded.
 */
public final class DcGenerator implements DeviceModel {
  private static final Parameter AMPLITUDE =
      Parameter.scalar("amplitude", "pA", 0, Range.FINITE, "current");

  @Override
  public String name() {
    return "dc_generator";
  }

  @Override
  public String summary() {
    return "constant current";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(List.of(AMPLITUDE));
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
        ActiveWindow.of(p), node.grid(), new long[] {0}, new double[] {p.value(AMPLITUDE)});
  }
}
