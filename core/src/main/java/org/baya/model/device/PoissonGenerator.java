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
 * Poisson spike trains of constant rate: every synapse gets its own, independent train. The number
 * of spikes in a step is Poisson distributed with mean rate times step.
 *
 * <p>Differences from NEST: other random numbers, addressed by synapse and step.
 */
public final class PoissonGenerator implements DeviceModel {
  private static final Parameter RATE =
      Parameter.scalar("rate", "spikes/s", 0, Range.NON_NEGATIVE, "mean rate");

  @Override
  public String name() {
    return "poisson_generator";
  }

  @Override
  public String summary() {
    return "independent Poisson spike trains, one per synapse";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(List.of(RATE));
    all.addAll(ActiveWindow.PARAMETERS);
    return all;
  }

  @Override
  public Stimulus stimulus(Parameters p, DeviceNode node) {
    ActiveWindow window = ActiveWindow.of(p);
    double mean = p.value(RATE) * node.grid().resolutionMs() / 1000;
    return new Stimulus.Poisson(
        mean, window.firstSpikeStep(node.grid()), window.endSpikeStep(node.grid()));
  }
}
