package org.baya.model.device;

import java.util.List;
import org.baya.model.DeviceModel;
import org.baya.model.DeviceNode;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Stimulus;

/**
 * Spikes at given times. A time that occurs twice counts twice; each spike may carry a factor on
 * the weight.
 */
public final class SpikeGenerator implements DeviceModel {
  @Override
  public String name() {
    return "spike_generator";
  }

  @Override
  public String summary() {
    return "spikes at given times, optionally with a weight factor each";
  }

  @Override
  public List<Parameter> parameters() {
    return GivenSpikes.parameters(true);
  }

  @Override
  public boolean acceptsSpikeTrains() {
    return true;
  }

  @Override
  public Stimulus stimulus(Parameters p, DeviceNode node) {
    return GivenSpikes.stimulus(p, true, node);
  }
}
