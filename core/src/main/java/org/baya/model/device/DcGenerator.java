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
 * <p>A multimeter's sample of {@code I} at t is what is sent in the step that ends at t: the
 * amplitude for {@code origin + start <= t < origin + stop}, as in NEST, and 0 at other times.
 * Targets get it a delay later, so that their potentials have felt it for one step at t + delay +
 * h, with h the resolution.
 *
 * <p>Differences from NEST: none.
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
